package org.wirebell.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** Invented news of about 450 words an item; every sixteenth tells of a toll, as about 6 % of real items do. */
public final class News {
    /** One in this many items carries figures. */
    public static final int TOLL_EVERY = 16;

    private static final List<String> SENTENCES = List.of(
            "The council voted 9 to 4 for a plan that will cost 42 million crowns and add 310 metres of quay.",
            "Hotels sold 1.9 million nights last year, 7 percent more than in the year before.",
            "Striker Jon Pell scored twice in the 12th and 67th minutes before a crowd of 31,400.",
            "The central bank held its main rate at 3.25 percent on Thursday in a vote of six to three.",
            "Residents said that the road had been closed for weeks and that nobody had told them why.",
            "The minister, who took office in May, promised to answer all questions before the summer.",
            "A study of 12,500 adults found that seven hours of sleep are enough for most of them.",
            "The museum has bought a painting of 1884 and will show it in a room with 60 photographs.",
            "Prices fell by 2 percent to 204 crowns a tonne, traders said, after a long and dry winter.",
            "The harbour office expects 40,000 more containers, and says that the old cranes must go.",
            "Talks between the two sides will go on next week, a spokeswoman for the mediators said.",
            "It was the company's 11th launch this year, and the first from the new pad in the north.");
    /** Each holds figures: the number of the dead, the town. */
    private static final List<String> TOLLS = List.of(
            "At least %d people were killed and dozens injured when the pit wall gave way in %s, the mine office said.",
            "The death toll in %2$s rose to %1$d, up from 3, and 12 miners are still missing.",
            "Doctors in %2$s treated %1$d wounded, nine of them children.",
            "Police arrested %d people in %s and released two of them on Monday.",
            "More than %d families fled their homes near %s, the relief council said.",
            "Rescuers pulled %d survivors from the rubble of the market hall in %s.",
            "The army of %2$s said that %1$d soldiers had died and 40 had been wounded since 2 May.",
            "Between 5 and %d fishermen drowned off %s, according to the harbour master.");

    /** A person, a place, a word of its own. */
    private static final List<String> NAMED = List.of(
            "%1$s, who speaks for the workers of %2$s, said that the %3$s would have to wait until the autumn.",
            "In %2$s the mayor, %1$s, opened a new hall for the %3$s and shook hands with all who had built it.",
            "Trains between %2$s and the coast will stop for a day, because the %3$s is to be looked at by %1$s.",
            "\"Nobody in %2$s has asked for a %3$s,\" said %1$s, a teacher, who has lived there for years.");

    private static final List<String> PLACES = List.of(
            "Lyon", "Beirut", "Nairobi", "Manila", "Kyiv", "Lima", "Oslo", "Cairo", "Mumbai", "Osaka", "Leeds", "Dakar",
            "Quito", "Amman", "Porto", "Tunis", "Accra", "Hanoi", "Turin", "Bergen", "Texas", "Peru", "Kenya",
            "Norway");

    private static final List<String> SYLLABLES =
            List.of("bor", "dan", "kel", "mir", "nov", "par", "rus", "sel", "tor", "vel");
    /** What stands between the words of its own. */
    private static final List<String> FUNCTION_WORDS = List.of(
            "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from",
            "had", "which", "their", "been", "after", "who", "but", "not", "over");

    private static final List<String> WORDS = IntStream.range(0, 4_096)
            .mapToObj(i -> town(i * 37).toLowerCase(Locale.ROOT))
            .toList();

    private static final int SENTENCES_AN_ITEM = 24;
    private static final int WORDS_A_SENTENCE = 18;

    private News() {}

