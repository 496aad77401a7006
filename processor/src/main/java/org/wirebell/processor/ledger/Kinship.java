package org.wirebell.processor.ledger;

import java.time.Duration;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/** How a claim lies to a series that stands: whether its words, its time and its number let it belong there. */
final class Kinship {
    /** Within so long another number may still be of the same incident. */
    private static final Duration STORY = Duration.ofHours(48);
    /** A running count of one incident may be told so long after the last number. */
    private static final Duration TOLD_TOLL = Duration.ofDays(7);
    /** The same stretch of time, told by another outlet. */
    private static final Duration PERIOD = Duration.ofHours(20);
    /** An outlet lags behind by no more. */
    private static final Duration LAG = Duration.ofHours(12);
    /** Smaller numbers are equal by chance. */
    private static final long TELLING = 100;

    private final LedgerConfig config;
    private final Places places;

    Kinship(LedgerConfig config, Places places) {
        this.config = config;
        this.places = places;
    }

    /** Ordered: the later the closer. */
    enum Degree {
        NONE,
        /** The same words, but hardly by its number. */
        NAMED,
        /** Compatible in words and fitting by its number. */
        FITS,
        /** The same words and a fitting number. */
        SURE,
        /** The number that stands, in compatible words. */
        SAME,
        /** The same running count from the same day. */
        DATED
    }

    /** @param remarks on the claim, too */
    Degree degree(Claim claim, Remarks remarks, Standing standing) {
        var said = claim.series();
        if (!places.compatible(said.place(), standing.traits().place())) {
            return Degree.NONE;
        }
        var degree = said.scope() != standing.traits().scope()
                ? mixed(claim, remarks, standing)
                : said.scope() == Figure.Scope.CUMULATIVE
                        ? running(claim, remarks, standing)
                        : incident(claim, remarks, standing);
        boolean same = degree != Degree.NONE
                && degree != Degree.DATED
                && standing.tally()
                        .reference()
                        .filter(last -> Stated.of(claim) >= TELLING && Stated.echoes(claim, last))
                        .isPresent();
        return same ? Degree.SAME : degree;
    }

    private static Degree fits(boolean yes) {
        return yes ? Degree.FITS : Degree.NONE;
    }

    /** A text that tells no running count where there is one, or the other way round. */
    private static Degree mixed(Claim claim, Remarks remarks, Standing standing) {
        boolean period = claim.series().event().equals(Periods.EVENT)
                || standing.traits().event().equals(Periods.EVENT);
        if (period || !continues(claim, standing)) {
            return Degree.NONE;
        }
        return Stated.of(claim) >= TELLING ? Degree.SURE : fits(remarks.says(claim, Cue.TOLL));
    }

    private Degree running(Claim claim, Remarks remarks, Standing standing) {
        var said = claim.series();
        var traits = standing.traits();
        boolean sameBaseline = Baseline.same(said.since(), traits.since())
                || Baseline.sameDay(said.since(), traits.since()) && goesOn(claim, remarks, standing);
        if (!sameBaseline
                && (!Baseline.compatible(said.since(), traits.since()) || !Events.akin(said.event(), traits.event()))) {
            return Degree.NONE;
        }
        boolean samePlace = said.place().equals(traits.place());
        if (samePlace && sameBaseline) {
            return Degree.DATED;
        }
        if (goesOn(claim, remarks, standing)) {
            return samePlace ? Degree.SURE : Degree.FITS;
        }
        boolean sameWords =
                samePlace && said.since().equals(traits.since()) && said.event().equals(traits.event());
        return sameWords ? Degree.NAMED : Degree.NONE;
    }

