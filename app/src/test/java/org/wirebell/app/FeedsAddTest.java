package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wirebell feeds add} as a user types it, against a site on loopback. */
class FeedsAddTest {
    private static final String ITEM = News.entry("a", "Harbour calm", "Calm.", Instant.parse("2026-03-01T06:00:00Z"));
    private static final String CONFIG = """
            # ours
            ingest:
              allow-private-feeds: true
              limits: {host-gap: PT0S}
              sources:
                pier: {url: "https://pier.example/rss"}   # keep me
                # and me
            desk: {port: 0}
            """;

    @TempDir
    Path folder;

    private Loopback site;
    private Path config;

    @BeforeEach
    void open() throws IOException {
        site = Loopback.start();
        config = Files.writeString(folder.resolve("wirebell.yaml"), CONFIG);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void takesAFeedWithOneRequest() throws IOException {
        site.serve("/rss", News.rss(ITEM));
        var line = add("/rss", "--id", "quay");
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.out())
                .contains("rss", "1 items", "2026-03-01T06:00:00Z", "ingest:\n  sources:\n    quay: {url: ");
        assertThat(site.asked("/rss")).hasSize(1);
        assertThat(Files.readString(config))
                .isEqualTo(CONFIG.replace(
                        "# keep me\n",
                        "# keep me\n    quay: {url: \"" + site.at("/rss") + "\", name: \"Pier Gazette\"}\n"));
        assertThat(Line.run("check", "--config", config.toString()).out()).contains("2 sources");
    }

    @Test
    void findsTheMainFeedOfAPage() throws IOException {
        site.serve("/", """
                <html><head><title>Pier</title>
                <link rel='alternate' type='application/rss+xml' title='Comments' href='/comments'>
                <link rel='alternate' type='application/rss+xml' title='Gone' href='/gone'>
                <link rel='alternate' type='application/rss+xml' title='News' href='/news'></head></html>""");
        site.serve("/comments", News.rss(ITEM));
        site.serve("/news", News.rss(ITEM));
        var dry = add("/", "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out().lines().limit(2))
                .satisfiesExactly(
                        first -> assertThat(first).contains("/news"),
                        second -> assertThat(second).contains("/comments"));
        assertThat(config).hasContent(CONFIG);
        assertThat(add("/").exit()).isZero();
        assertThat(Files.readString(config)).contains("/news\"").doesNotContain("/comments");
        var rest = add("/", "--all");
        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("left out", "added to");
        assertThat(Files.readString(config)).contains("/comments\"", "/news\"");
    }

    @Test
    void triesTheUsualAddresses() {
        site.serve("/", "<html><body><p>Nothing declared</p></body></html>");
        site.serve("/rss.xml", News.rss(ITEM));
        var line = add("/");
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.out()).contains(site.at("/rss.xml").toString());
        assertThat(site.asked("/atom.xml")).as("one is enough").isEmpty();
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        site.serve("/plain", "<html><body><p>Nothing</p></body></html>");
        site.serve("/guarded", "<html><head><title>Just a moment...</title></head></html>");
        assertThat(add("/plain").err()).contains("no feed found", "a web page, not a feed", "names no feed");
        assertThat(add("/guarded").err()).contains("a challenge that lets only browsers through");
        assertThat(add("/missing").err()).contains("answered 404");
        assertThat(add("/missing").exit()).isEqualTo(1);
        assertThat(config).hasContent(CONFIG);
    }

    @Test
    void refusesWhatIsThereAlready() throws IOException {
        site.serve("/rss", News.rss(ITEM));
        var known = Line.run("feeds", "add", "--config", config.toString(), "http://www.pier.example/rss/");
        assertThat(known.exit()).isEqualTo(2);
        assertThat(known.err()).contains("configured already, as pier");
        var taken = add("/rss", "--id", "pier");
        assertThat(taken.exit()).isEqualTo(2);
        assertThat(taken.err()).contains("id pier is taken");
        assertThat(add("/rss", "--id", "Not An Id").err()).contains("no source id");
        assertThat(Line.run("feeds", "add", "ftp://pier.example/").err()).contains("no web address");
        assertThat(config).hasContent(CONFIG);
    }

    @Test
    void staysAwayFromPrivateAddressesUnlessTold() throws IOException {
        Files.writeString(config, "ingest: {sources: {}}\n");
        site.serve("/rss", News.rss(ITEM));
        assertThat(add("/rss").err()).contains("no feed found", "blocked");
        assertThat(site.asked("/rss")).isEmpty();
    }

    @Test
    void importsAListIntoAConfiguration() throws IOException {
        var opml = Files.writeString(folder.resolve("list.opml"), """
                <opml version="2.0"><body><outline text="World"><outline text="Coasts">
                <outline text="Skerry" xmlUrl="https://skerry.example/rss"/></outline>
                <outline text="Pier again" xmlUrl="http://pier.example/rss/"/>
                <outline text="" xmlUrl="https://www.faro.example/feed"/></outline>
                <outline text="Broken" xmlUrl="https://a b/"/>
                <outline text="Skerry" xmlUrl="https://skerry.example/rss/"/></body></opml>""");
        var line = Line.run("feeds", "import", opml.toString(), "--to", config.toString());
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.err()).contains("as pier", "left out https://a b/", "as skerry", "2 feeds");
        assertThat(Files.readString(config))
                .contains("    skerry: {url: ", "    faro-example: {url: ", "# keep me", "# and me");
    }

    private Line add(String path, String... more) {
        var args = new ArrayList<>(List.of("feeds", "add", "--config", config.toString()));
        args.addAll(List.of(more));
        args.add(site.at(path).toString());
        return Line.run(args.toArray(String[]::new));
    }
}
