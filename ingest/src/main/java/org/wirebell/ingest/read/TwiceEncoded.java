package org.wirebell.ingest.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that a publisher's program took for windows-1252 and encoded once more, so that an é arrives as Ã©. Each run of
 * text between two tags is judged alone, since often only some stories of a feed came through such a program.
 */
final class TwiceEncoded {
    private static final Charset TAKEN_FOR = Charset.forName("windows-1252");
    /** What windows-1252 has in place of the controls 80 to 9F; those it leaves open stand for themselves. */
    private static final String HIGH = new String(bytes(0x80, 0xA0), TAKEN_FOR);

    private TwiceEncoded() {}

    /** The text with what was encoded twice set right; the very same when there is no such thing. */
    static String repair(String text) {
        int first = suspect(text);
        if (first < 0) {
            return text;
        }
        var repaired = new StringBuilder(text.length());
        int start = 0;
        boolean found = false;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBorder(text.charAt(i))) {
                var run = text.substring(start, i);
                var once = decoded(run);
                found |= !once.equals(run);
                repaired.append(once).append(text, i, Math.min(i + 1, text.length()));
                start = i + 1;
            }
        }
        return found ? repaired.toString() : text;
    }

    private static boolean isBorder(char c) {
        return c == '<' || c == '>' || c == '"' || c == '\n';
    }

    /** Where the first two characters stand that could be one; −1 in nearly every document. */
    private static int suspect(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F && isLead(text.charAt(i - 1)) && (octet(text.charAt(i)) & 0xC0) == 0x80) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLead(int c) {
        return c >= 0xC2 && c <= 0xF4;
    }

    private static String decoded(String run) {
        if (suspect(run) < 0) {
            return run;
        }
        var raw = new byte[run.length()];
        int leads = 0;
        boolean common = false;
        for (int i = 0; i < raw.length; i++) {
            int octet = octet(run.charAt(i));
            if (octet < 0) {
                return run; // a character that no second encoding makes: this text went through once
            }
            raw[i] = (byte) octet;
            leads += isLead(octet) ? 1 : 0;
            common |= octet == 0xC2 || octet == 0xC3 || octet >= 0xE0 && octet <= 0xF4;
        }
        // A single one of the rarer kind may well be meant: »Spaß« ends in what would be a letter of N'Ko.
        return leads > 1 || common ? utf8(raw, run) : run;
    }

    private static String utf8(byte[] raw, String otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException meantAsItStands) {
            return otherwise;
        }
    }

    /** The byte that was taken for this character, −1 for none. */
    private static int octet(char c) {
        if (c < 0x100) {
            return c;
        }
        int high = HIGH.indexOf(c);
        return high < 0 || c == '\uFFFD' ? -1 : 0x80 + high;
    }

    private static byte[] bytes(int from, int to) {
        var bytes = new byte[to - from];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }
}
