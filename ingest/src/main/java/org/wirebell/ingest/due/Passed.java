package org.wirebell.ingest.due;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What passed a source by unseen, as far as we can tell: its document had nothing in common with the one before, or
 * numbers of the provider's count did not come.
 *
 * @param gaps how often
 * @param missing numbers that did not come, all in all
 * @param last when it was noticed last
 * @param why what was noticed then, for people
 */
public record Passed(long gaps, long missing, Optional<Instant> last, String why) {
    private static final String GAPS = "gaps";
    private static final String MISSING = "missing";
    private static final String LAST = "lastGap";
    private static final String WHY = "lastGapWhy";

    /** What the state of a source says of it. */
    public static Passed of(Map<String, Object> more) {
        return new Passed(
                Long.parseLong(more.getOrDefault(GAPS, "0").toString()),
                Long.parseLong(more.getOrDefault(MISSING, "0").toString()),
                Optional.ofNullable(more.get(LAST)).map(at -> Instant.parse(at.toString())),
                more.getOrDefault(WHY, "").toString());
    }

    Passed by(long numbers, String reason, Instant now) {
        return new Passed(gaps + 1, missing + numbers, Optional.of(now), reason);
    }

    void write(Map<String, Object> more) {
        last.ifPresent(at -> {
            more.put(GAPS, Long.toString(gaps));
            more.put(MISSING, Long.toString(missing));
            more.put(LAST, at.toString());
            more.put(WHY, why);
        });
    }
}
