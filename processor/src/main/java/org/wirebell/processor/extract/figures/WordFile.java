package org.wirebell.processor.extract.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word list: sections in square brackets, in them one line per group of phrases parted by commas; {@code = 12} gives a worth;
 * {@code (with|suffered) (minor|serious) burns} stands for each phrase that a choice of one word of each makes, an empty one being none; everything
 * after {@code #} is a comment.
 */
final class WordFile {
    /** One line of a section. */
    record Line(String section, List<String> phrases, double worth) {}

    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");

    private WordFile() {}

    /** The lines of a list that comes with Wirebell, for instance {@code en/nouns.txt}. */
    static List<Line> load(String name) {
        try (var in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("word list " + name + " is missing");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("word list " + name, e);
        }
    }

    static List<Line> parse(String name, String content) {
        var lines = new ArrayList<Line>();
        var section = "";
        int number = 0;
        for (var raw : content.split("\n", -1)) {
            number++;
            int hash = raw.indexOf('#');
            var line = (hash < 0 ? raw : raw.substring(0, hash)).strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
            } else if (!line.isEmpty()) {
                if (section.isEmpty()) {
                    throw new IllegalArgumentException(name + ":" + number + ": a line before any [section]");
                }
                lines.add(line(section, line, name + ":" + number));
            }
        }
        return lines;
    }

    /** A phrase for each choice, from the first on. */
    private static Stream<String> chosen(String phrase) {
        var choice = CHOICE.matcher(phrase);
        if (!choice.find()) {
            return Stream.of(phrase.strip().replaceAll(" {2,}", " "));
        }
        return Arrays.stream(choice.group(1).split("\\|", -1))
                .flatMap(word -> chosen(phrase.substring(0, choice.start()) + word + phrase.substring(choice.end())));
    }

    private static Line line(String section, String line, String where) {
        int equals = line.indexOf('=');
        var phrases = Arrays.stream(
                        (equals < 0 ? line : line.substring(0, equals)).strip().split("\\s*,\\s*", -1))
                .flatMap(WordFile::chosen)
                .toList();
        try {
            return new Line(
                    section,
                    phrases,
                    equals < 0
                            ? 0
                            : Double.parseDouble(line.substring(equals + 1).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": no number after =: " + line, e);
        }
    }
}
