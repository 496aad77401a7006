package org.wirebell.bench.peers;

import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;

/** Readers of feeds that are Java. */
enum Engine {
    /** To finished items: clean text, hashes, resolved links, tidy dates. */
    WIREBELL {
        @Override
        List<Entry> read(byte[] raw) {
            return Reader.read(raw, Hints.fetched("bench", "https://harbour.example/feed", "")).items().stream()
                    .map(item -> new Entry(item.id(), item.headline()))
                    .toList();
        }
    },
    /** As its guide shows, to its own records. */
    ROME {
        @Override
        List<Entry> read(byte[] raw) throws IOException, FeedException {
            return new SyndFeedInput()
                    .build(new XmlReader(new ByteArrayInputStream(raw), true)).getEntries().stream()
                            .map(entry -> new Entry(entry.getUri(), entry.getTitle()))
                            .toList();
        }
    },
    /** As its guide shows, to its own records; an item without an identifier is known by its link. */
    RSSREADER {
        @Override
        List<Entry> read(byte[] raw) {
            try (var items = new RssReader().read(new ByteArrayInputStream(raw))) {
                return items.map(item -> new Entry(
                                item.getGuid().or(item::getLink).orElse(""),
                                item.getTitle().orElse("")))
                        .toList();
            }
        }
    },
    /**
     * A bare walk by the JDK's StAX: identifiers and titles, all other text passed by; no dates, no clean text. The
     * least that a reader can do.
     */
    STAX {
        @Override
        List<Entry> read(byte[] raw) throws XMLStreamException {
            var entries = new ArrayList<Entry>();
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(raw));
            var id = "";
            var title = "";
            boolean inside = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && ENTRIES.contains(xml.getLocalName())) {
                    inside = true;
                    id = java.util.Objects.requireNonNullElse(xml.getAttributeValue(RDF, "about"), "");
                    title = "";
                } else if (event == XMLStreamConstants.END_ELEMENT && ENTRIES.contains(xml.getLocalName())) {
                    inside = false;
                    entries.add(new Entry(id, title));
                } else if (inside && event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "guid", "id" -> id = xml.getElementText();
                        case "title" -> title = xml.getElementText();
                        default -> {}
                    }
                }
            }
            return entries;
        }
    };

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final XMLInputFactory XML = factory();

    /** What every reader finds of an item. */
    record Entry(String id, String title) {}

    abstract List<Entry> read(byte[] raw) throws Exception;

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
