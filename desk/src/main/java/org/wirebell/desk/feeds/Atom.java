package org.wirebell.desk.feeds;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** RFC 4287, with the tombstones of RFC 6721. */
public final class Atom {
    public static final String TYPE = "application/atom+xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private Atom() {}

    public static String of(Entries feed) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeNamespace("at", TOMBSTONES);
            element(xml, "id", feed.self());
            element(xml, "title", feed.title());
            element(xml, "updated", feed.updated().toString());
            link(xml, "self", feed.self());
            link(xml, "alternate", feed.home());
            xml.writeStartElement("author");
            element(xml, "name", feed.title());
            xml.writeEndElement();
            for (var entry : feed.entries()) {
                if (entry.withdrawn()) {
                    tombstone(xml, entry);
                } else {
                    entry(xml, entry);
                }
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, Entries.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "published", entry.opened().toString());
        element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", entry.page());
        if (!entry.link().isEmpty()) {
            link(xml, "via", entry.link());
        }
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.priority());
        element(xml, "content", entry.text());
        xml.writeEndElement();
    }

    private static void tombstone(XMLStreamWriter xml, Entries.Entry entry) throws XMLStreamException {
        xml.writeStartElement("at", "deleted-entry", TOMBSTONES);
        xml.writeAttribute("ref", entry.id());
        xml.writeAttribute("when", entry.updated().toString());
        xml.writeStartElement("at", "comment", TOMBSTONES);
        xml.writeCharacters("Withdrawn: " + entry.title());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
