package org.wirebell.desk.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.wirebell.model.Alert;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;

class FeedsTest {
    private static final String HOSTILE = "<script>alert(1)</script> ]]> \u0001\ufffe\u202edoc\n& 'q' \"q\"";

    private static Entries feed(Alert... alerts) {
        return Entries.of(
                "Wirebell: ferry-toll", "https://desk.example", "/feeds/rules/r.atom", "/?q=r", List.of(alerts));
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Alert saying(String title, Alert.State state) {
        return Samples.alert().saying(state, Alert.Reason.WITHDRAWN, title, List.of());
    }

    @Test
    void keepsTheIdAndMovesTheTime() throws Exception {
        var first = Atom.of(feed(Samples.alert()));
        var later = Samples.alert()
                .next(
                        Alert.State.OPEN,
                        Alert.Reason.RELEASED,
                        "Again",
                        "person",
                        Samples.T0.plusSeconds(900),
                        List.of());
        var second = Atom.of(feed(later));
        for (var xml : List.of(first, second)) {
            var entry = (org.w3c.dom.Element)
                    parse(xml).getElementsByTagName("entry").item(0);
            assertThat(text(entry, "id"))
                    .isEqualTo("urn:wirebell:alert:" + Samples.alert().id());
            assertThat(text(entry, "published")).isEqualTo("2026-03-01T06:00:00Z");
        }
        assertThat(first).contains("<updated>2026-03-01T06:00:40Z</updated>");
        assertThat(second).contains("<updated>2026-03-01T06:15:00Z</updated>", "<title>Again</title>");
    }

    @Test
    void leavesATombstoneOfWhatIsWithdrawn() throws Exception {
        var withdrawn = saying("Taken back", Alert.State.WITHDRAWN);
        var xml = parse(Atom.of(feed(withdrawn)));
        assertThat(xml.getElementsByTagName("entry").getLength()).isZero();
        var gone = (org.w3c.dom.Element)
                xml.getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry")
                        .item(0);
        assertThat(gone.getAttribute("ref")).isEqualTo("urn:wirebell:alert:" + withdrawn.id());
        assertThat(gone.getAttribute("when")).isEqualTo("2026-03-01T06:00:40Z");
        assertThat(JsonFeed.of(feed(withdrawn))).contains("Withdrawn: Taken back", "\"withdrawn\":true");
    }

    @Test
    void isWellFormedWhateverTheTextSays() throws Exception {
        var hostile = saying(HOSTILE, Alert.State.OPEN);
        var xml = Atom.of(feed(hostile));
        var entry =
                (org.w3c.dom.Element) parse(xml).getElementsByTagName("entry").item(0);
        assertThat(text(entry, "title")).isEqualTo("<script>alert(1)</script> ]]> doc\n& 'q' \"q\"");
        assertThat(xml).doesNotContain("<script>", "\u202e");
        var json = Json.map(JsonFeed.of(feed(hostile)));
        assertThat((String) ((Map<?, ?>) ((List<?>) json.get("items")).getFirst()).get("title"))
                .startsWith("<script>");
    }

    @Test
    void isAFeedAlsoWithoutEntries() throws Exception {
        assertThat(parse(Atom.of(feed())).getElementsByTagName("updated").getLength())
                .isEqualTo(1);
        assertThat(JsonFeed.of(feed())).contains("\"items\":[]");
    }

    @Test
    void linksToTheWebOnly() {
        var e = Samples.evidence();
        assertThat(e.link()).startsWith("https:");
        assertThat(feed(Samples.alert()).entries().getFirst().link()).isEqualTo(e.link());
        assertThat(Optional.of(feed(Samples.alert()).entries().getFirst().page()))
                .contains("https://desk.example/alerts/" + Samples.alert().id());
    }

    private static String text(org.w3c.dom.Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
