package org.wirebell.processor.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of claimants: one canonical name for all the words that a configuration lists for it. */
final class Claimants {
    private static final WordList WORDS = WordList.read("generic.txt");
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|a|an|l['’]|le|la|les|el|los|las)\\s+|^l['’]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL = Pattern.compile(
            "(?:['’]s)?\\s+(?:officials?|spokes(?:man|woman|person|people)|statement|sources?|authorities)$",
            Pattern.CASE_INSENSITIVE);

    private Claimants() {}

    /** Lower case, without article and "officials"; aliases are tried before and after. */
    static String canonical(String words, Map<String, String> aliases) {
        var plain = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var bare = ARTICLE.matcher(plain).replaceFirst("");
        var short_ = TAIL.matcher(bare).replaceFirst("");
        for (var form : new String[] {plain, bare, short_}) {
            for (var alias : aliases.entrySet()) {
                if (alias.getKey().equalsIgnoreCase(form) || alias.getValue().equalsIgnoreCase(form)) {
                    return alias.getValue();
                }
            }
        }
        return short_;
    }

    /** False for nobody, "officials", "witnesses" and the like, who cannot be held to what they said before. */
    static boolean named(String claimant) {
        return !claimant.isEmpty() && !WORDS.without("claimant", claimant).isEmpty();
    }

    /** Whether an armed side speaks. */
    static boolean armed(String claimant) {
        return WORDS.has("armed", claimant);
    }

    /** The side for which an army speaks: "Norvia's army" gives "norvia". */
    static String side(String claimant) {
        return WORDS.without("armed", claimant)
                .replaceAll("['’]s?(?=\\s|$)", "")
                .strip();
    }
}
