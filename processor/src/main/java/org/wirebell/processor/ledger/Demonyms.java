package org.wirebell.processor.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The country of a people named in English, from the list that the gazetteer keeps. */
final class Demonyms {
    private static final String LIST = "/org/wirebell/processor/extract/places/demonyms.txt";
    private static final Map<String, String> COUNTRIES = read();

    private Demonyms() {}

    /** The gazetteer id of the country, such as {@code lb} for "Lebanese". */
    static Optional<String> country(String people) {
        return Optional.ofNullable(COUNTRIES.get(people.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> read() {
        var countries = new HashMap<String, String>();
        var in = Objects.requireNonNull(Demonyms.class.getResourceAsStream(LIST), LIST);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                var cells = line.split(";", -1);
                if (!line.startsWith("#") && cells.length > 1) {
                    for (var name : cells[1].split("\\|", -1)) {
                        countries.put(name.toLowerCase(Locale.ROOT), cells[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(countries);
    }
}
