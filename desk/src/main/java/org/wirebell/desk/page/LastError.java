package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.FeedState;

/**
 * What went wrong at a source last, with the first bytes of what came then, as ingest left it in the state of the source.
 *
 * @param head what came, made visible: every byte that is no letter of UTF-8 stands as {@code \xNN}; empty for nothing
 */
record LastError(Optional<Instant> at, String why, String detail, String head) {
    private static final int LONGEST_LETTER = 4; // bytes of UTF-8

    static Optional<LastError> of(FeedState feed) {
        return feed.more().get("lastError") instanceof Map<?, ?> error
                ? Optional.of(new LastError(
                        at(word(error, "at")),
                        word(error, "why").replace('_', ' '),
                        word(error, "detail"),
                        visible(bytes(word(error, "head")))))
                : Optional.empty();
    }

    Node shown(Look look) {
        var told = el("p.detail", el("strong", why), text(detail.isEmpty() ? "" : ": " + detail))
                .with("dir", "auto");
        var parts = new ArrayList<Node>(List.of(told));
        parts.add(
                head.isEmpty()
                        ? el("p.detail", "Nothing came with it.")
                        : el("pre.head", head)
                                .with("dir", "ltr")
                                .with("tabindex", "0")
                                .with("role", "region")
                                .with("aria-label", "First bytes of what came"));
        var summary =
                el("summary", text("Last error "), at.<Node>map(look::clock).orElse(text("")));
        return el("details", summary).with("data-name", "last-error").add(parts);
    }

    /** Tabulators and ends of lines stay what they are. */
    static String visible(byte[] bytes) {
        var all = new StringBuilder();
        for (int i = 0; i < bytes.length; ) {
            var letter = letter(bytes, i);
            if (letter.isPresent() && shows(letter.get().codePointAt(0))) {
                all.append(letter.get());
                i += letter.get().getBytes(StandardCharsets.UTF_8).length;
            } else {
                all.append(String.format("\\x%02x", bytes[i++]));
            }
        }
        return all.toString();
    }

    private static boolean shows(int letter) {
        return letter == '\n'
                || letter == '\t'
                || switch (Character.getType(letter)) {
                    case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                    default -> true;
                };
    }

    /** The letter that begins here; none where these bytes are no UTF-8. */
    private static Optional<String> letter(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : LONGEST_LETTER;
        if (first >= 0x80 && first < 0xc0 || from + length > bytes.length) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<Instant> at(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String word(Map<?, ?> error, String key) {
        return Optional.ofNullable(error.get(key)).map(Object::toString).orElse("");
    }
}
