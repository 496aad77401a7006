package org.wirebell.processor.extract;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.wirebell.processor.extract.language.Languages;
import org.wirebell.processor.extract.places.PlaceReader;
import org.wirebell.processor.extract.signals.SignalReader;
import org.wirebell.processor.extract.words.Passage;

/** For measuring by hand: CPU microseconds of language, places and signals on one invented item of about 450 words. */
final class MeasureExtract {
    private static final int ROUNDS = 21;
    private static final int ITEMS = 500;
    private static final int WORDS = 450;

    private static final Map<String, String> NEWS = Map.of(
            "en", """
            BEIRUT (Coastwire) - Drones struck a fuel depot near Khiam on Tuesday, the mayor said, and crews from Tyre fought the fire \
            for three hours. The council voted 9 to 4 for a plan that will cost 42 million crowns and add 310 metres of quay. Residents \
            said that the road had been closed for weeks and that nobody had told them why. Talks between the two sides will go on next \
            week in Doha, a spokeswoman for the mediators said. The minister, who took office in May, promised to answer all questions \
            before the summer. A study of 12,500 adults found that seven hours of sleep are enough for most of them. The army deployed \
            tanks along the frontier, and Lebanese police closed two crossings to lorries from Syria.
            """,
            "fr", """
            BEYROUTH (Littoral) - Une frappe de drone a touché un dépôt de carburant près de Khiam mardi, selon le maire, et les équipes \
            de Tyr ont lutté contre le feu pendant trois heures. Le conseil a voté par neuf voix contre quatre un plan qui coûtera 42 \
            millions et ajoutera 310 mètres de quai. Les habitants disent que la route était fermée depuis des semaines et que personne \
            ne leur a dit pourquoi. Les pourparlers entre les deux camps reprendront la semaine prochaine à Doha, d'après les médiateurs. \
            L'armée a déployé des chars le long de la frontière, et la police libanaise a fermé deux passages aux camions de Syrie.
            """,
            "ar", """
            بيروت (وكالة الساحل) - استهدفت غارة جوية مستودعا للوقود قرب بلدة الخيام يوم الثلاثاء، وقال رئيس البلدية إن فرق الإطفاء من صور \
            عملت ثلاث ساعات. وصوت المجلس لصالح خطة تكلف 42 مليونا وتضيف 310 أمتار من الرصيف. وقال السكان إن الطريق كان مغلقا منذ أسابيع \
            ولم يخبرهم أحد بالسبب. وتستأنف المحادثات بين الجانبين الأسبوع المقبل في الدوحة وفق ما قال الوسطاء. ونشر الجيش دبابات على طول \
            الحدود وأغلقت الشرطة اللبنانية معبرين أمام الشاحنات القادمة من سوريا.
            """);

    private MeasureExtract() {}

    public static void main(String[] args) {
        for (var language : List.of("en", "fr", "ar")) {
            var body = body(NEWS.getOrDefault(language, ""));
            for (var declared : List.of(language, "")) {
                var shown = new StringBuilder(language + (declared.isEmpty() ? " undeclared:" : " declared:"));
                works(declared, language, body).forEach((name, work) -> {
                    shown.append(String.format(Locale.ROOT, "  %s %.1f", name, micros(work)));
                });
                System.out.println(shown);
            }
        }
    }

    private static Map<String, Supplier<Object>> works(String declared, String language, String body) {
        var languages = Languages.standard();
        var places = PlaceReader.standard();
        var signals = SignalReader.standard();
        var headline = body.substring(body.indexOf('-') + 2, body.indexOf('-') + 62);
        var works = new LinkedHashMap<String, Supplier<Object>>();
        var head = Passage.of(headline);
        var text = Passage.of(body);
        works.put("words", () -> Passage.of(body).words());
        works.put("language", () -> languages.of(declared, List.of(head, text)));
        works.put("places", () -> places.read(new PlaceReader.Story("", List.of(), head, text, language, "")));
        works.put("signals", () -> signals.read(head, text, language, 2026));
        works.put("together", () -> together(declared, headline, body));
        return works;
    }

    private static Object together(String declared, String headline, String body) {
        var head = Passage.of(headline);
        var text = Passage.of(body);
        var language = Languages.standard().of(declared, List.of(head, text));
        var story = new PlaceReader.Story("", List.of(), head, text, language, "");
        return List.of(
                PlaceReader.standard().read(story), SignalReader.standard().read(head, text, language, 2026));
    }

    private static String body(String news) {
        var body = new StringBuilder();
        while (body.toString().split("\\s+").length < WORDS) {
            body.append(news).append('\n');
        }
        return body.toString();
    }

    /** Median over the rounds after as many rounds of warming up. */
    private static double micros(Supplier<Object> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long most = 0;
        var rounds = new long[ROUNDS * 2];
        for (int r = 0; r < rounds.length; r++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < ITEMS; i++) {
                most = Math.max(most, work.get().hashCode());
            }
            rounds[r] = threads.getCurrentThreadCpuTime() - before;
        }
        if (most == Long.MIN_VALUE) {
            throw new IllegalStateException("nothing was done");
        }
        return LongStream.of(rounds).skip(ROUNDS).sorted().toArray()[ROUNDS / 2] / 1000.0 / ITEMS;
    }
}
