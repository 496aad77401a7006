package org.wirebell.ingest.read;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The wires and feeds in a mail: the parts that are documents of their own, by their bytes and not by their names. Agencies
 * mail NewsML, NITF, ninjs and text wires as attachments, or put a text wire where others write their text.
 *
 * @param name of the attached file; empty for what stands in place of the text
 * @param contentType as the mail says
 */
public record Enclosed(String name, String contentType, byte[] raw) {
    /** Whether it stands in place of the mail's own text. */
    public boolean isText() {
        return name.isEmpty();
    }

    /** All of a mail, in their order; none when the mail is too damaged to have parts. */
    public static List<Enclosed> in(byte[] mail) {
        var found = new ArrayList<Enclosed>();
        // What the mail's own reader notes as damage need not be said twice.
        Guard.attempt("mail", () -> walk(mail, found), new ArrayList<>());
        return List.copyOf(found);
    }

    private static List<Enclosed> walk(byte[] mail, List<Enclosed> found) {
        try {
            var session = Session.getInstance(new Properties());
            part(new MimeMessage(session, new ByteArrayInputStream(Mail.stripped(mail))), 0, found, new int[1]);
        } catch (MessagingException | IOException _) {
            return found; // with what came before the damage
        }
        return found;
    }

    private static void part(Part part, int depth, List<Enclosed> found, int[] visited)
            throws MessagingException, IOException {
        visited[0]++;
        var type = Optional.ofNullable(part.getContentType()).orElse("text/plain");
        var lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("multipart/") && depth < Mail.MAX_DEPTH && part.getContent() instanceof Multipart parts) {
            int count = Math.min(parts.getCount(), Mail.MAX_PARTS);
            for (int i = 0; i < count && visited[0] < Mail.MAX_PARTS; i++) {
                part(parts.getBodyPart(i), depth + 1, found, visited);
            }
        } else if (lower.startsWith("message/rfc822")
                && depth < Mail.MAX_DEPTH
                && part.getContent() instanceof Part inner) {
            part(inner, depth + 1, found, visited); // forwarded
        } else if (mayHold(lower)) {
            var raw = part.getInputStream().readAllBytes();
            if (Guard.attempt("part", () -> isWire(raw, type), new ArrayList<>())
                    .orElse(false)) {
                found.add(new Enclosed(name(part), type, raw));
            }
        }
    }

    /** Not what is for eyes or ears only. */
    private static boolean mayHold(String type) {
        return !type.startsWith("image/")
                && !type.startsWith("audio/")
                && !type.startsWith("video/")
                && !type.startsWith("message/")
                && !type.startsWith("text/html")
                && !type.startsWith("application/pdf");
    }

    private static String name(Part part) throws MessagingException {
        var file = Optional.ofNullable(part.getFileName()).orElse("");
        var type =
                Optional.ofNullable(part.getContentType()).orElse("text/plain").toLowerCase(Locale.ROOT);
        return !file.isEmpty() || type.startsWith("text/plain") ? Text.fold(file) : type.replaceAll(";.*", "");
    }

    private static boolean isWire(byte[] raw, String type) {
        if (raw.length == 0 || raw.length > Reader.MAX_BYTES) {
            return false;
        }
        var text = Charsets.decode(raw, Hints.file("").inCharset(Charsets.parameter(type)))
                .text();
        return switch (Sniff.format(text)) {
            case RSS, ATOM, RDF, JSON_FEED, NEWSML_G2, NEWSML_1, NITF, IPTC7901, ANPA -> true;
            case NINJS -> !JsonDocuments.read(text, Hints.file("")).drafts().isEmpty();
            case RFC822, HTML, UNKNOWN -> false;
        };
    }
}
