package org.wirebell.ingest.read;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.wirebell.model.WireSignal;

/** A mail as an item: the subject is the headline, plain text is preferred to HTML. */
final class Mail {
    static final int MAX_DEPTH = 8;
    /** Bounds for hostile mail; an honest one has a dozen parts. */
    private static final int MAX_BOUNDARIES = 2_000;

    static final int MAX_PARTS = 200;
    private static final int LONGEST_HEADER = 8_000;

    private final Draft draft;
    private String plain = "";
    private String html = "";
    private int visited;

    private Mail(Draft draft) {
        this.draft = draft;
    }

    static Documents read(byte[] raw, Hints hints) {
        var draft = new Draft(hints);
        try {
            new Mail(draft)
                    .message(new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(stripped(raw))));
        } catch (MessagingException | IOException broken) {
            draft.notes.add("mail is damaged: " + broken.getMessage());
        }
        return draft.isEmpty()
                ? Documents.none(Format.RFC822, Problem.Why.BROKEN)
                : Documents.wire(Format.RFC822, List.of(), List.of(draft));
    }

    /** Without the blank lines or the "From " line that some spoolers put first. */
    static byte[] stripped(byte[] raw) {
        int from = 0;
        while (from < raw.length && raw[from] <= ' ' && raw[from] >= 0) {
            from++;
        }
        if (new String(raw, from, Math.min(5, raw.length - from), StandardCharsets.ISO_8859_1).equals("From ")) {
            while (from < raw.length && raw[from] != '\n') {
                from++;
            }
            from = Math.min(from + 1, raw.length);
        }
        return Arrays.copyOfRange(raw, from, end(raw, from));
    }

    /** Where the mail has more boundaries than any honest one; the library's time grows with their square. */
    private static int end(byte[] raw, int from) {
        int boundaries = 0;
        for (int i = from + 2; i < raw.length; i++) {
            if (raw[i] == '-' && raw[i - 1] == '-' && raw[i - 2] == '\n' && ++boundaries > MAX_BOUNDARIES) {
                return i;
            }
        }
        return raw.length;
    }

    private void message(MimeMessage mail) throws MessagingException, IOException {
        draft.id = header(mail, "Message-ID");
        draft.headline = Text.fold(words(header(mail, "Subject")));
        draft.published = draft.date(header(mail, "Date"), "published");
        draft.language = header(mail, "Content-Language");
        draft.priority = Text.first(header(mail, "X-Priority"), header(mail, "Importance"));
        draft.urgency(draft.priority.isEmpty() ? "" : draft.priority.substring(0, 1));
        var from = People.name(words(header(mail, "From")));
        if (!from.isEmpty()) {
            draft.authors.add(from);
            draft.credit = from;
        }
        draft.signals.addAll(Advisories.in(draft.headline));
        // In mails "update" is an everyday word; only as the first word is it a wire's.
        draft.signals.removeIf(signal -> signal == WireSignal.UPDATE && !draft.headline.matches("(?i)update\\b.*"));
        answers(Text.first(header(mail, "In-Reply-To"), header(mail, "References")));
        part(mail, 0);
        draft.body = plain.isEmpty() ? Html.text(html) : Text.paragraphs(withoutSignature(plain));
    }

    /** The message that this one answers, the last of those that are named; what it takes back or sets right, if it does. */
    private void answers(String references) {
        int from = references.lastIndexOf('<');
        if (from < 0) {
            return;
        }
        var reference = references.substring(from).strip();
        draft.more.put("inReplyTo", reference);
        if (draft.says(WireSignal.KILL) || draft.says(WireSignal.CORRECTION) || draft.says(WireSignal.HOLD)) {
            draft.replaces.add(reference);
        }
    }

    /** What follows the line {@code "-- "} is the sender's signature. */
    private static String withoutSignature(String text) {
        int at = ("\n" + text.replace("\r\n", "\n")).lastIndexOf("\n-- \n");
        return at < 0 ? text : text.replace("\r\n", "\n").substring(0, at);
    }

    /** Walks the parts: the first text of each kind counts, all else is an attachment. */
    private void part(Part part, int depth) throws MessagingException, IOException {
        visited++;
        var type =
                Optional.ofNullable(part.getContentType()).orElse("text/plain").toLowerCase(Locale.ROOT);
        var file = Optional.ofNullable(part.getFileName()).orElse("");
        if (type.startsWith("multipart/") && depth < MAX_DEPTH && part.getContent() instanceof Multipart parts) {
            int count = Math.min(parts.getCount(), MAX_PARTS);
            for (int i = 0; i < count && visited < MAX_PARTS; i++) {
                part(parts.getBodyPart(i), depth + 1);
            }
        } else if (type.startsWith("message/rfc822") && depth < MAX_DEPTH && part.getContent() instanceof Part inner) {
            part(inner, depth + 1); // forwarded: counts where the one around it says nothing
        } else if (!file.isEmpty()
                || !type.startsWith("text/")
                || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachment(part, Text.fold(words(file)), type);
        } else if (type.startsWith("text/html")) {
            html = Text.first(html, text(part, type));
        } else {
            plain = Text.first(plain, flowed(text(part, type), type).strip());
        }
    }

    /** Lines that end with a space go on in the next (RFC 3676); with DelSp the space is not of the text. */
    private static String flowed(String text, String type) {
        return type.contains("flowed") && type.matches("(?s).*delsp=\"?yes.*")
                ? text.replace(" \r\n", "").replace(" \n", "")
                : text;
    }

    private void attachment(Part part, String file, String type) throws MessagingException {
        var id = part.getHeader("Content-ID");
        var name = file.isEmpty() && id != null && id.length > 0 ? "cid:" + id[0].replaceAll("[<>]", "") : file;
        int end = type.indexOf(';');
        draft.medium("", name, end < 0 ? type : type.substring(0, end));
    }

    private String text(Part part, String type) throws MessagingException, IOException {
        byte[] bytes;
        try {
            bytes = part.getInputStream().readAllBytes();
        } catch (IOException | MessagingException broken) {
            draft.notes.add("text is badly encoded, read as it is: " + broken.getMessage());
            bytes = part instanceof MimeBodyPart body
                    ? body.getRawInputStream().readAllBytes()
                    : part instanceof MimeMessage mail
                            ? mail.getRawInputStream().readAllBytes()
                            : new byte[0];
        }
        return Charsets.decode(bytes, Hints.file("").inCharset(Charsets.parameter(type)))
                .text();
    }

    /** Header text with its encoded words read; raw bytes in headers are taken for UTF-8. */
    private static String words(String header) {
        var bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        var text = header.chars().anyMatch(c -> c > 0x7f)
                ? Charsets.decode(bytes, Hints.file("")).text()
                : header;
        return EncodedWords.decode(MimeUtility.unfold(text));
    }

    private static String header(Part part, String name) throws MessagingException {
        var values = part.getHeader(name);
        if (values == null || values.length == 0) {
            return "";
        }
        return values[0]
                .substring(0, Math.min(values[0].length(), LONGEST_HEADER))
                .strip();
    }
}
