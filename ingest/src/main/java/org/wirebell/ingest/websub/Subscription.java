package org.wirebell.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the subscription of one source stands. It is trusted, which lets polling slow down, from the first push on and for as
 * long as the lease runs and polls find nothing that was not pushed.
 *
 * @param hub empty when the feed offers none
 * @param topic the feed's name at the hub
 * @param callback a mark of the address and the secret that the hub was given: when either is another, it is told anew
 * @param asked the hub was asked and has yet to ask back
 * @param until when the lease ends
 * @param next when the hub is to be asked, for the first time or again
 * @param failures one after the other
 * @param heard a push has come, and polls have found nothing else since
 * @param detail what the hub said, for people
 */
public record Subscription(
        String hub,
        String topic,
        String callback,
        boolean asked,
        Optional<Instant> until,
        Optional<Instant> next,
        int failures,
        boolean heard,
        String detail) {
    public static final Subscription NONE =
            new Subscription("", "", "", false, Optional.empty(), Optional.empty(), 0, false, "");

    /** No hub is believed for longer. */
    static final Duration LONGEST_LEASE = Duration.ofDays(30);
    /** A hub that leases for seconds is not asked every few seconds. */
    static final Duration LEAST_BETWEEN = Duration.ofMinutes(1);
    /** A hub that takes the request and does not ask back within this time is asked again. */
    static final Duration VERIFIED_WITHIN = Duration.ofMinutes(10);

    static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    /** What the publisher offers now; the same offer changes nothing, another one is taken up at once. */
    public Subscription offered(Optional<Offer> offer, String mark, Instant now) {
        if (offer.isEmpty()) {
            return NONE;
        }
        var same = offer.get().hub().equals(hub) && offer.get().topic().equals(topic) && mark.equals(callback);
        return same
                ? this
                : new Subscription(
                        offer.get().hub(),
                        offer.get().topic(),
                        mark,
                        false,
                        Optional.empty(),
                        Optional.of(now),
                        0,
                        false,
                        "");
    }

    /** Whether it is time to ask the hub. */
    public boolean due(Instant now) {
        return next.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** Whether the lease has run out. */
    public boolean over(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** When something is to be done without anybody calling. */
    public Optional<Instant> wake() {
        return Stream.of(next, until).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** The hub is about to be asked. From here on it may ask back. */
    public Subscription asking(Instant now) {
        var unanswered = asked ? failures + 1 : failures;
        return new Subscription(
                hub,
                topic,
                callback,
                true,
                until,
                Optional.of(now.plus(max(VERIFIED_WITHIN, asked ? wait(unanswered) : Duration.ZERO))),
                unanswered,
                heard,
                detail);
    }

    /**
     * The hub did not take the request.
     *
     * @param retryAfter what it asks for; zero when it does not say
     */
    public Subscription refused(String why, Duration retryAfter, Instant now) {
        var wait = max(wait(failures + 1), min(retryAfter, AFTER_DENIAL));
        return new Subscription(
                hub, topic, callback, false, until, Optional.of(now.plus(wait)), failures + 1, heard, why);
    }

    /** The hub asked back and was told that we want it. */
    public Subscription verified(Duration lease, Instant now) {
        var length = min(lease, LONGEST_LEASE);
        var renewal = max(length.multipliedBy(4).dividedBy(5), LEAST_BETWEEN);
        return new Subscription(
                hub,
                topic,
                callback,
                false,
                Optional.of(now.plus(length)),
                Optional.of(now.plus(renewal)),
                0,
                heard,
                "");
    }

    /** The hub will not deliver, from now on. */
    public Subscription denied(String why, Instant now) {
        return new Subscription(
                hub,
                topic,
                callback,
                false,
                Optional.empty(),
                Optional.of(now.plus(AFTER_DENIAL)),
                failures + 1,
                false,
                "denied: " + why);
    }

    /** The lease has run out; whether it is renewed is another matter. */
    public Subscription lapsed() {
        return new Subscription(hub, topic, callback, asked, Optional.empty(), next, failures, false, detail);
    }

    /** A push came. */
    public Subscription pushed() {
        return with(true);
    }

    /** A poll found what was not pushed. */
    public Subscription missed() {
        return with(false);
    }

    private Subscription with(boolean nowHeard) {
        return new Subscription(hub, topic, callback, asked, until, next, failures, nowHeard, detail);
    }

    /** Whether pushes may be relied on. */
    public boolean trusted(Instant now) {
        return heard && until.filter(now::isBefore).isPresent();
    }

    /** In one word, for people. */
    public String word(Instant now) {
        if (hub.isEmpty()) {
            return "none";
        }
        if (until.filter(now::isBefore).isPresent()) {
            return heard ? "delivering" : "verified";
        }
        return asked ? "asked" : detail.isEmpty() ? "wanted" : "refused";
    }

    private static Duration wait(int failures) {
        return min(LONGEST_WAIT, LEAST_BETWEEN.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS)));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** As {@link #written} wrote it; none when that cannot be read. */
    public static Subscription read(Object written) {
        if (!(written instanceof Map<?, ?> fields) || text(fields, "hub").isEmpty()) {
            return NONE;
        }
        return new Subscription(
                text(fields, "hub"),
                text(fields, "topic"),
                text(fields, "callback"),
                text(fields, "asked").equals("true"),
                time(fields, "until"),
                time(fields, "next"),
                Integer.parseInt(fields.containsKey("failures") ? text(fields, "failures") : "0"),
                text(fields, "heard").equals("true"),
                text(fields, "detail"));
    }

    private static String text(Map<?, ?> fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    private static Optional<Instant> time(Map<?, ?> fields, String name) {
        return Optional.of(text(fields, name)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    /** For the state of the source, where other rooms may read it; never empty, so that "no hub" is known too. */
    public Map<String, String> written(Instant now) {
        var fields = new HashMap<String, String>();
        fields.put("state", word(now));
        fields.put("hub", hub);
        fields.put("topic", topic);
        fields.put("callback", callback);
        fields.put("asked", asked ? "true" : "");
        fields.put("until", until.map(Instant::toString).orElse(""));
        fields.put("next", next.map(Instant::toString).orElse(""));
        fields.put("failures", failures == 0 ? "" : Integer.toString(failures));
        fields.put("heard", heard ? "true" : "");
        fields.put("detail", detail);
        fields.values().removeAll(Collections.singleton(""));
        return fields;
    }
}