    /** The i-th item, always the same but for the moment of receipt. */
    static Item item(int i, Instant received) {
        var body = new StringBuilder();
        if (toll(i)) {
            body.append("At least ")
                    .append(5 + i % 90)
                    .append(" people were killed and ")
                    .append(10 + i % 50)
                    .append(" injured in a mine collapse in ")
                    .append(town(i))
                    .append(" on Sunday, the mine office said.\n\n");
        }
        for (int s = 0; s < SENTENCES_AN_ITEM; s++) {
            body.append(SENTENCES.get((i * 7 + s * 5) % SENTENCES.size())).append(s % 4 == 3 ? "\n\n" : " ");
        }
        body.append("This is report number ").append(i).append('.');
        return item(
                i, received, toll(i) ? "Mine collapses in " + town(i) : "Council meets for the " + i + "th time", body);
    }

    /** An item of the same length whose sentences all hold figures. */
    static Item tolls(int i, Instant received) {
        var body = new StringBuilder();
        for (int s = 0; s < SENTENCES_AN_ITEM; s++) {
            body.append(TOLLS.get((i * 5 + s * 3) % TOLLS.size()).formatted(6 + (i + 7 * s) % 90, town(i + s)))
                    .append(s % 4 == 3 ? "\n\n" : " ");
        }
        return item(i, received, 6 + i % 90 + " killed in " + town(i), body);
    }

    /**
     * An item of so many words as a wire mixes them: sentences in words of its own, frequent and rare ones, people and places, numbers, and in one of sixteen a
     * toll. Every fourth is an earlier one with a new end.
     */
    public static Item mixed(int i, int words, Instant received) {
        int told = i % 4 == 3 ? i - 3 : i;
        var random = new SplittableRandom(told);
        var body = new StringBuilder();
        int count = 0;
        if (toll(told)) {
            body.append(TOLLS.get(random.nextInt(TOLLS.size())).formatted(6 + told % 90, place(random)))
                    .append(' ');
            count += 15;
        }
        for (int s = 0; count < words; s++) {
            int kind = random.nextInt(20);
            if (kind < 12) {
                sentence(random, body);
            } else if (kind < 16) {
                body.append(NAMED.get(random.nextInt(NAMED.size()))
                        .formatted(person(random), place(random), WORDS.get(random.nextInt(WORDS.size()))));
            } else {
                body.append(SENTENCES.get(random.nextInt(SENTENCES.size())));
            }
            body.append(s % 4 == 3 ? "\n\n" : " ");
            count += WORDS_A_SENTENCE;
        }
        if (told != i) {
            body.append("More of this in our edition number ").append(i).append('.');
        }
        var headline = "%s of %s says the %s is not ready"
                .formatted(person(random), place(random), WORDS.get(random.nextInt(WORDS.size())));
        return item(i, received, headline, body);
    }

    /** Half function words, half invented ones, of which few are frequent and many are rare. */
    private static void sentence(SplittableRandom random, StringBuilder body) {
        int start = body.length();
        for (int w = 0; w < WORDS_A_SENTENCE; w++) {
            body.append(w == 0 ? "" : " ")
                    .append(
                            random.nextInt(20) < 9
                                    ? FUNCTION_WORDS.get(random.nextInt(FUNCTION_WORDS.size()))
                                    : WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 3))));
        }
        body.setCharAt(start, Character.toUpperCase(body.charAt(start)));
        body.append('.');
    }

    private static String person(SplittableRandom random) {
        return town(random.nextInt(40_000)) + ' ' + town(random.nextInt(40_000));
    }

    private static String place(SplittableRandom random) {
        return PLACES.get(random.nextInt(PLACES.size()));
    }

    static Item item(int i, Instant received, String headline, CharSequence body) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", "bench-" + i);
        fields.put("version", "1");
        fields.put("source", "bench-" + i % 50);
        fields.put("format", "ninjs");
        fields.put("headline", headline);
        fields.put("body", body.toString());
        fields.put("language", "en");
        fields.put("published", received.toString());
        fields.put("received", received.toString());
        return Json.read(Json.plain(fields), Item.class);
    }

    /** A name of its own for each number. */
    static String town(int i) {
        var name = new StringBuilder();
        for (int rest = i + 1_000; rest > 0; rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static boolean toll(int i) {
        return i % TOLL_EVERY == 0;
    }
}
