package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to break a reader: each gives the good item in front, in time, and never an exception. */
class HostileTest {
    private static final String GOOD = "<item><title>Good</title><guid>g</guid></item>";
    private static final Duration LIMIT = Duration.ofSeconds(20); // 5 s on an idle machine

    static Stream<Arguments> feeds() {
        return Stream.of(
                feed("deep", "<a>".repeat(100_000)),
                feed("deep and closed", "<a>".repeat(50_000) + "</a>".repeat(50_000)),
                feed("deep in HTML", "<item><description><![CDATA[" + "<div>".repeat(50_000)),
                feed("items in items", "<item>".repeat(20_000)),
                feed("one tag name", "<item><title>" + "a<b".repeat(500_000)),
                feed("attributes", "<item " + "a='1' ".repeat(200_000) + ">"),
                feed("tags", "<x/>".repeat(3_000_000)),
                feed("empty items", "<item/>".repeat(60_000)),
                feed("turned brackets", "<item<\n".repeat(300_000)),
                feed("open quotes", "<item a=\"x>".repeat(300_000)),
                feed("white space", "<item><description>" + " \n".repeat(1_000_000)),
                feed("ampersands", "<item><description>" + "&".repeat(1_000_000)),
                feed("open CDATA", "<item><description><![CDATA[never closed"),
                feed("document types", "<!DOCTYPE [".repeat(300_000)),
                feed("control characters", "<item><title>\u0000\u0001\uFFFE</title></item>"));
    }

    private static Arguments feed(String name, String after) {
        return Arguments.of(name, "<rss><channel><title>t</title>" + GOOD + after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void keepsWhatIsGood(String name, String feed) {
        var reading = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                LIMIT, () -> Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file(name)));
        assertThat(reading.format()).isEqualTo("rss");
        assertThat(reading.items().getFirst().headline()).isEqualTo("Good");
        assertThat(reading.items()).hasSizeLessThanOrEqualTo(Hints.MAX_ITEMS);
    }

    static Stream<Arguments> wires() {
        var nitf = "<nitf><body><body.head><hedline><hl1>Good</hl1></hedline></body.head><body.content><p>Text</p>";
        var anpa = "\u0016\u0001W1\u001f_w\nr i BC-Quay     03-02 0870\n\u0002BC-Quay,9<\n^Good<\n";
        var iptc = "\u0001tid0041 3 i 42  tide 0041\n\u0002Good =\n\n   Text\n";
        var mail = "From: a@b.example\nDate: today\nSubject: Good\n";
        return Stream.of(
                Arguments.of("deep NITF", nitf + "<body.content>".repeat(50_000)),
                Arguments.of("notes", nitf + "</body.content>" + "<note>a</note>".repeat(100_000)),
                Arguments.of("escaped", nitf + "&lt;p&gt;".repeat(200_000)),
                Arguments.of("head of ANPA", anpa + "^More<\n".repeat(300_000)),
                Arguments.of("messages of ANPA", anpa + "\u0016\u0001".repeat(500_000)),
                Arguments.of("messages of IPTC 7901", iptc + "\u0001".repeat(500_000)),
                Arguments.of("JSON lines", "{\"uri\":\"u\",\"headline\":\"Good\"}\n".repeat(20_000)),
                Arguments.of("wrappers", "{\"uri\":\"u\",\"headline\":\"Good\",\"data\":" + "{\"a\":".repeat(50_000)),
                Arguments.of("encoded words", mail + "To: " + "=?utf-8?q?".repeat(100_000) + "\n\nText"),
                Arguments.of("references", mail + "References: " + "<a@b> ".repeat(200_000) + "\n\nText"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wires")
    void keepsWhatIsGoodInAWire(String name, String wire) {
        var reading = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                LIMIT, () -> Reader.read(wire.getBytes(StandardCharsets.UTF_8), Hints.file(name)));
        assertThat(reading.items().getFirst().headline()).isEqualTo("Good");
    }

    @Test
    void resolvesNoEntity() {
        var feed = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                + "<rss><channel>" + GOOD + "<item><title>&b;&x;</title><guid>2</guid></item></channel></rss>";
        var items = Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file("entities"))
                .items();
        assertThat(items).hasSize(2);
        assertThat(items.getLast().headline()).isEqualTo("&b;&x;");
    }

    @Test
    void aCutDocumentGivesWhatIsWhole() {
        var feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 30; i++) {
            feed.append("<item><title>Story ")
                    .append(i)
                    .append("</title><guid>")
                    .append(i)
                    .append("</guid></item>");
        }
        var cut = feed.substring(0, feed.length() - 25).getBytes(StandardCharsets.UTF_8);
        assertThat(Reader.read(cut, Hints.file("cut")).items()).hasSizeGreaterThanOrEqualTo(29);
    }

    @Test
    void nothingMakesItThrow() {
        var random = new Random(20260302);
        var seeds = Stream.of(
                        "rss.in.xml",
                        "newsml-g2.in.xml",
                        "newsml-1.2.in.xml",
                        "nitf.in.xml",
                        "ninjs.in.json",
                        "anpa.in.txt",
                        "iptc7901.in.txt",
                        "rfc822.in.eml",
                        "json-feed.in.json",
                        "atom.in.xml")
                .map(HostileTest::bytes)
                .toList();
        for (int round = 0; round < 600; round++) {
            var raw = seeds.get(round % seeds.size()).clone();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
            }
            var part = java.util.Arrays.copyOf(raw, random.nextInt(raw.length) + 1);
            assertThat(Readings.line("mutant", Reader.read(part, Hints.file("mutant"))))
                    .startsWith("{");
        }
    }

    @Test
    void anEmptyOrHugeDocumentIsAProblem() {
        assertThat(Reader.read(new byte[0], Hints.file("empty"))
                        .problem()
                        .orElseThrow()
                        .why())
                .isEqualTo(Problem.Why.EMPTY);
        assertThat(Reader.read(new byte[Reader.MAX_BYTES + 1], Hints.file("huge"))
                        .problem()
                        .orElseThrow()
                        .why())
                .isEqualTo(Problem.Why.TOO_LARGE);
        assertThat(Reader.read("words".getBytes(StandardCharsets.UTF_8), Hints.file("words"))
                        .problem()
                        .orElseThrow()
                        .why())
                .isEqualTo(Problem.Why.UNKNOWN_FORMAT);
    }

    private static byte[] bytes(String sample) {
        try {
            return java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/test/resources/golden/read", sample));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
