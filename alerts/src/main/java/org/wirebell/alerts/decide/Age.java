package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Priority;

/** Whether news is too old to ring. */
final class Age {
    private Age() {}

    /**
     * From the newest moment that the provider names to our receipt, zero when it names none; and what we have been late since.
     *
     * @param late from the moment when the happening reached this room to the decision
     */
    static Duration of(Optional<Finding> cause, Optional<Instant> published, Instant received, Duration late) {
        var named = Stream.concat(
                        published.stream(),
                        cause.stream()
                                .flatMap(c -> Stream.of(
                                                c.item().published(), c.item().updated())
                                        .flatMap(Optional::stream)))
                .max(Instant::compareTo);
        var age = named.map(at -> Duration.between(at, received)).orElse(Duration.ZERO);
        return late.isNegative() ? age : age.plus(late);
    }

    /** The reason to keep silent about something that the rule asks for. */
    static Optional<Decision.Why> silence(Rule rule, Priority loudness, boolean backfill, Duration age) {
        return backfill
                ? Optional.of(Decision.Why.COLD_START)
                : age.compareTo(rule.freshness(loudness)) > 0 ? Optional.of(Decision.Why.STALE) : Optional.empty();
    }
}
