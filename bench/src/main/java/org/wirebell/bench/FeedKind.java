package org.wirebell.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.wirebell.model.Json;

/** Invented feeds of the kinds that newsrooms poll: the same stories in each. */
public enum FeedKind {
    /** Teasers of 300 characters. */
    RSS_TEASER,
    /** Whole articles of 450 words. */
    RSS_ARTICLE,
    ATOM,
    RDF,
    JSON_FEED;

    private static final int TEASER = 300;

    /** One story; {@code id} is unlike all others of the feed. */
    public record Story(String id, String headline, String text, Instant published) {
        /** The i-th of invented news. */
        public static Story invented(int i, Instant published) {
            var news = News.item(i, published);
            return new Story("n" + i, news.headline(), news.text(), published);
        }

        /** The i-th of news of so many words that are unlike each other, as a wire mixes them. */
        public static Story mixed(int i, int words, Instant published) {
            var news = News.mixed(i, words, published);
            return new Story("m" + i, news.headline(), news.text(), published);
        }

        /** The i-th of news whose sentences all tell of people. */
        public static Story tolls(int i, Instant published) {
            var news = News.tolls(i, published);
            return new Story("t" + i, news.headline(), news.text(), published);
        }
    }

    public String contentType() {
        return switch (this) {
            case RSS_TEASER, RSS_ARTICLE -> "application/rss+xml; charset=utf-8";
            case ATOM -> "application/atom+xml";
            case RDF -> "application/rdf+xml";
            case JSON_FEED -> "application/feed+json";
        };
    }

    /** The document with these stories, in their order. */
    public String document(List<Story> stories) {
        return of(stories.stream().map(this::entry).toList());
    }

    /** The document with entries that {@link #entry} made. */
    public String of(List<String> entries) {
        var all = String.join(this == JSON_FEED ? "," : "", entries);
        return switch (this) {
            case RSS_TEASER, RSS_ARTICLE ->
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour Post</title>"
                        + "<link>https://harbour.example/</link><description>News</description>" + all
                        + "</channel></rss>";
            case ATOM ->
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour Post</title>"
                        + "<id>urn:harbour</id><updated>2026-03-01T06:00:00Z</updated>" + all + "</feed>";
            case RDF ->
                "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                        + "<channel rdf:about=\"https://harbour.example/\"><title>Harbour Post</title></channel>" + all
                        + "</rdf:RDF>";
            case JSON_FEED ->
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour Post\",\"items\":[" + all + "]}";
        };
    }

    public String entry(Story story) {
        var link = "https://harbour.example/news/" + story.id();
        var title = escaped(story.headline());
        var teaser = escaped("<p>" + escaped(teaser(story.text())) + "</p>");
        return switch (this) {
            case RSS_TEASER, RSS_ARTICLE -> {
                var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        story.published().atOffset(ZoneOffset.UTC));
                var article = this == RSS_TEASER
                        ? ""
                        : "<content:encoded><![CDATA[" + paragraphs(story.text()) + "]]></content:encoded>";
                yield """
                        <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid><pubDate>%s</pubDate>
                        <dc:creator>Ana Ruiz</dc:creator><category>harbour</category>
                        <description>%s</description>%s</item>
                        """.formatted(title, link, story.id(), date, teaser, article);
            }
            case ATOM -> """
                <entry><title>%s</title><id>urn:harbour:%s</id><link href="%s"/><published>%s</published>
                <updated>%s</updated><author><name>Ana Ruiz</name></author><category term="harbour"/>
                <summary type="html">%s</summary></entry>
                """.formatted(title, story.id(), link, story.published(), story.published(), teaser);
            case RDF -> """
                <item rdf:about="%s"><title>%s</title><link>%s</link><description>%s</description>
                <dc:creator>Ana Ruiz</dc:creator><dc:date>%s</dc:date></item>
                """.formatted(link, title, link, teaser, story.published());
            case JSON_FEED ->
                "{\"id\":%s,\"url\":%s,\"title\":%s,\"content_text\":%s,\"date_published\":%s}"
                        .formatted(
                                Json.plain(story.id()),
                                Json.plain(link),
                                Json.plain(story.headline()),
                                Json.plain(teaser(story.text())),
                                Json.plain(story.published().toString()));
        };
    }

    private static String teaser(String text) {
        return text.substring(0, Math.min(TEASER, text.length()));
    }

    private static String paragraphs(String text) {
        return escaped(text)
                .lines()
                .flatMap(line -> List.of(line.split("(?<=\\.) ")).stream())
                .map(sentence -> "<p>" + sentence + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
