package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

class NinjsTest {
    private static final String STORY =
            "{\"uri\":\"urn:quay:1\",\"type\":\"text\",\"headline\":\"Quay opens\",\"versioncreated\":\"2026-03-02T08:00:00Z\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "%s\n%s2",
                "{\"item\":[%s]}",
                "{\"data\":{\"meta\":{\"products\":[{\"id\":7,\"name\":\"Wire\"}]},\"item\":%s}}",
                "{\"data\":{\"items\":[{\"meta\":{},\"item\":%s}]}}",
                "{\"hits\":{\"total\":1,\"hits\":[{\"_id\":\"x\",\"_source\":%s}]}}",
                "{\"total\":1,\"results\":[%s]}",
                "{\"data\":{\"item\":%s,\"next\":{\"href\":\"http" // cut off
            })
    void findsTheStoryInWhateverIsAroundIt(String around) {
        var text = around.replace("%s2", STORY.replace("quay:1", "quay:2")).replace("%s", STORY);
        var reading = Wires.read(text);
        assertThat(reading.format()).isEqualTo("ninjs");
        assertThat(reading.items()).hasSize(around.contains("%s2") ? 2 : 1);
        assertThat(reading.items().getFirst().id()).isEqualTo("urn:quay:1");
        assertThat(reading.items().getFirst().headline()).isEqualTo("Quay opens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"uri":"a","pubstatus":"canceled"}                     | ninjs
                    {"uri":"a","body_sv":"Text"}                           | ninjs
                    {"uri":"a","title":"Match","eventDetails":{"x":1}}     | ninjs
                    {"headline":"H","versioncreated":"2026-03-02","body_html":"B"} | ninjs
                    {"uri":"a","name":"anything"}                          | unknown
                    {"uri":"voc","type":"scheme","conceptSet":[{"uri":"a","headline":"x"}]} | unknown
                    {"config":{"uri":"jdbc:x","type":"pool"}}              | unknown
                    """)
    void tellsAStoryFromOtherJson(String json, String format) {
        assertThat(Wires.read(json).format()).isEqualTo(format);
    }

    @Test
    void readsThePicturesAndTextsOfARequest() {
        var item = Wires.item("ninjs", """
                {"data":{"item":{"uri":"https://wire.example/content/77?qt=Ab&et=9","altids":{"itemid":"77"},"version":3,
                 "type":"text","editorialpriority":"r","pubstatus":"withheld","title":"Quay","headline":"Quay opens",
                 "firstcreated":"2026-03-02T08:00:00Z","versioncreated":"2026-03-02T09:00:00Z",
                 "bylines":[{"by":"By Tove Hald","title":"Reporter"},{"by":"Ada Wren"}],
                 "usageterms":["Not for archives","Not for sale"],"description_creditline":"THE TIDE","description_caption":"A quay",
                 "datelinelocation":{"city":"Skerry"},"provider":"Tide","links":[{"rel":"canonical","href":"https://news.example/77"}],
                 "subject":[{"code":"subj:04015001"},{"code":"h"}]}},
                 "nitf":{"body_html":"<p>The quay opened.</p><p>It is long.</p>"}}""");
        assertThat(item.id()).isEqualTo("77");
        assertThat(item.version()).isEqualTo("3");
        assertThat(item.status()).isEqualTo(Item.Status.WITHHELD);
        assertThat(item.body()).isEqualTo("The quay opened.\n\nIt is long.");
        assertThat(item.summary()).isEqualTo("A quay");
        assertThat(item.byline()).isEqualTo("By Tove Hald, Ada Wren");
        assertThat(item.credit()).isEqualTo("THE TIDE");
        assertThat(item.usage()).isEqualTo("Not for archives\n\nNot for sale");
        assertThat(item.dateline()).isEqualTo("Skerry");
        assertThat(item.link()).isEqualTo("https://news.example/77");
        assertThat(item.priority()).isEqualTo("r");
        assertThat(item.subjects())
                .containsExactly(new Item.Subject("subj", "04015001", ""), new Item.Subject("", "h", ""));
    }

    @Test
    void readsADialectWithNamesOfItsOwn() {
        var item = Wires.item("ninjs", """
                {"format":"quaywire@1","urn":"urn:quay:5","version_created":"2026-03-02T10:00:00+01:00","version":2,"pubstatus":"usable",
                 "embargoed":"2026-03-02T19:00:00+01:00","urgency":3,"headline":"Quay opens","teaser":"It is long.",
                 "article_html":"<section><p>The quay opened.</p></section>","signal":"sig:correction",
                 "ednotes":[{"role":"x:correction","ednote":"First paragraph set right."},{"role":"x:closingline","ednote":"qw th"}],
                 "categories":[{"type":"t:subject","qcode":"medtop:20000001","name":"Ships"},{"type":"t:desk","qcode":"cat:ec","name":"ec"},
                  {"type":"t:keyword","name":"Harbour"},{"type":"t:contributor","qcode":"ad:1","name":"th"}]}""");
        assertThat(item.id()).isEqualTo("urn:quay:5");
        assertThat(item.updated()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(item.embargoed()).contains(Instant.parse("2026-03-02T18:00:00Z"));
        assertThat(item.body()).isEqualTo("The quay opened.");
        assertThat(item.summary()).isEqualTo("It is long.");
        assertThat(item.editorialNote()).isEqualTo("First paragraph set right.");
        assertThat(item.subjects()).extracting(Item.Subject::code).containsExactly("20000001", "ec");
        assertThat(item.keywords()).containsExactly("Harbour");
        assertThat(item.signals()).isEqualTo(List.of(WireSignal.CORRECTION, WireSignal.EMBARGO));
    }

    @Test
    void choosesAmongSeveralHeadlinesAndBodies() {
        var item = Wires.item("ninjs", """
                {"uri":"urn:quay:6","pubStatus":"embargoed","versionCreated":"2026-03-02T08:00:00Z",
                 "headlines":[{"role":"short","value":"Quay"},{"role":"rich","contentType":"text/html","value":"<b>Quay!</b>"},
                  {"role":"main","value":"Quay opens"}],
                 "bodies":[{"role":"nitf","contentType":"text/vnd.IPTC.NITF","value":"<nitf><head><title>no</title></head></nitf>"},
                  {"role":"text","contentType":"text/plain","value":"The quay opened."}],
                 "descriptions":[{"role":"writer","value":"th"},{"role":"caption","value":"A quay"}]}""");
        assertThat(item.headline()).isEqualTo("Quay opens");
        assertThat(item.body()).isEqualTo("The quay opened.");
        assertThat(item.summary()).isEqualTo("A quay");
        assertThat(item.embargoed()).contains(Item.OPEN_EMBARGO);
    }
}
