package org.wirebell.bench.live;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Who answers at one address. */
sealed interface Host {
    void answer(Request request, Wire wire, long moment) throws IOException, InterruptedException;

    default String scheme() {
        return "http";
    }

    /** Whether it gives validators, so that its readers need no document twice. */
    default boolean validates() {
        return false;
    }

    /** Whether it works hard, and so must not do it where the pollers under test have their turns. */
    default boolean isBusy() {
        return false;
    }

    private static void unchanged(Wire wire, String... validators) throws IOException {
        wire.answer("304 Not Modified", "", validators);
    }

    private static void changed(Wire wire, String document, String type, String... validators) throws IOException {
        var headers = Stream.concat(Stream.of("Content-Type: " + type), Stream.of(validators));
        wire.answer("200 OK", document, headers.toArray(String[]::new));
    }

    /** A publisher as they should be; every eighth knows no validators, which is common too. */
    record Good(int number, GoodFeed feed, Instant start) implements Host {
        @Override
        public boolean validates() {
            return number % 8 != 7;
        }

        @Override
        public void answer(Request request, Wire wire, long moment) throws IOException {
            int newest = feed.newest(moment);
            var etag = number % 4 == 1 ? "" : feed.etag(newest);
            // Dates have whole seconds; so that no two documents share one, it is made from the number of the story.
            var modified = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    start.plusSeconds(newest).atOffset(ZoneOffset.UTC));
            boolean same = etag.isEmpty()
                    ? request.header("if-modified-since").equals(modified)
                    : request.header("if-none-match").equals(etag);
            if (!validates()) {
                changed(wire, feed.document(newest), feed.contentType());
            } else if (same) {
                unchanged(wire, etag.isEmpty() ? "Last-Modified: " + modified : "ETag: " + etag);
            } else if (etag.isEmpty()) {
                changed(wire, feed.document(newest), feed.contentType(), "Last-Modified: " + modified);
            } else {
                changed(wire, feed.document(newest), feed.contentType(), "ETag: " + etag, "Last-Modified: " + modified);
            }
        }
    }

    /** A publisher who prints on demand, with both validators. */
    record Printed(PrintedFeed feed) implements Host {
        @Override
        public boolean validates() {
            return true;
        }

        @Override
        public void answer(Request request, Wire wire, long moment) throws IOException {
            int edition = feed.edition();
            var etag = "ETag: " + feed.etag(edition);
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    feed.modified(edition).atOffset(ZoneOffset.UTC));
            if (request.isConditional()
                    && (request.header("if-none-match").equals(feed.etag(edition))
                            || request.header("if-none-match").isEmpty()
                                    && request.header("if-modified-since").equals(date))) {
                unchanged(wire, etag, "Last-Modified: " + date);
            } else {
                changed(wire, feed.document(edition), feed.contentType(), etag, "Last-Modified: " + date);
            }
            feed.answered();
        }
    }

    /**
     * A publisher who has news when told to.
     *
     * @param headers of its answers besides, each a line
     */
    record Told(ToldFeed feed, List<String> headers) implements Host {
        @Override
        public boolean validates() {
            return true;
        }

        @Override
        public void answer(Request request, Wire wire, long moment) throws IOException {
            var sheet = feed.sheet();
            var lines = Stream.concat(Stream.of("ETag: " + sheet.etag()), headers.stream())
                    .toArray(String[]::new);
            if (request.header("if-none-match").equals(sheet.etag())) {
                unchanged(wire, lines);
            } else {
                changed(wire, sheet.document(), ToldFeed.KIND.contentType(), lines);
            }
        }
    }

    record Bad(Hostile manner, Instant start) implements Host {
        @Override
        public boolean isBusy() {
            return true;
        }

        @Override
        public String scheme() {
            return manner.scheme();
        }

        @Override
        public void answer(Request request, Wire wire, long moment) throws IOException, InterruptedException {
            manner.answer(request, wire, start.plusMillis(moment));
        }
    }
}
