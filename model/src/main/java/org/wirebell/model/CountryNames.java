package org.wirebell.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What people call a country: the JDK's names in the languages of news, and what they lack. */
final class CountryNames {
    private static final List<String> LANGUAGES =
            List.of("en", "ar", "he", "fa", "fr", "es", "ru", "uk", "tr", "de", "it", "pt");
    private static final Map<String, List<String>> FURTHER = Map.ofEntries(
            Map.entry("cd", List.of("DR Congo", "DRC", "Democratic Republic of the Congo")),
            Map.entry("cg", List.of("Congo", "Republic of the Congo")),
            Map.entry("ci", List.of("Ivory Coast", "Cote d'Ivoire")),
            Map.entry("cz", List.of("Czech Republic")),
            Map.entry("gb", List.of("UK", "Britain", "Great Britain")),
            Map.entry("hk", List.of("Hong Kong")),
            Map.entry("kp", List.of("DPRK")),
            Map.entry("mm", List.of("Myanmar", "Burma")),
            Map.entry("ps", List.of("Palestine", "فلسطين")),
            Map.entry("sy", List.of("Syrian Arab Republic")),
            Map.entry("tr", List.of("Turkey")),
            Map.entry("us", List.of("US", "USA", "U.S.", "America")),
            Map.entry("va", List.of("Vatican")),
            Map.entry("xk", List.of("Kosovo")));
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private CountryNames() {}

    /** The names of the country with this ISO 3166-1 code in lower case. */
    static List<String> of(String code) {
        return code.isEmpty() ? List.of() : KNOWN.computeIfAbsent(code, CountryNames::names);
    }

    private static List<String> names(String code) {
        var country = Locale.of("", code);
        return Stream.concat(
                        LANGUAGES.stream().map(language -> country.getDisplayCountry(Locale.of(language))),
                        FURTHER.getOrDefault(code, List.of()).stream())
                .distinct()
                .toList();
    }
}
