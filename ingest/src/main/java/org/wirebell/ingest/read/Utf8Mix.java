package org.wirebell.ingest.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 into which other bytes have strayed, as when two sources were pasted together. */
final class Utf8Mix {
    private static final Charset STRAY = Charset.forName("windows-1252");

    private Utf8Mix() {}

    /** How many characters of these bytes are whole UTF-8, and how many bytes are not. */
    record Damage(long whole, long broken, int length) {
        static Damage of(byte[] raw) {
            var text = new String(raw, StandardCharsets.UTF_8);
            long broken = text.chars().filter(c -> c == 0xFFFD).count();
            long whole = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
            return new Damage(whole, broken, text.length());
        }

        /** The odd bytes are damage, not another charset; three of them to a whole one are no accident. */
        boolean isUtf8() {
            return whole >= broken || isRare() && whole * 3 >= broken;
        }

        /** Hardly anything but ASCII: a Western text, and too little to guess from. */
        boolean isRare() {
            return broken * 50 < length;
        }
    }

    /** Each byte that is no UTF-8 counts as windows-1252. */
    static String decode(byte[] raw) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(raw);
        var out = CharBuffer.allocate(raw.length + 1);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (!result.isError()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.append(new String(raw, in.position(), 1, STRAY).replace('\uFFFD', ' '));
                in.get();
            }
            decoder.reset();
        }
    }
}
