package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {
    private static final URI PAGE = URI.create("https://harbour.example/news/today.html");

    /** What is expected: the addresses in order, {@code linked:} before those from the text; "none". */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '\0', textBlock = """
            <link rel="alternate" type="application/rss+xml" href="/rss">                      | https://harbour.example/rss
            <link rel='alternate' type='application/atom+xml' href='feed.atom'>                | https://harbour.example/news/feed.atom
            <link href=/j.json type=application/feed+json rel=alternate>                       | https://harbour.example/j.json
            <LINK REL="ALTERNATE" TYPE="Application/RSS+XML" HREF="/Rss">                      | https://harbour.example/Rss
            <link type="application/rss+xml; charset=utf-8" rel="alternate home" href="/a"/>   | https://harbour.example/a
            <link rel="home  alternate" title=x type="application/rdf+xml" href="/a.rdf">      | https://harbour.example/a.rdf
            <base href="https://cdn.example/x/"><link rel=alternate type="application/rss+xml" href="f"> | https://cdn.example/x/f
            <link rel=alternate type="application/rss+xml" href="//cdn.example/f">             | https://cdn.example/f
            <link rel=alternate type="application/rss+xml" href="?format=rss">                 | https://harbour.example/news/today.html?format=rss
            <link rel=alternate type="application/rss+xml" href="/a?b=1&amp;c=2">              | https://harbour.example/a?b=1&c=2
            <link rel=alternate type="application/rss+xml" href=" /a b ">                      | https://harbour.example/a%20b
            <link rel=alternate type="application/rss+xml" href="feed://harbour.example/f">    | http://harbour.example/f
            <link rel=alternate type="application/rss+xml" href="feed:https://harbour.example/f"> | https://harbour.example/f
            <link rel=alternate type="application/rss+xml" href="/a#top">                      | https://harbour.example/a
            <link rel=feed href="/f">                                                          | https://harbour.example/f
            <link rel=alternate type="text/xml" href="/rss.xml">                               | https://harbour.example/rss.xml
            <link rel=alternate type="application/json" href="/feed.json" title="JSON Feed">   | https://harbour.example/feed.json
            <body><p>late</p><link rel=alternate type="application/rss+xml" href="/r"></body>  | https://harbour.example/r
            <link rel=alternate type="application/rss+xml" href="/a"><link rel=alternate type="application/rss+xml" href="/a"> | https://harbour.example/a
            <link rel=alternate type="application/rss+xml" href="/c" title="Pier » Comments Feed"><link rel=alternate type="application/rss+xml" href="/f"> | https://harbour.example/f https://harbour.example/c
            <link rel=alternate type="application/rss+xml" href="/comments/feed/"><link rel=alternate type="application/rss+xml" href="/feed/"> | https://harbour.example/feed/ https://harbour.example/comments/feed/
            <link rel=alternate hreflang=fr href="/fr">                                        | none
            <link rel=alternate type="application/json" href="/wp-json/wp/v2/pages/7">         | none
            <link rel=alternate type="application/json+oembed" href="/oembed?feed">            | none
            <link rel="alternate stylesheet" type="application/rss+xml" href="/style">         | none
            <link rel=alternate type="application/rss+xml" href="">                            | none
            <link rel=alternate type="application/rss+xml" href="ht!tp://[">                   | none
            <link rel=alternate type="application/rss+xml" href="javascript:feed()">           | none
            <link rel=alternatefeed type="application/rss+xml" href="/f">                      | none
            <!-- <link rel=alternate type="application/rss+xml" href="/old"> -->               | none
            <a href="/news.rss">News</a>                                                       | linked: https://harbour.example/news.rss
            <a href="/feed/">Follow</a>                                                        | linked: https://harbour.example/feed/
            <a href="/x7">RSS</a>                                                              | linked: https://harbour.example/x7
            <a href="/out?type=atom">All</a>                                                   | linked: https://harbour.example/out?type=atom
            <a href="https://far.example/rss">R</a><a href="/rss">R</a>                        | linked: https://harbour.example/rss https://far.example/rss
            <a href="https://feedly.com/i/subscription/feed/x">Feedly</a>                      | none
            <a href="/feedback">Feedback</a> <a href="/anatomy">Anatomy</a>                    | none
            <a href="mailto:rss@harbour.example">RSS</a>                                       | none
            <link rel=alternate type="application/rss+xml" href="/f"><a href="/other.rss">o</a> | https://harbour.example/f
            """)
    void readsWhatAPageSays(String html, String expected) {
        assertThat(show(html)).isEqualTo(expected);
    }

    @Test
    void keepsTitles() {
        var found = of("<link rel=alternate type='application/rss+xml' title='Pier &amp;\n Quay' href='/f'>");
        assertThat(found.candidates()).extracting(Discovery.Candidate::title).containsExactly("Pier & Quay");
    }

    @Test
    void guessesBelowTheFolderBeforeTheTop() {
        var guesses = Discovery.guesses(URI.create("https://harbour.example/blog/")).stream()
                .map(candidate -> candidate.url().getPath())
                .toList();
        assertThat(guesses).startsWith("/blog/feed", "/blog/rss").contains("/feed", "/atom.xml", "/feed.json");
        assertThat(guesses.indexOf("/feed")).isGreaterThan(guesses.indexOf("/blog/feed.json"));
        assertThat(Discovery.guesses(URI.create("https://harbour.example")))
                .first()
                .extracting(candidate -> candidate.url().toString())
                .isEqualTo("https://harbour.example/feed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <title>Just a moment...</title><p>Enable cookies</p>                 | a challenge that lets only browsers through ("Just a moment...")
            <script src="/cdn/challenge-platform/x.js"></script>                 | a challenge that lets only browsers through
            <title>Members</title><form><input type=Password name=p></form>      | a sign-in page ("Members")
            <p>Nothing here</p>                                                  | none
            <link rel=alternate type="application/rss+xml" href="/f"><input type=password> | none
            """)
    void saysWhatStandsInTheWay(String html, String expected) {
        assertThat(of(html).obstacle().orElse("none")).isEqualTo(expected);
    }

    @Test
    void noBytesMakeItThrow() {
        assertThat(Discovery.of(new byte[] {0, -1, '<', 'a', ' '}, PAGE, "text/html")
                        .candidates())
                .isEmpty();
        assertThat(of("<div>".repeat(50_000) + "<a href='/rss'>RSS</a>").candidates())
                .hasSizeLessThan(2);
    }

    private static String show(String html) {
        var found = of(html).candidates();
        var urls = found.stream().map(it -> it.url().toString()).collect(Collectors.joining(" "));
        return found.isEmpty() ? "none" : (found.getFirst().way() == Discovery.Way.LINKED ? "linked: " : "") + urls;
    }

    private static Discovery of(String html) {
        return Discovery.of(html.getBytes(StandardCharsets.UTF_8), PAGE, "text/html; charset=utf-8");
    }
}
