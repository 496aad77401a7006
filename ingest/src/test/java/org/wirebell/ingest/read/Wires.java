package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.wirebell.model.Item;

/** Reads invented wires in tests. */
final class Wires {
    private Wires() {}

    static Reading read(String text) {
        return Reader.read(text.getBytes(StandardCharsets.UTF_8), Hints.file("wire"));
    }

    /** The only item of a document that must be of that format. */
    static Item item(String format, String text) {
        var reading = read(text);
        assertThat(reading.format()).as(reading.toString()).isEqualTo(format);
        assertThat(reading.items()).as(reading.toString()).hasSize(1);
        return reading.items().getFirst();
    }
}
