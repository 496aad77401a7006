package org.wirebell.ingest.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Encoded words in mail headers (RFC 2047), also where they touch other text, have spaces inside, name a charset that does
 * not exist, or split a character between two of them.
 */
final class EncodedWords {
    /** Charset (with RFC 2231's language behind), encoding, text. */
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?]{0,40})?\\?([bBqQ])\\?([^?]*+)\\?=");

    private EncodedWords() {}

    /** The text of a header as it was meant; words that can't be decoded stay as they are. */
    static String decode(String header) {
        var words = WORD.matcher(header);
        var out = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        Charset charset = StandardCharsets.UTF_8;
        int end = 0;
        while (words.find()) {
            var between = header.substring(end, words.start());
            var its = Charsets.named(words.group(1)).orElse(StandardCharsets.UTF_8);
            // White space between two words is not text, and two of one charset may share a character.
            boolean joined = bytes.size() > 0 && between.isBlank();
            if (!joined || !its.equals(charset)) {
                flush(bytes, charset, out);
            }
            out.append(joined ? "" : between);
            charset = its;
            bytes.writeBytes(decoded(words.group(2), words.group(3)));
            end = words.end();
        }
        flush(bytes, charset, out);
        return out.append(header.substring(end)).toString();
    }

    private static void flush(ByteArrayOutputStream bytes, Charset charset, StringBuilder out) {
        out.append(Charsets.decode(bytes.toByteArray(), Hints.file("").inCharset(charset.name()))
                .text());
        bytes.reset();
    }

    private static byte[] decoded(String encoding, String text) {
        if (encoding.equalsIgnoreCase("b")) {
            var clean = text.replaceAll("[^A-Za-z0-9+/]", "");
            // One digit alone is no byte: it was cut.
            return Base64.getDecoder().decode(clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean);
        }
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }
}
