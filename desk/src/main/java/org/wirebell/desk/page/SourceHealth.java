package org.wirebell.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.FeedState;

/**
 * How a source is, as ingest left it in its state, and whether we still hear of it at all.
 *
 * @param why for people; empty when all is well
 * @param usualGap the longest silence that was usual lately
 * @param gaps how often items passed by unseen
 */
record SourceHealth(
        State state, int failures, Optional<Instant> since, String why, Optional<Duration> usualGap, long gaps) {
    /** Overdue by more than this counts as late: polls are spread and backed off. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** From good to bad. */
    enum State {
        OK("OK"),
        NEW("Not yet tried"),
        SLOW("Told to wait"),
        GAP("Gap"),
        SILENT("Silent"),
        LATE("Late"),
        FAILING("Failing"),
        GONE("Gone");

        /** Whose number is shown also when there is none. */
        static final List<State> ALWAYS_SHOWN = List.of(SILENT, FAILING);

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SourceHealth of(FeedState feed, Instant now) {
        var said = said(feed);
        var state = said.ordinal() < State.LATE.ordinal() && late(feed, now) ? State.LATE : said;
        return new SourceHealth(
                state,
                feed.failures(),
                word(feed, "healthSince").map(Instant::parse),
                why(feed, state),
                word(feed, "usualGap").map(Duration::parse),
                word(feed, "gaps").map(Long::valueOf).orElse(0L));
    }

    private static State said(FeedState feed) {
        var word = word(feed, "health").orElse("");
        for (var state : State.values()) {
            if (state.css().equals(word)) {
                return state;
            }
        }
        if (feed.failures() > 0) {
            return State.FAILING;
        }
        return feed.lastFetch().isEmpty() && feed.lastSuccess().isEmpty() ? State.NEW : State.OK;
    }

    private static boolean late(FeedState feed, Instant now) {
        return feed.nextDue().filter(due -> due.plus(LATE).isBefore(now)).isPresent();
    }

    private static String why(FeedState feed, State state) {
        if (feed.failures() > 0) {
            var outcome = feed.outcome().replace('_', ' ');
            return Words.count(feed.failures(), "failure", "failures") + " in a row: "
                    + (feed.detail().isEmpty() ? outcome : outcome + ", " + feed.detail());
        }
        return state == State.LATE ? "" : word(feed, "healthWhy").orElse("");
    }

    private static Optional<String> word(FeedState feed, String key) {
        return Optional.ofNullable(feed.more().get(key)).map(Object::toString);
    }

    String word() {
        return state.word();
    }

    String css() {
        return state.css();
    }

    /** Something that somebody should look at. */
    boolean troubled() {
        return state.ordinal() > State.SLOW.ordinal();
    }

    /** The worst first; among the same, who failed most. */
    long weight() {
        return troubled() ? 1_000L * state.ordinal() + failures : 0;
    }
}
