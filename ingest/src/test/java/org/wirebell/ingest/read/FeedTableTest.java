package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;

/** What is read of one entry, a line for each way that publishers write it. */
class FeedTableTest {
    private static final String NAMESPACES = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
            + " xmlns:g='http://base.google.com/ns/1.0' xmlns:cap='urn:oasis:names:tc:emergency:cap:1.2'";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # inside an item of RSS                                                        | field    | value
        <itunes:subtitle>Short</itunes:subtitle><itunes:summary>Long</itunes:summary>  | body     | Long
        <itunes:subtitle>Short</itunes:subtitle>                                       | body     | Short
        <itunes:image href='/ep1.png'/>                                                | media    | https://site.example/ep1.png
        <image><url>https://i.example/a.jpg</url></image>                              | media    | https://i.example/a.jpg
        <thumbnail>https://i.example/b.jpg</thumbnail>                                 | media    | https://i.example/b.jpg
        <enclosure url='/c.mp3'><media:title>Sound</media:title></enclosure>           | media    | https://site.example/c.mp3
        <link>/l<media:thumbnail url='/d.jpg'/></link>                                 | media    | https://site.example/d.jpg
        <media:content url='/e.jpg'><media:description>One</media:description></media:content><media:keywords>pier, ferry</media:keywords> | keywords | pier, ferry
        <media:content url='/e.jpg'><media:description>One</media:description></media:content> | notes | no identifier, made from what it says
        <categories><category>Sea</category><category>Port</category></categories>     | keywords | Sea, Port
        <g:id>77</g:id><link>https://site.example/s/1</link>                           | id       | https://site.example/s/1
        <cap:category>Met</cap:category><category>Storm</category>                     | keywords | Storm
        <guid isPermaLink='true'>/s/2</guid>                                           | link     | https://site.example/s/2
        <guid isPermaLink='false'>/s/2</guid>                                          | link     | none
        <guid>s-2</guid>                                                               | link     | none
        <link>s/3</link>                                                               | link     | https://site.example/s/3
        """)
    void readsRss(String markup, String field, String expected) {
        var feed = "<rss version='2.0' " + NAMESPACES + "><channel><link>https://site.example/</link><item>" + markup
                + "</item></channel></rss>";
        assertThat(show(only(feed), field)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # inside an entry of Atom                                                      | field    | value
        <enclosure url='https://i.example/a.mp3'/>                                     | media    | https://i.example/a.mp3
        <dc:description>From elsewhere</dc:description>                                | summary  | From elsewhere
        <content type='application/json'>{`a`:1}</content>                             | body     | {`a`:1}
        <content type='application/x-note'>VGhlIGZlcnJ5IHNhaWxzIGFnYWlu</content>      | body     | The ferry sails again
        <cap:category>Met</cap:category><category term='Storm'/>                       | keywords | Storm
        <link href='s/4'/>                                                             | link     | https://site.example/s/4
        """)
    void readsAtom(String markup, String field, String expected) {
        var feed = "<feed xmlns='http://www.w3.org/2005/Atom' " + NAMESPACES
                + "><link href='https://site.example/'/><entry>" + markup + "</entry></feed>";
        assertThat(show(only(feed), field)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # whole documents                                                              | field    | value
        <rss xmlns='http://www.w3.org/2005/Atom'><channel><item><guid>g</guid><pubDate>Mon, 02 Mar 2026 10:15:00 GMT</pubDate><link>https://s.example/1</link></item></channel></rss> | link | https://s.example/1
        <rss xmlns='http://search.yahoo.com/mrss/'><channel><item><guid>g</guid></item></channel></rss> | id | g
        <CHANNEL BASE='http://c.example/' HREF='http://w.example/'><ITEM HREF='/1' LASTMOD='2026-03-02T10:15:00Z'><TITLE>Old</TITLE></ITEM></CHANNEL> | link | http://c.example/1
        <CHANNEL><ITEM HREF='http://c.example/1' LASTMOD='2026-03-02T10:15:00Z'><TITLE>Old</TITLE></ITEM></CHANNEL> | published | 2026-03-02T10:15:00Z
        <sATOM><entry xmlns='http://www.w3.org/2005/Atom'><id>urn:x:1</id><content type='text/xml'><nitf><body><p>Sails.</p></body></nitf></content></entry></sATOM> | id | urn:x:1
        <?xml version='1.0'?><?xml-stylesheet href='a.xsl'7><rss><channel><item><guid>g</guid></item></channel></rss> | id | g
        <rss><channel><item< <guid>g</guid></item></channel></rss> | id | g
        <rss><channel><item><enclosure type='x /><guid>g</guid></item><item><enclosure type='x'/></item></channel></rss> | id | g
        <html><body><rss version='2.0'><channel><item><guid>g</guid></item></channel></rss></body></html> | id | g
        <rss><channel><image><url>u</url></image: <item><guid>g</guid></item></channel></rss> | id | g
        <rss><channel><item><enclosure url='http://i.example/a type='x'/><guid>g</guid></item></channel></rss> | id | g
        <rss><channel><item><source url='http://i.example/>Post</source><guid>g</guid></item><item><source url='http://i.example/'>Post</source></item></channel></rss> | id | g
        """)
    void readsWholeDocuments(String feed, String field, String expected) {
        assertThat(show(first(feed), field)).isEqualTo(expected);
    }

    private static Item only(String feed) {
        var items = read(feed);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Item first(String feed) {
        return read(feed).getFirst();
    }

    private static List<Item> read(String feed) {
        return Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file("table"))
                .items();
    }

    private static String show(Item item, String field) {
        var value = switch (field) {
            case "id" -> item.id();
            case "link" -> item.link();
            case "body" -> item.body();
            case "summary" -> item.summary();
            case "published" -> item.published().map(Object::toString).orElse("");
            case "keywords" -> String.join(", ", item.keywords());
            case "notes" -> String.join("; ", item.notes());
            case "media" ->
                String.join(", ", item.media().stream().map(Item.Media::url).toList());
            default -> throw new IllegalArgumentException(field);
        };
        return value.isEmpty() ? "none" : value;
    }
}
