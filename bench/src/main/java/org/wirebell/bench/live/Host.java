package org.wirebell.bench.live;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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
            var type = "Content-Type: " + feed.contentType();
            if (!validates()) {
                wire.answer("200 OK", feed.document(newest), type);
            } else if (same) {
                wire.answer("304 Not Modified", "", etag.isEmpty() ? "Last-Modified: " + modified : "ETag: " + etag);
            } else if (etag.isEmpty()) {
                wire.answer("200 OK", feed.document(newest), type, "Last-Modified: " + modified);
            } else {
                wire.answer("200 OK", feed.document(newest), type, "ETag: " + etag, "Last-Modified: " + modified);
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
                wire.answer("304 Not Modified", "", etag, "Last-Modified: " + date);
            } else {
                wire.answer(
                        "200 OK",
                        feed.document(edition),
                        "Content-Type: " + feed.contentType(),
                        etag,
                        "Last-Modified: " + date);
            }
            feed.answered();
        }
    }

    /** A publisher who has news when told to. */
    record Told(ToldFeed feed) implements Host {
        @Override
        public boolean validates() {
            return true;
        }

        @Override
        public void answer(Request request, Wire wire, long moment) throws IOException {
            var sheet = feed.sheet();
            var etag = "ETag: " + sheet.etag();
            if (request.header("if-none-match").equals(sheet.etag())) {
                wire.answer("304 Not Modified", "", etag);
            } else {
                wire.answer("200 OK", sheet.document(), "Content-Type: " + ToldFeed.KIND.contentType(), etag);
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