    /** A number that may well be the next of this running count, or an older one of it. */
    private static boolean goesOn(Claim claim, Remarks remarks, Standing standing) {
        var reference = standing.tally().anchor();
        if (reference.isEmpty() || remarks.says(claim, Cue.RESET) || remarks.says(claim, Cue.LOWER)) {
            return true;
        }
        var last = reference.get();
        long days = Math.max(0, Duration.between(last.asOf(), claim.asOf()).toDays());
        long number = Stated.of(claim);
        double least = Stated.of(last) * 0.7;
        double most = Stated.of(last) * (2 + days / 10.0) + 20;
        return Stated.echoes(claim, last) || number >= least && number <= most;
    }

    /** A large number by which a text that tells no running count, or tells one, goes on where the other stood. */
    private static boolean continues(Claim claim, Standing standing) {
        var reference = standing.tally().anchor();
        if (reference.isEmpty()) {
            return false;
        }
        var last = reference.get();
        double days = Duration.between(standing.newest(), claim.asOf()).toHours() / 24.0;
        double number = Stated.of(claim);
        return Stated.echoes(claim, last)
                || number >= 0.9 * Stated.of(last) && number <= (days <= 2 ? 2 : 1.1 + days / 20) * Stated.of(last);
    }

    private Degree incident(Claim claim, Remarks remarks, Standing standing) {
        var said = claim.series();
        var traits = standing.traits();
        if (said.event().equals(Periods.EVENT) || traits.event().equals(Periods.EVENT)) {
            return fits(said.event().equals(traits.event()) && samePeriod(claim, standing));
        }
        if (!Events.akin(said.event(), traits.event())) {
            return Degree.NONE;
        }
        boolean sameWords = traits.says(said);
        if (sameWords && !Events.recurs(said.event())) {
            return Degree.SURE; // long silence and a new beginning are the business of the series itself
        }
        return sameIncident(claim, remarks, standing) ? sameWords ? Degree.SURE : Degree.FITS : Degree.NONE;
    }

    private static boolean samePeriod(Claim claim, Standing standing) {
        return Duration.between(standing.newest(), claim.asOf()).compareTo(PERIOD) <= 0
                && standing.tally()
                        .anchor()
                        .filter(last -> Stated.echoes(claim, last))
                        .isPresent();
    }

    private boolean sameIncident(Claim claim, Remarks remarks, Standing standing) {
        var gap = Duration.between(standing.newest(), claim.asOf());
        if (standing.families().contains(claim.evidence().family())) {
            return gap.compareTo(config.quiet()) <= 0;
        }
        var reference = standing.tally().anchor();
        if (reference.isEmpty()) {
            return gap.compareTo(STORY) <= 0;
        }
        var last = reference.get();
        boolean plausible = Stated.echoes(claim, last) || modest(claim, last);
        if (gap.compareTo(STORY) > 0) {
            return remarks.says(claim, Cue.TOLL) && plausible && gap.compareTo(TOLD_TOLL) <= 0;
        }
        return plausible || standing.tally().said(claim) || related(claim, remarks) || besides(claim, last, gap);
    }

    private static boolean related(Claim claim, Remarks remarks) {
        return remarks.says(claim, Cue.LOWER)
                || remarks.says(claim, Cue.RESET)
                || remarks.says(claim, Cue.REAFFIRM)
                || remarks.says(claim, Cue.TOLL);
    }

    private static boolean modest(Claim claim, Claim last) {
        return Stated.rises(claim, last) && Stated.of(claim) <= 3 * Stated.of(last) + 10;
    }

    /** Another claimant speaks of the same hour, or an outlet lags behind. */
    private boolean besides(Claim claim, Claim last, Duration gap) {
        boolean samePlace = claim.series().place().equals(last.series().place());
        boolean contradicts = Voice.of(claim).other(Voice.of(last)) && gap.compareTo(config.near()) <= 0;
        boolean lags = !Voice.of(claim).equals(Voice.of(last))
                && gap.compareTo(LAG) <= 0
                && Stated.of(claim) >= Stated.of(last) / 2;
        return samePlace && (contradicts || lags);
    }
}
