package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of claimants: one canonical name for all the words that a configuration lists for it. */
final class Claimants {
    private static final WordList WORDS = WordList.read("generic.txt");
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|a|an|l['’]|le|la|les|el|los|las)\\s+|^l['’]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL = Pattern.compile(
            "(?:['’]s)?\\s+(?:officials?|spokes(?:man|woman|person|people)|statement|sources?|authorities)$",
            Pattern.CASE_INSENSITIVE);

    /** Where a place may stand in a name: "Norvia's army", "the army in Norvia", "Norvia army", "the Port Adel town hall". */
    private static final List<Pattern> FORMS = Stream.of(
                    "(?<place>.{2,40}?)['’]s? (?<rest>.+)",
                    "(?<rest>.+?) (?:in|of|de|du|d['’]|en|à|في|بـ?) ?(?<place>.{2,40})",
                    "(?<place>\\S+ \\S+) (?<rest>.+)",
                    "(?<place>\\S+) (?<rest>.+)",
                    "(?<rest>.+) (?<place>\\S+)")
            .map(Pattern::compile)
            .toList();
    /** Names seen lately: each is asked for with every claim that is gone through. */
    private static final Map<String, Boolean> NAMED = new ConcurrentHashMap<>();

    private static final int NAMED_MOST = 10_000;

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

    /** The name without the place for which it speaks, where something is left that names somebody. */
    static String without(String name, Predicate<String> here) {
        for (var form : FORMS) {
            var matcher = form.matcher(name);
            if (matcher.matches() && here.test(matcher.group("place"))) {
                var rest = ARTICLE.matcher(matcher.group("rest").strip()).replaceFirst("");
                return named(rest) ? rest : name;
            }
        }
        return name;
    }

    /** False for nobody, "officials", "witnesses" and the like, who cannot be held to what they said before. */
    static boolean named(String claimant) {
        if (NAMED.size() > NAMED_MOST) {
            NAMED.clear();
        }
        return NAMED.computeIfAbsent(
                claimant,
                name -> !name.isEmpty() && !WORDS.without("claimant", name).isEmpty());
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
