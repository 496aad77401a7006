package org.wirebell.ingest.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.wirebell.model.Ids;

/**
 * Where the entries of a feed stand in its bytes: each {@code item} or {@code entry} from its first to its last tag.
 * They are found without reading the document, so only where there can be no doubt: none within another, none without
 * its end.
 *
 * @param raw the document
 * @param spans of its entries, in their order; empty when they cannot be told apart
 */
record Entries(byte[] raw, List<Span> spans) {
    private static final List<Tag> TAGS = List.of(new Tag("item"), new Tag("entry"));
    /** Longer documents are an archive; the marks of so many are not kept. */
    private static final int MOST = 2_000;
    /** 128 bits, in hexadecimal. */
    private static final int HASH = 32;

    /** @param hash of its bytes */
    record Span(int start, int end, String hash) {}

    private record Tag(byte[] open, byte[] close) {
        Tag(String name) {
            this(("<" + name).getBytes(StandardCharsets.US_ASCII), ("</" + name).getBytes(StandardCharsets.US_ASCII));
        }
    }

    static Entries in(byte[] raw) {
        for (var tag : TAGS) {
            var spans = spans(raw, tag);
            if (!spans.isEmpty()) {
                return new Entries(raw, spans);
            }
        }
        return new Entries(raw, List.of());
    }

    private static List<Span> spans(byte[] raw, Tag tag) {
        var spans = new ArrayList<Span>();
        int start = -1;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '<') {
                continue;
            }
            if (isAt(raw, i, tag.open())) {
                if (start >= 0 || spans.size() == MOST) {
                    return List.of();
                }
                start = i;
            } else if (isAt(raw, i, tag.close())) {
                int end = i + tag.close().length + 1;
                if (start < 0 || raw[end - 1] != '>') {
                    return List.of();
                }
                spans.add(new Span(start, end, hash(raw, start, end)));
                start = -1;
            }
        }
        return start < 0 ? spans : List.of();
    }

    /** The name must end there: {@code items} is another element. */
    private static boolean isAt(byte[] raw, int at, byte[] tag) {
        int end = at + tag.length;
        return end < raw.length
                && Arrays.equals(raw, at, end, tag, 0, tag.length)
                && (raw[end] == '>' || raw[end] == '/' || raw[end] <= ' ' && raw[end] >= 0);
    }

    private static String hash(byte[] raw, int start, int end) {
        return Ids.hash(Arrays.copyOfRange(raw, start, end)).substring(0, HASH);
    }

    /** The document without those entries. */
    byte[] without(Set<String> hashes) {
        var rest = new ByteArrayOutputStream(raw.length);
        int from = 0;
        for (var span : spans) {
            if (hashes.contains(span.hash())) {
                rest.write(raw, from, span.start() - from);
                from = span.end();
            }
        }
        rest.write(raw, from, raw.length - from);
        return rest.toByteArray();
    }

    /** Of the entries that are not among them, in their order. */
    List<String> beside(Set<String> hashes) {
        return spans.stream()
                .map(Span::hash)
                .filter(hash -> !hashes.contains(hash))
                .toList();
    }
}
