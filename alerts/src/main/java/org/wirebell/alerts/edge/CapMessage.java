package org.wirebell.alerts.edge;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Series;

/**
 * Notices as CAP 1.2 messages (OASIS, 1 July 2010). We are no authority: scope is Restricted, sender and restriction say whose
 * words these are, certainty is never Observed. An update or cancel refers to every message before it.
 *
 * @param sender who we are
 */
record CapMessage(String sender, Headline.Size size) {
    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final String RESTRICTION =
            "News desk only: a report of what media say, not a warning by an authority";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final int DESCRIPTION = 4_000;

    /** @param reference how later messages name it */
    record Written(String identifier, String reference, String xml) {}

    Written of(Notice notice, Optional<Shown> earlier) {
        var identifier = CapText.identifier(notice.id());
        var sent = TIME.format(notice.planned());
        var references = earlier.map(Shown::handles).orElse(List.of());
        var out = new StringWriter();
        try {
            var xml = new Xml(XMLOutputFactory.newFactory().createXMLStreamWriter(out));
            xml.start("alert", NAMESPACE);
            xml.text("identifier", identifier);
            xml.text("sender", sender);
            xml.text("sent", sent);
            xml.text("status", notice.kind() == Notice.Kind.TEST ? "Test" : "Actual");
            xml.text("msgType", type(notice, references));
            xml.text("source", "Wirebell");
            xml.text("scope", "Restricted");
            xml.text("restriction", RESTRICTION);
            xml.text("note", Wording.of(notice).mark());
            if (!references.isEmpty()) {
                xml.text("references", String.join(" ", references));
            }
            xml.text("incidents", CapText.identifier(notice.alert().id()));
            info(xml, notice);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer into memory does not fail", e);
        }
        return new Written(identifier, sender + "," + identifier + "," + sent, out.toString());
    }

    private static String type(Notice notice, List<String> references) {
        if (references.isEmpty()) {
            return "Alert";
        }
        return notice.kind() == Notice.Kind.WITHDRAW ? "Cancel" : "Update";
    }

    private void info(Xml xml, Notice notice) throws XMLStreamException {
        var alert = notice.alert();
        var words = Wording.of(notice, size);
        xml.start("info");
        if (LANGUAGE.matcher(words.language()).matches()) {
            xml.text("language", words.language());
        }
        xml.text("category", category(alert));
        xml.text("event", event(alert));
        xml.text("urgency", urgency(alert.priority()));
        xml.text("severity", severity(alert.priority()));
        xml.text("certainty", certainty(notice));
        xml.text("expires", TIME.format(notice.expires()));
        xml.text("senderName", "Wirebell");
        xml.text("headline", words.headline());
        xml.text("description", Letter.of(CapText::of, DESCRIPTION).body(words));
        if (!words.link().isEmpty() && isUri(words.link())) {
            xml.text("web", words.link());
        }
        parameters(xml, notice, words);
        var place = alert.series().map(Series::place).orElse("");
        if (!place.isBlank()) {
            xml.area(place);
        }
        xml.end();
    }

    private static void parameters(Xml xml, Notice notice, Wording words) throws XMLStreamException {
        var alert = notice.alert();
        xml.parameter("revision", Integer.toString(alert.revision()));
        xml.parameter("change", words.change());
        xml.parameter("claimant", alert.claimant().isBlank() ? "" : words.claimant());
        xml.parameter("sentence", words.sentence().text());
        xml.parameter("source", words.source());
        if (alert.after().isPresent()) {
            var after = alert.after().get();
            xml.parameter("figure", Wording.number(after));
            xml.parameter("bound", after.bound().name().toLowerCase(Locale.ROOT));
            xml.parameter("asOf", TIME.format(after.asOf()));
        }
        if (alert.before().isPresent()) {
            xml.parameter("figureBefore", Wording.number(alert.before().get()));
        }
    }

    private static boolean isUri(String link) {
        try {
            return java.net.URI.create(link).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String event(Alert alert) {
        var event = alert.series().map(Series::event).orElse("");
        return event.isBlank() ? "News report" : "News report: " + Plain.line(event, 100);
    }

    private static String category(Alert alert) {
        return alert.series().map(Series::event).map(CapCategories::of).orElse(CapCategories.OTHER);
    }

    private static String urgency(Priority priority) {
        return switch (priority) {
            case FLASH, URGENT -> "Immediate";
            case NORMAL -> "Expected";
            case LOW -> "Future";
            case DIGEST -> "Unknown";
        };
    }

    private static String severity(Priority priority) {
        return switch (priority) {
            case FLASH -> "Extreme";
            case URGENT -> "Severe";
            case NORMAL -> "Moderate";
            case LOW -> "Minor";
            case DIGEST -> "Unknown";
        };
    }

    /** Likely when two independent origins say so, possible when one does, unknown when it is disputed or on hold. */
    private static String certainty(Notice notice) {
        var alert = notice.alert();
        boolean doubtful = alert.reason() == Alert.Reason.CONFLICT
                || alert.reason() == Alert.Reason.WITHDRAWN
                || alert.state() == Alert.State.HELD
                || alert.state() == Alert.State.WITHDRAWN
                || notice.kind() == Notice.Kind.HOLD
                || notice.kind() == Notice.Kind.WITHDRAW;
        if (doubtful) {
            return "Unknown";
        }
        return alert.corroborated() >= 2 ? "Likely" : "Possible";
    }
}
