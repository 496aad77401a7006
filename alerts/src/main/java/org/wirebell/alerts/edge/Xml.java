package org.wirebell.alerts.edge;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of a CAP message, with their texts cleaned ({@link CapText}). */
final class Xml {
    private final XMLStreamWriter out;

    Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** The root, in a namespace. */
    void start(String element, String namespace) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        start(element);
        out.writeDefaultNamespace(namespace);
    }

    void start(String element) throws XMLStreamException {
        out.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void text(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(CapText.of(text));
        out.writeEndElement();
    }

    /** A name and its value; nothing where there is no value. */
    void parameter(String name, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            start("parameter");
            text("valueName", name);
            text("value", value);
            end();
        }
    }

    void area(String description) throws XMLStreamException {
        start("area");
        text("areaDesc", Plain.line(description, 200));
        end();
    }
}
