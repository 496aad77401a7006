package org.wirebell.ingest.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text. The order is: byte order mark, the server's charset, the document's declaration, UTF-8 if every byte
 * fits, a guess from the bytes, windows-1252. A charset that is named but does not fit the bytes is passed over with a note.
 */
public final class Charsets {
    private static final int DECLARATION_WITHIN = 1024;
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([^\"'\\s?>]+)");
    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w-]+)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\"';\\s]+)");

    /** What publishers call one thing and mean another; after the WHATWG encoding standard. */
    private static final Map<String, String> MEANT = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "latin-1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "gb18030",
            "gbk", "gb18030",
            "iso-8859-9", "windows-1254",
            "shift_jis", "windows-31j",
            "utf8", "utf-8");

    private Charsets() {}

    /** The text, the charset it was read with, and a note when what was declared did not hold. */
    public record Decoded(String text, String charset, List<String> notes) {}

    public static Decoded decode(byte[] raw, Hints hints) {
        var marked = mark(raw);
        if (marked.isPresent()) {
            var mark = marked.get();
            var text = mark.length == 3
                    ? Utf8Mix.decode(java.util.Arrays.copyOfRange(raw, 3, raw.length))
                    : lenient(raw, mark.length, mark.charset);
            return new Decoded(text, mark.charset.name(), List.of());
        }
        var head = new String(raw, 0, Math.min(raw.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
        var wide = wide(raw);
        if (wide.isPresent()) {
            return new Decoded(lenient(raw, 0, wide.get()), wide.get().name(), List.of());
        }
        var declared = declared(head, hints);
        for (var name : declared) {
            var charset = named(name);
            if (charset.isEmpty() || isWide(charset.get())) {
                continue;
            }
            var text = strict(raw, charset.get());
            // Latin text declared as such but really UTF-8: bytes that form valid UTF-8 with non-ASCII are hardly ever
            // Latin
            if (text.isPresent() && !(single(charset.get()) && isMultibyteUtf8(raw))) {
                return new Decoded(text.get(), charset.get().name(), List.of());
            }
        }
        return guess(raw, declared);
    }

    /** The charset parameter of a Content-Type header, or empty. */
    static String parameter(String contentType) {
        var found = PARAMETER.matcher(contentType);
        return found.find() ? found.group(1) : "";
    }

    /** The charset of that name, corrected to what publishers mean by it. */
    static Optional<Charset> named(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        try {
            return key.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(MEANT.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Decoded guess(byte[] raw, List<String> declared) {
        var utf8 = strict(raw, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), "UTF-8", declared.isEmpty() ? List.of() : wrong(declared, "UTF-8"));
        }
        var damage = Utf8Mix.Damage.of(raw);
        if (damage.isUtf8()) {
            return new Decoded(Utf8Mix.decode(raw), "UTF-8", List.of("bytes that are not UTF-8 read as windows-1252"));
        }
        if (damage.isRare()) {
            return new Decoded(lenient(raw, 0, LATIN), LATIN.name(), wrong(declared, LATIN.name()));
        }
        var detector = new UniversalDetector();
        detector.handleData(raw, 0, Math.min(raw.length, 1 << 18));
        detector.dataEnd();
        var charset = Optional.ofNullable(detector.getDetectedCharset())
                .map(name -> name.startsWith("MAC") ? "windows-1251" : name) // nobody has sent Mac Cyrillic for decades
                .flatMap(Charsets::named)
                .filter(c -> !isWide(c) && !c.equals(StandardCharsets.UTF_8) && !c.equals(StandardCharsets.US_ASCII))
                .orElse(LATIN);
        return new Decoded(lenient(raw, 0, charset), charset.name(), wrong(declared, charset.name()));
    }

    private static List<String> wrong(List<String> declared, String used) {
        return List.of(
                declared.isEmpty()
                        ? "no charset declared, read as " + used
                        : "declared charset " + String.join(", ", declared) + " does not fit, read as " + used);
    }

    private static List<String> declared(String head, Hints hints) {
        var xml = XML_ENCODING.matcher(head);
        var meta = META_CHARSET.matcher(head);
        var inside = xml.find() ? xml.group(1) : meta.find() ? meta.group(1) : "";
        var outside = hints.charset().isEmpty() ? parameter(hints.contentType()) : hints.charset();
        return java.util.stream.Stream.of(outside, inside)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private record Mark(Charset charset, int length) {}

    private static Optional<Mark> mark(byte[] raw) {
        if (starts(raw, 0xEF, 0xBB, 0xBF)) {
            var text = strict(raw, StandardCharsets.UTF_8);
            return text.isPresent() || Utf8Mix.Damage.of(raw).isUtf8()
                    ? Optional.of(new Mark(StandardCharsets.UTF_8, 3))
                    : Optional.empty();
        }
        if (starts(raw, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
        }
        if (starts(raw, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new Mark(Charset.forName("UTF-32BE"), 4));
        }
        if (!hasZero(raw)) {
            return Optional.empty(); // a mark of UTF-16 before something else
        }
        if (starts(raw, 0xFF, 0xFE)) {
            return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
        }
        if (starts(raw, 0xFE, 0xFF)) {
            return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
        }
        return Optional.empty();
    }

    /** In UTF-16 every other byte of markup is zero. */
    private static boolean hasZero(byte[] raw) {
        for (int i = 2; i < Math.min(raw.length, 64); i++) {
            if (raw[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 and UTF-32 without a mark show themselves by where the zeroes beside the first {@code <} or brace are. */
    private static Optional<Charset> wide(byte[] raw) {
        if (raw.length < 4) {
            return Optional.empty();
        }
        if (raw[0] == 0 && raw[1] == 0 && raw[2] == 0 && raw[3] != 0) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (raw[0] != 0 && raw[1] == 0 && raw[2] == 0 && raw[3] == 0) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (raw[0] == 0 && raw[1] != 0 && raw[2] == 0 && raw[3] != 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (raw[0] != 0 && raw[1] == 0 && raw[2] != 0 && raw[3] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean single(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() <= 1;
    }

    /** ASCII is valid in both, and no sign of UTF-8. */
    private static boolean isMultibyteUtf8(byte[] raw) {
        for (byte b : raw) {
            if (b < 0) {
                return strict(raw, StandardCharsets.UTF_8).isPresent();
            }
        }
        return false;
    }

    private static boolean starts(byte[] raw, int... prefix) {
        if (raw.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((raw[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strict(byte[] raw, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(single(charset) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw));
            return Optional.of(known(text.toString(), charset));
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    /** The few bytes that a charset of single bytes leaves open are damage: a space, as in {@link Utf8Mix}. */
    private static String known(String text, Charset charset) {
        return single(charset) ? text.replace('\uFFFD', ' ') : text;
    }

    private static String lenient(byte[] raw, int from, Charset charset) {
        return known(new String(raw, from, raw.length - from, charset), charset);
    }
}
