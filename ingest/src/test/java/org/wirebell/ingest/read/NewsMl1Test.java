package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsMl1Test {
    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # public identifier                   | item   | revision | component | id
            urn:newsml:quay.example:20260302:Q1:2N | Q1     | 2        | C1        | urn:newsml:quay.example:20260302:Q1
            urn:newsml:quay.example:20260302:Q1    | Q1     | 1        | C1        | urn:newsml:quay.example:20260302:Q1
            urn:newsml:quay.example:Q1:4U          | Q1     | 4        | C1        | urn:newsml:quay.example:Q1
            urn:newsml:quay.example:x:Q1:R77       | Q1     | R77      | C1        | urn:newsml:quay.example:x:Q1
            # the same on every item of the agency
            urn:newsml:www.quay.example            | Q1     | 4        | C1        | urn:newsml:quay.example:20260302:Q1
            -                                      | Q1     | 1        | C1        | urn:newsml:quay.example:20260302:Q1
            -                                      | -      | -        | 0AF39281C | urn:newsml:quay.example:0AF39281C
            """)
    void identifies(String open, String item, String revision, String component, String id) {
        var text = "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>quay.example</ProviderId>"
                + "<DateId>20260302</DateId>" + element("NewsItemId", item) + element("RevisionId", revision)
                + element("PublicIdentifier", open) + "</NewsIdentifier></Identification>"
                + "<NewsComponent Duid='" + component
                + "'><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines></NewsComponent>"
                + "</NewsItem></NewsML>";
        assertThat(Wires.item("newsml-1.2", text).id()).isEqualTo(id);
    }

    private static String element(String name, String text) {
        return text.equals("-") ? "" : "<" + name + ">" + text + "</" + name + ">";
    }

    @Test
    void putsTheLeadBeforeTheBody() {
        var item = Wires.item(
                "newsml-1.2",
                "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>Q1</NewsItemId></NewsIdentifier></Identification>"
                        + "<NewsManagement><Urgency>2</Urgency></NewsManagement><Comment FormalName='DialectVersion'>1.0</Comment>"
                        + "<NewsComponent>"
                        + text("Title", "Quay opens")
                        + text("Lead", "The quay opened.")
                        + text("Body", "&lt;p&gt;It is &lt;b&gt;long&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;And wide.&lt;/p&gt;")
                        + "</NewsComponent></NewsItem></NewsML>");
        assertThat(item.body()).isEqualTo("The quay opened.\n\nIt is long.\n\nAnd wide.");
        assertThat(item.urgency()).contains(2);
        assertThat(item.editorialNote()).isEmpty();
    }

    private static String text(String role, String text) {
        return "<NewsComponent><Role FormalName='" + role + "'/><ContentItem><DataContent>" + text
                + "</DataContent></ContentItem></NewsComponent>";
    }

    @Test
    void readsAnItemWhoseElementIsDamaged() {
        var item = Wires.item(
                "newsml-1.2",
                "<NewsML><Ne@sItem><NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines></NewsComponent>");
        assertThat(item.headline()).isEqualTo("Quay opens");
    }
}
