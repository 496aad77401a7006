package org.wirebell.processor.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.wirebell.model.Json;

/**
 * A text that copies are looked for of, as the store keeps it: some two kilobytes, of which a text that comes is compared with up to eight.
 *
 * @param id of the version of the item
 * @param root id of the first text of its chain, its own when it is no copy
 * @param copy whether it was told as a copy
 */
public record HeldText(String id, String source, Instant at, String root, boolean copy, Print print) {
    private static final byte VERSION = 1;
    /** What versions before this form wrote begins so. */
    private static final byte JSON = '{';
    /** Version, moment, whether a copy, size, level, headline. */
    private static final int FIXED = 1 + Long.BYTES + Integer.BYTES + 1 + 3 * Integer.BYTES;

    static HeldText of(Candidate candidate, Print print, String root, boolean copy) {
        return new HeldText(candidate.id(), candidate.source(), candidate.at(), root, copy, print);
    }

    /** A version, what is of one size, then each text and each row of numbers behind its length. */
    public byte[] toBytes() {
        var texts = Stream.of(id, source, root, print.numbers().packedValues())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        var rows = List.of(
                print.shingles().kept().toArray(),
                print.bands().toArray(),
                print.numbers().windows().toArray(),
                print.names().toArray());
        int size = FIXED
                + texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum()
                + rows.stream()
                        .mapToInt(row -> Integer.BYTES * (1 + row.length))
                        .sum();
        var out = ByteBuffer.allocate(size)
                .put(VERSION)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .put((byte) (copy ? 1 : 0))
                .putInt(print.shingles().size())
                .putInt(print.shingles().level())
                .putInt(print.headline());
        texts.forEach(text -> out.putInt(text.length).put(text));
        for (var row : rows) {
            out.putInt(row.length).asIntBuffer().put(row);
            out.position(out.position() + Integer.BYTES * row.length);
        }
        return out.array();
    }

    public static HeldText of(byte[] bytes) {
        if (bytes[0] == JSON) {
            return Json.read(bytes, PackedText.class).unpacked();
        }
        var in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("a text of version " + bytes[0] + ", known is " + VERSION);
        }
        var at = Instant.ofEpochSecond(in.getLong(), in.getInt());
        boolean copy = in.get() == 1;
        int size = in.getInt();
        int level = in.getInt();
        int headline = in.getInt();
        var id = text(in);
        var source = text(in);
        var root = text(in);
        var values = text(in);
        var shingles = new Print.Shingles(size, level, Hashes.of(row(in)));
        var bands = Ints.of(row(in));
        var numbers = Numbers.unpacked(values, Ints.of(row(in)));
        return new HeldText(
                id, source, at, root, copy, new Print(shingles, bands, headline, numbers, Hashes.of(row(in))));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static int[] row(ByteBuffer in) {
        var row = new int[in.getInt()];
        in.asIntBuffer().get(row);
        in.position(in.position() + Integer.BYTES * row.length);
        return row;
    }
}
