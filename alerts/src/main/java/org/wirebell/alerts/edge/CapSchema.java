package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schema of CAP 1.2. It reaches for nothing outside. */
final class CapSchema {
    private static final Schema SCHEMA = load();

    private CapSchema() {}

    /** What is wrong with a message, empty when nothing is. */
    static Optional<String> fault(String xml) {
        try {
            var validator = SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new StringReader(xml)));
            return Optional.empty();
        } catch (SAXException | IOException e) {
            return Optional.of(Plain.line(String.valueOf(e.getMessage()), 300));
        }
    }

    private static Schema load() {
        try (var file = CapSchema.class.getResourceAsStream("cap-1.2.xsd")) {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(Objects.requireNonNull(file, "cap-1.2.xsd")));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("cap-1.2.xsd is part of this jar and must be readable", e);
        }
    }
}
