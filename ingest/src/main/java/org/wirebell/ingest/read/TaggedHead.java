package org.wirebell.ingest.read;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dialect of telex in which the first character of a line in the head says what it is: {@code #} slug, {@code :} take,
 * {@code ^} headline, {@code $} headline or category, others service levels, subjects, places. The text begins with the
 * first line without such a character.
 */
record TaggedHead(String slug, String headline, String text) {
    private static final String TAGS = "%#$:^&*@+=~";

    private enum Tag {
        SLUG,
        TAKE,
        HEADLINE
    }

    static boolean isTagged(String line) {
        return !line.isBlank() && TAGS.indexOf(line.charAt(0)) >= 0 && !line.startsWith("* ");
    }

    private static boolean goesOn(String[] lines, int at) {
        return lines[at].isBlank() && at + 1 < lines.length && isTagged(lines[at + 1]);
    }

    /** The head whose lines begin at {@code from}; none when fewer than two lines are tagged. */
    static Optional<TaggedHead> read(String[] lines, int from) {
        Map<Tag, String> said = new EnumMap<>(Tag.class);
        int at = from;
        for (; at < lines.length && (isTagged(lines[at]) || goesOn(lines, at)); at++) {
            if (lines[at].isBlank()) {
                continue;
            }
            var text = Text.fold(lines[at].substring(1).replaceFirst("^ *:", ""));
            switch (lines[at].charAt(0)) {
                case '#' -> said.putIfAbsent(Tag.SLUG, text);
                case ':' -> said.merge(Tag.TAKE, text, (first, second) -> first.isEmpty() ? second : first);
                case '^' -> said.put(Tag.HEADLINE, text);
                case '$' -> {
                    if (text.contains(" ")) {
                        said.putIfAbsent(Tag.HEADLINE, text); // a category is one letter
                    }
                }
                default -> {}
            }
        }
        if (at - from < 2) {
            return Optional.empty();
        }
        var slug = said.getOrDefault(Tag.SLUG, "");
        var take = said.getOrDefault(Tag.TAKE, "");
        var both = take.startsWith(slug) ? take : (slug + " " + take).strip();
        return Optional.of(new TaggedHead(
                slug,
                said.getOrDefault(Tag.HEADLINE, both),
                String.join("\n", Arrays.asList(lines).subList(at, lines.length))));
    }
}
