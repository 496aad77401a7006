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
