package org.wirebell.desk.board;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A plain text filter: all words must occur somewhere in what the row shows. The query language of the rules takes its
 * place when there is an archive to ask.
 */
public record Filter(List<String> words) {
    public static final int LONGEST = 500;

    public Filter {
        words = List.copyOf(words);
    }

    public static Filter of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the filter has " + text.length() + " letters, at most " + LONGEST);
        }
        return new Filter(Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList());
    }

    public boolean matches(Told told) {
        if (words.isEmpty()) {
            return true;
        }
        var alert = told.alert();
        var evidence = alert.evidence();
        var text = String.join(
                        "\n",
                        alert.title(),
                        alert.claimant(),
                        alert.rule(),
                        alert.about(),
                        alert.priority().name(),
                        alert.state().name(),
                        alert.reason().name().replace('_', ' '),
                        alert.language(),
                        evidence.source(),
                        evidence.headline(),
                        evidence.sentence(),
                        String.join(" ", alert.recipients()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
