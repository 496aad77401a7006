package org.wirebell.alerts.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** What rules would have sent: the live decisions over recorded news, in its order. */
public final class Backtest {
    private Backtest() {}

    /** Runs to the end of the stream; each notice is told as it falls due. */
    public static Summary run(List<Rule> rules, Iterator<Happening> news, Consumer<Line> told) {
        throw new UnsupportedOperationException("being built");
    }

    /** One notice that would have been sent; its JSON form is one line of {@code wirebell backtest}. Ids start with {@code dry:}. */
    public record Line(
            String notice,
            String alert,
            int revision,
            String rule,
            String receiver,
            Notice.Kind kind,
            Priority priority,
            Alert.Reason reason,
            String title,
            Optional<Long> before,
            Optional<Long> after,
            String claimant,
            String sentence,
            String item,
            Instant at,
            List<String> why) {}

    /**
     * Counts of a whole run.
     *
     * @param fires by rule and day (UTC): revisions told to anybody
     * @param suppressed by rule and reason
     * @param broken rules left out, with the fault of their query
     */
    public record Summary(
            long happenings,
            long notices,
            Map<String, Map<LocalDate, Long>> fires,
            Map<String, Map<Decision.Why, Long>> suppressed,
            Map<String, String> broken) {}
}
