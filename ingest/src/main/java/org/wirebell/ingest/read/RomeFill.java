package org.wirebell.ingest.read;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A second opinion from Rome for entries that the walk left without their essentials. */
final class RomeFill {
    /** Rome takes a quadratic time on long feeds; what the walk found of those must do. */
    private static final int LARGEST = 1 << 20;

    private RomeFill() {}

    /** The walk found no entry where the text has some, or one without any words, link or date. */
    static boolean isNeeded(List<Draft> drafts, String text) {
        if (text.length() > LARGEST || drafts.isEmpty() && !text.contains("item") && !text.contains("entry")) {
            return false;
        }
        return drafts.isEmpty()
                || drafts.stream()
                        .anyMatch(draft -> draft.headline.isEmpty() && draft.body.isEmpty() && draft.summary.isEmpty()
                                || draft.link.isEmpty() && draft.id.isEmpty());
    }

    static void fill(List<Draft> drafts, String text, Hints hints, List<String> notes) {
        var entries =
                Guard.attempt("Rome's reading", () -> entries(text), notes).orElse(List.of());
        if (drafts.isEmpty()) {
            entries.forEach(entry -> drafts.add(new Draft(hints)));
        }
        if (entries.size() == drafts.size()) {
            for (int i = 0; i < entries.size(); i++) {
                fill(drafts.get(i), entries.get(i));
            }
        }
    }

    private static void fill(Draft draft, SyndEntry entry) {
        draft.id = Text.first(draft.id, text(entry.getUri()));
        // Rome takes any identifier for a link.
        draft.link = Text.first(draft.link, Links.isWeb(text(entry.getLink())) ? text(entry.getLink()) : "");
        draft.headline = Text.first(draft.headline, Html.line(text(entry.getTitle())));
        if (draft.body.isEmpty() && draft.summary.isEmpty()) {
            draft.summary = content(entry.getDescription());
            draft.body = entry.getContents().stream()
                    .findFirst()
                    .map(RomeFill::content)
                    .orElse("");
        }
        draft.published = draft.published.or(() -> date(entry.getPublishedDate()));
        draft.updated = draft.updated.or(() -> date(entry.getUpdatedDate()));
        if (draft.authors.isEmpty() && !text(entry.getAuthor()).isEmpty()) {
            draft.authors.add(People.name(text(entry.getAuthor())));
        }
    }

    private static List<SyndEntry> entries(String text) {
        try {
            return new SyndFeedInput(false, java.util.Locale.ROOT)
                    .build(document(text))
                    .getEntries();
        } catch (FeedException | SAXException | IOException notForRome) {
            return List.of();
        }
    }

    /** A parser whose safety switches are not a matter of luck: one that lacks them is not used. */
    private static Document document(String text) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Xml.MAX_DEPTH);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(Xml.clean(text))));
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException("the JDK's XML parser lacks a safety switch", unsafe);
        }
    }

    private static String content(@Nullable SyndContent content) {
        return content == null ? "" : Html.text(text(content.getValue()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<java.time.Instant> date(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
