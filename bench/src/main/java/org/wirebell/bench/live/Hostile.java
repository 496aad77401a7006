package org.wirebell.bench.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;

/** What a publisher may do to its readers, by fault or on purpose. */
enum Hostile {
    ENDLESS_BODY,
    SLOW_HEAD,
    SLOW_BODY,
    SILENT,
    GZIP_BOMB,
    DEEP_NESTING,
    ENTITY_BOMB,
    REDIRECT_LOOP,
    REDIRECTS_EVER_ON,
    CHALLENGE,
    FORBIDDEN_PAGE,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    UNAVAILABLE,
    TRUNCATED,
    ANNOUNCED_HUGE,
    LARGE_FEED,
    RESET,
    WRONG_LENGTH,
    TLS_ON_PLAIN_PORT,
    MANY_ATTRIBUTES,
    NOISE,
    EMPTY,
    ENDLESS_HEAD,
    NEVER_MODIFIED;

    private static final int DEPTH = 100_000;
    private static final int ATTRIBUTES = 100_000;
    private static final int LARGE_STORIES = 2_000;
    private static final String RSS = "Content-Type: application/rss+xml";
    private static final String START = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Trap</title>";
    private static final String ITEM = "<item><title>More</title><description>and more</description></item>";
    private static final byte[] BOMB = bomb();
    private static final byte[] LARGE = large();

    /** What its address begins with. */
    String scheme() {
        return this == TLS_ON_PLAIN_PORT ? "https" : "http";
    }

    /** Answers in its own manner; throws when whoever asked has gone. */
    void answer(Request request, Wire wire, Instant now) throws IOException, InterruptedException {
        switch (this) {
            case ENDLESS_BODY -> {
                wire.head("200 OK", -1, RSS);
                wire.send(START);
                var items = ITEM.repeat(500);
                while (true) {
                    wire.send(items);
                }
            }
            case SLOW_HEAD -> wire.drip("HTTP/1.1 200 OK\r\nX-Wait: ");
            case SLOW_BODY -> {
                wire.head("200 OK", -1, RSS);
                wire.drip(START + ITEM);
            }
            case SILENT -> wire.hang();
            case GZIP_BOMB -> wire.answer("200 OK", BOMB, RSS, "Content-Encoding: gzip");
            case DEEP_NESTING -> wire.answer("200 OK", START + "<a>".repeat(DEPTH), RSS);
            case ENTITY_BOMB -> wire.answer("200 OK", laughs(), RSS);
            case REDIRECT_LOOP -> wire.answer("302 Found", "", "Location: /feed");
            case REDIRECTS_EVER_ON -> wire.answer("301 Moved", "", "Location: /" + now.toEpochMilli());
            case CHALLENGE ->
                wire.answer("200 OK", page("Just a moment...", "Enable cookies to go on."), "Content-Type: text/html");
            case FORBIDDEN_PAGE ->
                wire.answer("403 Forbidden", page("Attention required", "Are you a robot?"), "cf-mitigated: challenge");
            case SERVER_ERROR -> wire.answer("500 Oops", page("500", "Something broke."));
            case TOO_MANY_REQUESTS -> {
                wire.leaveAlone(Duration.ofSeconds(7));
                wire.answer("429 Too Many Requests", "", "Retry-After: 7");
            }
            case UNAVAILABLE -> {
                var until = now.plusSeconds(9); // dates have whole seconds
                wire.leaveAlone(Duration.between(now, Instant.ofEpochSecond(until.getEpochSecond())));
                var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
                wire.answer("503 Unavailable", "", "Retry-After: " + date);
            }
            case TRUNCATED -> {
                var whole = FeedKind.ATOM.document(IntStream.range(0, 9)
                        .mapToObj(i -> Story.invented(i, now.minusSeconds(i)))
                        .toList());
                wire.answer("200 OK", whole.substring(0, whole.length() * 2 / 3));
            }
            case ANNOUNCED_HUGE -> {
                wire.head("200 OK", 40L << 30, RSS);
                wire.send(START);
                wire.hang();
            }
            case LARGE_FEED -> wire.answer("200 OK", large(now), RSS);
            case RESET -> {
                wire.head("200 OK", 5_000, RSS);
                wire.send(START);
                wire.reset();
            }
            case WRONG_LENGTH -> {
                wire.head("200 OK", 100_000, RSS);
                wire.send(START + ITEM + "</channel></rss>");
            }
            case TLS_ON_PLAIN_PORT -> wire.answer("400 Bad Request", "this is no TLS port");
            case MANY_ATTRIBUTES -> wire.answer("200 OK", attributes(), RSS);
            case NOISE -> wire.answer("200 OK", noise(now), RSS);
            case EMPTY -> wire.answer("200 OK", "", RSS);
            case ENDLESS_HEAD -> {
                wire.send("HTTP/1.1 200 OK\r\n");
                while (true) {
                    wire.send("X-More: " + "and more ".repeat(200) + "\r\n");
                }
            }
            case NEVER_MODIFIED -> wire.answer("304 Not Modified", "");
        }
    }

    private static String page(String title, String text) {
        return "<!doctype html><html><head><title>" + title + "</title></head><body><p>" + text + "</p></body></html>";
    }

    private static String laughs() {
        var types = IntStream.range(1, 12)
                .mapToObj(i -> "<!ENTITY h" + i + " \"" + ("&h" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY h0 \"haha\">" + types
                + "]><rss version=\"2.0\"><channel><title>T</title><item><title>&h11;</title></item></channel></rss>";
    }

    private static String attributes() {
        return START
                + IntStream.range(0, ATTRIBUTES)
                        .mapToObj(i -> " a" + i + "=\"1\"")
                        .collect(Collectors.joining("", "<item", ">"))
                + "</item></channel></rss>";
    }

    /** Some eight megabytes, changed each time, so that nothing spares its reading. */
    private static byte[] large(Instant now) {
        var end = ("<!-- " + now + " -->").getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(LARGE, LARGE.length + end.length);
        System.arraycopy(end, 0, all, LARGE.length, end.length);
        return all;
    }

    private static byte[] large() {
        var story = FeedKind.RSS_ARTICLE.entry(Story.invented(0, Instant.parse("2026-03-01T06:00:00Z")));
        var stories = IntStream.range(0, LARGE_STORIES)
                .mapToObj(i -> story.replace(">n0<", ">n" + i + "<"))
                .toList();
        return FeedKind.RSS_ARTICLE.of(stories).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Instant now) {
        var bytes = new byte[300_000];
        new Random(now.toEpochMilli()).nextBytes(bytes);
        return bytes;
    }

    /** A quarter of a megabyte that stands for 256. */
    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(START.getBytes(StandardCharsets.UTF_8));
            var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 256; i++) {
                out.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
