package org.wirebell.processor.extract.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.wirebell.processor.extract.words.Passage;

/**
 * Tells the language of a text: first by its script, then by its smallest words, and where these leave a doubt or speak against what the
 * provider declared, by all together: OpenNLP's model restricted to a set of languages, small words, letters, and what was declared as a
 * prior. Built once, shared by all threads.
 */
public final class Languages {
    /** ISO 639-1: what a newsroom desk reads. */
    public static final List<String> NEWSROOM =
            List.of("en", "ar", "he", "fa", "fr", "es", "ru", "uk", "tr", "de", "it", "pt");

    public static final String UNKNOWN = "und";

    private static final String MODEL = "/langdetect-183.bin";
    /** Fewer letters say nothing about the language; fewer still do in scripts that few languages share. */
    private static final int FEW = 12;

    private static final int FEW_OF_A_SCRIPT = 6;
    /** How much likelier each of its small words makes a language, as a power of e. */
    private static final double WORD = 0.3;
    /** So many characters are looked at for small words. */
    private static final int ENOUGH = 600;
    /** So many characters the model sees: more make it hardly surer, only slower. */
    private static final int HEAD = 200;
    /** How much likelier the declared language is; the model's confidences lie close together. */
    private static final double PRIOR = 1.15;
    /** Where the model's code is not the ISO 639-2/T code of the language. */
    private static final Map<String, String> MODEL_CODES =
            Map.of("fa", "pes", "zh", "cmn", "no", "nob", "lv", "lvs", "et", "ekk");

    private final List<String> among;
    private final LanguageDetectorModel model;

    private Languages(List<String> among, LanguageDetectorModel model) {
        this.among = List.copyOf(among);
        this.model = model;
    }

    /** Tells the newsroom languages apart; the model is loaded at the first call. */
    public static Languages standard() {
        return Standard.LANGUAGES;
    }

    /** Tells these languages (ISO 639-1) apart. */
    public static Languages among(List<String> codes) {
        return new Languages(codes, Standard.LANGUAGES.model);
    }

    /** ISO 639-1 code of the text's language, {@code und} when there is too little of it and nothing was declared. */
    public String of(String declared, String text) {
        return of(declared, List.of(Passage.of(text)));
    }

    /** The same of several texts, such as headline and body. */
    public String of(String declared, List<Passage> texts) {
        var told = code(declared);
        var scripts = new Scripts();
        texts.forEach(t -> scripts.add(t.text()));
        boolean plausible = !told.isEmpty() && Scripts.writes(told, scripts.main());
        if (scripts.total() < (scripts.main() == UnicodeScript.LATIN ? FEW : FEW_OF_A_SCRIPT)) {
            return plausible || scripts.total() == 0 ? known(told) : UNKNOWN;
        }
        var settled = scripts.settled();
        if (!settled.isEmpty()) {
            return settled;
        }
        var candidate = plausible ? told : "";
        var clear = Standard.SMALL_WORDS.language(texts, ENOUGH);
        boolean accepted = candidate.isEmpty() ? among.contains(clear) : clear.equals(candidate);
        return accepted && Scripts.writes(clear, scripts.main()) ? clear : detect(candidate, scripts, texts);
    }

    private static String head(List<Passage> texts) {
        var head = new StringBuilder(HEAD);
        for (var text : texts) {
            head.append(text.text(), 0, Math.min(text.text().length(), HEAD - head.length()));
            if (head.length() >= HEAD) {
                break;
            }
            head.append('\n');
        }
        return head.toString();
    }

    private static String known(String told) {
        return told.isEmpty() ? UNKNOWN : told;
    }

    /** "en-US", "EN", "eng" and "en_GB" all say English. */
    private static String code(String declared) {
        var first = declared.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (first.length() == 3) {
            return ISO3.getOrDefault(first, first.equals(UNKNOWN) || first.equals("mul") ? "" : first);
        }
        return first.length() == 2 ? first : "";
    }

    private String detect(String told, Scripts scripts, List<Passage> texts) {
        var candidates = new HashMap<String, String>();
        among.stream().filter(c -> Scripts.writes(c, scripts.main())).forEach(c -> candidates.put(modelCode(c), c));
        if (!told.isEmpty()) {
            candidates.put(modelCode(told), told);
        }
        var hits = Standard.SMALL_WORDS.hits(texts, HEAD);
        var best = known(told);
        double most = Double.NEGATIVE_INFINITY;
        for (var guess : new LanguageDetectorME(model).predictLanguages(calm(head(texts)))) {
            var code = candidates.get(guess.getLang());
            if (code != null && guess.getConfidence() > 0) {
                double likely = Math.log(guess.getConfidence() * (code.equals(told) ? PRIOR : 1))
                        + WORD * hits.getOrDefault(code, 0)
                        + Standard.SPELLING.points(code, scripts);
                if (likely > most) {
                    most = likely;
                    best = code;
                }
            }
        }
        return best;
    }

    /** Headlines in capitals look foreign to a model that learned from sentences. */
    private static String calm(String text) {
        return text.chars().noneMatch(Character::isLowerCase) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String modelCode(String code) {
        var special = MODEL_CODES.get(code);
        return special != null ? special : Locale.of(code).getISO3Language();
    }

    private static final Map<String, String> ISO3 = iso3();

    private static Map<String, String> iso3() {
        var codes = new HashMap<String, String>();
        for (var two : Locale.getISOLanguages()) {
            codes.put(Locale.of(two).getISO3Language(), two);
        }
        return Map.copyOf(codes);
    }

    /** Loaded when first asked for: ten megabytes of n-grams. */
    private static final class Standard {
        private static final SmallWords SMALL_WORDS = new SmallWords();
        private static final Spelling SPELLING = new Spelling();
        private static final Languages LANGUAGES = new Languages(NEWSROOM, load());

        private static LanguageDetectorModel load() {
            try (var in = Languages.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException(MODEL + " is not on the class path: add opennlp-models-langdetect");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("language model " + MODEL, e);
            }
        }
    }
}
