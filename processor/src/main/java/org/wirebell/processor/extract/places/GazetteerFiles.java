package org.wirebell.processor.extract.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wirebell.model.Place;

/** Builds the gazetteer from the JDK's country names and the lists beside this class; each file says its own form. */
final class GazetteerFiles {
    private static final List<String> LANGUAGES =
            List.of("en", "fr", "es", "ar", "de", "it", "pt", "tr", "ru", "uk", "he", "fa");
    private static final List<String> FRENCH = List.of("", "e", "s", "es", "ne", "nes");
    private static final List<String> SPANISH = List.of("", "o", "a", "os", "as", "e", "es", "s");
    private static final List<String> ARABIC = List.of("", "ة", "ين", "ون", "ان", "ات", "تين");
    /** Countries that are also first names. */
    private static final Set<String> PEOPLE = Set.of("jo", "td", "ge");

    final Map<String, Place> places = new HashMap<>();
    final Set<Name> names = new LinkedHashSet<>();
    /** Ids of countries and of the places written by hand. */
    final Set<String> hand;
    /** Thousands of people, as far as known. */
    final Map<String, Integer> people = new HashMap<>();

    GazetteerFiles() {
        countries();
        rows("demonyms.txt", 5).forEach(this::demonyms);
        rows("places.txt", 5).forEach(this::place);
        rows("not-places.txt", 1).forEach(row -> names.add(new Name(Names.keys(row[0]), "", "", Name.Kind.NOTHING)));
        hand = Set.copyOf(places.keySet());
        new OpenPlaces(this).add();
    }

    private void countries() {
        var rows = new HashMap<String, String[]>();
        rows("countries.txt", 3).forEach(row -> rows.put(row[0], row));
        var codes = new TreeSet<>(rows.keySet());
        for (var code : Locale.getISOCountries()) {
            codes.add(code.toLowerCase(Locale.ROOT));
        }
        for (var code : codes) {
            country(code, rows.getOrDefault(code, new String[] {code, "", ""}));
        }
    }

    private void country(String code, String[] row) {
        var further = List.of(row[2].split("\\|"));
        var shown = row[1].isEmpty() ? english(code) : row[1];
        places.put(code, new Place(code, shown, code, List.of(), ""));
        for (var language : LANGUAGES) {
            var name =
                    Locale.of("", code).getDisplayCountry(Locale.of(language)).replaceAll("\\s*\\(.*\\)", "");
            if (!further.contains("-" + language + ":" + name)) {
                add(name, code, language, PEOPLE.contains(code) ? Name.Kind.PERSON : Name.Kind.PLAIN);
                if (language.equals("en") && (name.contains("&") || name.startsWith("St. "))) {
                    var spelledOut = name.replace("&", "and").replace("St. ", "Saint ");
                    add(spelledOut, code, "", Name.Kind.PLAIN);
                }
            }
        }
        for (var name : further) {
            if (name.endsWith("!")) {
                add(name.substring(0, name.length() - 1), code, "", Name.Kind.SHOUTED);
            } else if (!name.startsWith("-")) {
                add(name, code, "", Name.Kind.PLAIN);
            }
        }
    }

    private static String english(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private void demonyms(String[] row) {
        for (var word : row[1].split("\\|")) {
            add(word, row[0], "en", Name.Kind.DEMONYM);
        }
        stems(row[2], row[0], "fr", FRENCH);
        stems(row[3], row[0], "es", SPANISH);
        for (var stem : row[4].isEmpty() ? new String[0] : row[4].split("\\|")) {
            for (var ending : ARABIC) {
                var word = stem.replace(" ", ending + " ") + ending;
                add(word, row[0], "ar", Name.Kind.DEMONYM);
                add("ال" + word.replace(" ", " ال"), row[0], "ar", Name.Kind.DEMONYM);
            }
        }
    }

    private void stems(String stems, String code, String language, List<String> endings) {
        for (var stem : stems.split("\\|")) {
            if (stem.endsWith("*")) {
                endings.forEach(e -> add(stem.substring(0, stem.length() - 1) + e, code, language, Name.Kind.DEMONYM));
            } else {
                add(stem, code, language, Name.Kind.DEMONYM);
            }
        }
    }

    private void place(String[] row) {
        var id = row[0];
        var country = id.startsWith("x/") ? "" : id.substring(0, id.indexOf('/'));
        places.put(id, new Place(id, row[1], country, ancestors(row[2]), ""));
        var kind = row[3].contains("w") ? Name.Kind.WORD : row[3].contains("p") ? Name.Kind.PERSON : Name.Kind.PLAIN;
        add(row[1], id, "", kind);
        for (var name : row[4].split("\\|")) {
            add(name, id, "", kind == Name.Kind.WORD ? Name.Kind.PLAIN : kind);
        }
    }

    /** Parents may stand below their children in the file, so the chain is completed by {@link #complete}. */
    private static List<String> ancestors(String parent) {
        return parent.isEmpty() ? List.of() : List.of(parent);
    }

    /** The places with all their ancestors; complains of a parent that is not there. */
    Map<String, Place> complete() {
        var complete = new HashMap<String, Place>();
        for (var place : places.values()) {
            var chain = new ArrayList<String>();
            for (var up = place; !up.ancestors().isEmpty(); ) {
                var parent = up.ancestors().getFirst();
                var found = places.get(parent);
                if (found == null || chain.contains(parent)) {
                    throw new IllegalStateException("places.txt: " + up.id() + ": no such parent: " + parent);
                }
                chain.add(parent);
                up = found;
            }
            complete.put(place.id(), new Place(place.id(), place.name(), place.country(), chain, ""));
        }
        return complete;
    }

    private void add(String name, String id, String language, Name.Kind kind) {
        var keys = Names.keys(name);
        if (!keys.isEmpty()) {
            names.add(new Name(keys, id, language, kind));
        }
    }

    static List<String[]> rows(String file, int columns) {
        var rows = new ArrayList<String[]>();
        try (var in = GazetteerFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing");
            }
            for (var line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var row = line.split(";", -1);
                    if (row.length != columns) {
                        throw new IllegalStateException(file + ": not " + columns + " columns: " + line);
                    }
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return rows;
    }
}
