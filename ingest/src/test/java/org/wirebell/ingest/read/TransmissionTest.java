package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Item;

/** The provider's count, which gaps are noticed by, stands in the envelope of a document. */
class TransmissionTest {
    private static final String G2 = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
              <header><sent>2026-03-01T06:00:00Z</sent><transmitId>coast0417</transmitId></header>
              <itemSet>
                <newsItem guid="urn:coast:1" version="1"><contentMeta><headline>Ferry sails</headline></contentMeta></newsItem>
                <newsItem guid="urn:coast:2" version="1"><contentMeta><headline>Tide turns</headline></contentMeta></newsItem>
              </itemSet>
            </newsMessage>""";
    private static final String V1 = """
            <NewsML Version="1.2">
              <NewsEnvelope><TransmissionId>0417</TransmissionId><DateAndTime>20260301T060000Z</DateAndTime></NewsEnvelope>
              <NewsItem><NewsComponent><NewsLines><HeadLine>Ferry sails</HeadLine></NewsLines></NewsComponent></NewsItem>
            </NewsML>""";

    @Test
    void everyItemKeepsTheNumberOfItsMessage() {
        assertThat(read(G2))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.more()).containsEntry("sequence", "coast0417"));
        assertThat(read(V1))
                .hasSize(1)
                .allSatisfy(item -> assertThat(item.more()).containsEntry("sequence", "0417"));
    }

    @Test
    void aMessageWithoutANumberHasNone() {
        assertThat(read(V1.replaceAll("<TransmissionId>.*?</TransmissionId>", "")))
                .allSatisfy(item -> assertThat(item.more()).doesNotContainKey("sequence"));
    }

    private static List<Item> read(String text) {
        return Reader.read(text.getBytes(StandardCharsets.UTF_8), Hints.file("wire"))
                .items();
    }
}
