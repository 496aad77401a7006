package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.FeedState;

/**
 * How a source is, for people: in one word, since when, and why. Kept in {@code FeedState.more}, where other rooms read it.
 *
 * @param why empty when all is well
 * @param alarm a silence that is longer than this is out of the ordinary; absent while nothing is known
 */
public record Health(Word word, Instant since, String why, Optional<Duration> alarm) {
    private static final String WORD = "health";
    private static final String SINCE = "healthSince";
    private static final String WHY = "healthWhy";
    private static final String ALARM = "silentAfter";
    private static final String USUAL = "usualGap";
    /** Something that passed unseen is shown for so long. */
    private static final Duration GAP_SHOWN = Duration.ofHours(1);

    /** From good to bad. */
    public enum Word {
        /** Never asked, or nothing was ever heard of it. */
        NEW,
        OK,
        /** It asked to be left alone for a while, or its items wait for the broker. */
        SLOW,
        /** Items have passed by unseen within the last hour. */
        GAP,
        /** It answers, but has had no news for longer than usual. */
        SILENT,
        /** The last fetch failed, or the last document could not be read. */
        FAILING,
        /** It says that it will not come back; it is looked at now and then. */
        GONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Verdict(Word word, String why) {}

    /**
     * How a source is now.
     *
     * @param before how it was
     * @param fixed the silence that the operator allows it; stands above what was learned
     * @param watched since when we listen: what happened before is no silence of the source's
     */
    public static Health of(
            FeedState state, Optional<Health> before, Optional<Duration> fixed, Instant watched, Instant now) {
        var rhythm = Rhythm.of(state.more());
        var alarm = fixed.or(() -> rhythm.alarm(now));
        var verdict = verdict(state, alarm, rhythm.last(), watched, now);
        var since = before.filter(was -> was.word() == verdict.word())
                .map(Health::since)
                .orElse(now);
        return new Health(verdict.word(), since, verdict.why(), alarm);
    }

    private static Verdict verdict(
            FeedState state, Optional<Duration> alarm, Optional<Instant> last, Instant watched, Instant now) {
        if (state.outcome().equals(Why.GONE.word())) {
            return new Verdict(Word.GONE, state.detail());
        }
        if (state.outcome().equals(Why.WAITING.word()) || state.outcome().equals("unsent")) {
            return new Verdict(Word.SLOW, state.detail());
        }
        if (state.failures() > 0) {
            return new Verdict(Word.FAILING, state.outcome() + ": " + state.detail());
        }
        var silence = Duration.between(last.filter(watched::isBefore).orElse(watched), now);
        if (alarm.filter(most -> silence.compareTo(most) > 0).isPresent()) {
            var since = last.map(heard -> "no news since " + heard).orElse("no news yet");
            return new Verdict(Word.SILENT, since + ", longer than " + alarm.get());
        }
        var passed = Passed.of(state.more());
        if (passed.last().filter(now.minus(GAP_SHOWN)::isBefore).isPresent()) {
            return new Verdict(Word.GAP, passed.why());
        }
        var twin = Standing.twin(state);
        return new Verdict(
                state.lastFetch().isEmpty() ? Word.NEW : Word.OK,
                twin.isEmpty() ? "" : "leads to the same address as source " + twin);
    }

    /** What a state says of itself; absent in those of old versions. */
    public static Optional<Health> in(FeedState state) {
        var more = state.more();
        return more.get(WORD) instanceof String word && more.get(SINCE) instanceof String since
                ? Optional.of(new Health(
                        Word.valueOf(word.toUpperCase(Locale.ROOT)),
                        Instant.parse(since),
                        more.getOrDefault(WHY, "").toString(),
                        Optional.ofNullable(more.get(ALARM)).map(alarm -> Duration.parse(alarm.toString()))))
                : Optional.empty();
    }

    /** The state with this health on it, and the silence that is usual. */
    public FeedState on(FeedState state, Instant now) {
        var next = new NextState(state);
        next.more.put(WORD, word.word());
        next.more.put(SINCE, since.toString());
        put(next.more, WHY, Optional.of(why).filter(text -> !text.isEmpty()));
        put(next.more, ALARM, alarm);
        put(next.more, USUAL, Rhythm.of(state.more()).usual(now));
        return next.done();
    }

    private static void put(Map<String, Object> more, String key, Optional<?> value) {
        if (value.isPresent()) {
            more.put(key, value.get().toString());
        } else {
            more.remove(key);
        }
    }
}
