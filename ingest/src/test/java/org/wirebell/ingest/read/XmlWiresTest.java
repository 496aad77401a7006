package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;

/** NITF and NewsML-G2 as agencies bend them. */
class XmlWiresTest {
    private static final String NITF =
            "<nitf><head><title>t</title></head><body><body.head><hedline><hl1>Quay opens</hl1></hedline>"
                    + "</body.head><body.content><p>The quay opened.</p></body.content></body></nitf>";
    private static final String G2 =
            "<newsItem guid='urn:quay:1' version='2'><itemMeta><title>no</title></itemMeta><contentMeta>"
                    + "<headline>Quay opens</headline></contentMeta><contentSet><inlineXML><html><body><p>The quay opened.</p></body></html>"
                    + "</inlineXML></contentSet></newsItem>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <envelope xmlns:x="urn:x"><x:header><x:sent>now</x:sent></x:header><payload>%s</payload></envelope>
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>%s</s:Body></s:Envelope>
            <a><b><c>%s</c></b></a>
            """)
    void findsAWireInAnEnvelope(String envelope) {
        assertThat(Wires.item("nitf", envelope.formatted(NITF)).headline()).isEqualTo("Quay opens");
        assertThat(Wires.item("newsml-g2", envelope.formatted(G2)).body()).isEqualTo("The quay opened.");
    }

    @Test
    void aNoteInTheHeadIsNotTheStory() {
        var item = Wires.item(
                "nitf",
                NITF.replace(
                        "</body.head>",
                        "<note type='npa'><body.content><p>Editors: picture follows.</p></body.content></note></body.head>"));
        assertThat(item.body()).isEqualTo("The quay opened.");
        assertThat(item.editorialNote()).isEqualTo("Editors: picture follows.");
    }

    @Test
    void readsTextThatWasEscapedTwice() {
        var twice = "&lt;p&gt;The quay &lt;b&gt;opened&lt;/b&gt;.&lt;/p&gt; &lt;script&gt;x()&lt;/script&gt;";
        assertThat(Wires.item("nitf", NITF.replace("The quay opened.", twice)).body())
                .isEqualTo("The quay opened.");
        var plain = "<contentSet><inlineData contenttype='text/plain'>" + twice + "</inlineData></contentSet>";
        assertThat(Wires.item("newsml-g2", G2.replaceFirst("<contentSet>.*</contentSet>", plain))
                        .body())
                .isEqualTo("The quay opened.");
    }

    @Test
    void takesHeadlineAndBylineFromTheTextWhereNothingElseHasThem() {
        var item = Wires.item(
                "newsml-g2",
                G2.replace("<title>no</title>", "")
                        .replace("<headline>Quay opens</headline>", "")
                        .replaceFirst(
                                "<html>.*</html>",
                                NITF.replace(
                                                "<hedline><hl1>Quay opens</hl1></hedline>",
                                                "<byline>By Tove Hald</byline>")
                                        .replace("<title>t</title>", "<title>Quay opens</title>")));
        assertThat(item.headline()).isEqualTo("Quay opens");
        assertThat(item.byline()).isEqualTo("By Tove Hald");
    }

    @Test
    void aSubjectWithoutACodeIsAKeyword() {
        var item = Wires.item(
                "newsml-g2",
                G2.replace(
                        "</contentMeta>",
                        "<subject qcode='medtop:20000001'><name>ships</name></subject><subject type='cpnat:person'><name>Ada Wren</name>"
                                + "</subject></contentMeta>"));
        assertThat(item.subjects()).containsExactly(new Item.Subject("medtop", "20000001", "ships"));
        assertThat(item.keywords()).isEqualTo(List.of("Ada Wren"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # address of the scheme                          | the subject's scheme
            http://cv.iptc.org/newscodes/mediatopic/         | medtop
            https://cv.iptc.org/newscodes/subjectcode        | subj
            http://quay.example/terms/                       | q
            """)
    void readsAliasesOfTheCatalog(String uri, String scheme) {
        var catalog = "<catalog><scheme alias='q' uri='" + uri + "'/></catalog><itemMeta>";
        var item = Wires.item(
                "newsml-g2",
                G2.replace("<itemMeta>", catalog)
                        .replace("</contentMeta>", "<subject qcode='q:20000001'/></contentMeta>"));
        assertThat(item.subjects()).containsExactly(new Item.Subject(scheme, "20000001", ""));
    }

    @Test
    void readsAnItemWhoseElementIsDamaged() {
        var text = "<newsMessage><header/><itemSet>" + G2.replace("newsItem", "new#Item") + "</itemSet></newsMessage>";
        assertThat(Wires.item("newsml-g2", text).headline()).isEqualTo("Quay opens");
    }
}
