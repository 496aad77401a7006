package org.wirebell.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Where in an item a query found its words. */
final class Found {
    private static final Comparator<Span> ORDER = Comparator.<Span, String>comparing(
                    span -> span.field().key())
            .thenComparing(Span::start)
            .thenComparing(Span::end);

    private final List<Span> spans = new ArrayList<>();

    private record Span(Fields field, int start, int end) {}

    void add(Fields field, int start, int end) {
        spans.add(new Span(field, start, end));
    }

    /** As {@code field: words}, each once, in the order of fields and texts. */
    List<String> words(Seen seen) {
        return spans.stream()
                .sorted(ORDER)
                .map(span -> span.field().key() + ": "
                        + seen.column(span.field())
                                .words(span.start(), span.end())
                                .toLowerCase(Locale.ROOT))
                .distinct()
                .limit(Words.MOST)
                .toList();
    }
}
