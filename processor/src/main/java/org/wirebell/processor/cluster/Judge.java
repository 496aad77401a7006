package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether one text is a copy of another, and of what kind. */
final class Judge {
    /** Texts of fewer shingles (under eight words) are alike by chance: they must be equal. */
    private static final int TINY = 6;
    /** Texts of fewer shingles are short. */
    private static final int SHORT = 50;
    /** All of a text but for a few words. */
    private static final double NEARLY_ALL = 0.9;

    /** Reports that a source gives day by day are this far apart. */
    private static final Duration DAILY = Duration.ofHours(18);
    /** Of a form that is filled in anew, three numbers in four are others; one is enough where there are few words. */
    private static final double FILLED_IN = 0.75;

    private static final int SOME = 3;
    /** Texts that share fewer of their names tell of other people and places. */
    private static final double SAME_NAMES = 0.5;

    private static final int NAMES = 4;

    private final CopiesConfig config;

    Judge(CopiesConfig config) {
        this.config = config;
    }

    /** A text that the later one is a copy of. */
    record Found(HeldText held, Copy.Kind kind, Likeness likeness, Numbers.Changes changes) {}

    Optional<Found> judge(Print later, String source, Instant at, HeldText held) {
        var likeness = Likeness.of(later.shingles(), held.print().shingles());
        int smaller = Math.min(later.shingles().size(), held.print().shingles().size());
        if (!alike(likeness, smaller) || sameTeaser(later, source, held, smaller)) {
            return Optional.empty();
        }
        var names = held.print().names();
        if (likeness.containment() < config.contained() && others(later.names(), names, NAMES)) {
            return Optional.empty();
        }
        var changes = later.numbers().since(held.print().numbers());
        boolean daily = Duration.between(held.at(), at).abs().compareTo(DAILY) >= 0;
        if (filledIn(changes, smaller) && (daily || others(later.names(), names, 1))) {
            return Optional.empty();
        }
        var kind =
                kind(likeness, later.shingles().size() < held.print().shingles().size(), changes);
        return Optional.of(new Found(held, kind, likeness, changes));
    }

    private boolean alike(Likeness likeness, int smaller) {
        if (smaller < TINY) {
            return likeness.jaccard() == 1;
        }
        return likeness.containment() >= config.contained()
                || smaller >= SHORT
                        && likeness.containment() >= config.edited()
                        && likeness.jaccard() >= config.alike();
    }

    /** "Read all about it on our page": what a source says of many items. */
    private static boolean sameTeaser(Print later, String source, HeldText held, int smaller) {
        return smaller < SHORT
                && source.equals(held.source())
                && later.headline() != held.print().headline();
    }

    /** Whether few names are the same, where each text has at least so many. */
    private static boolean others(Hashes later, Hashes earlier, int least) {
        int fewer = Math.min(later.size(), earlier.size());
        return fewer >= least && later.common(earlier) < SAME_NAMES * fewer;
    }

    private static boolean filledIn(Numbers.Changes changes, int smaller) {
        return changes.changed() >= (smaller < SHORT ? 1 : SOME) && changes.changed() >= FILLED_IN * changes.compared();
    }

    private static Copy.Kind kind(Likeness likeness, boolean shorter, Numbers.Changes changes) {
        if (changes.changed() > 0) {
            return Copy.Kind.UPDATE;
        }
        if (likeness.ofEarlier() >= NEARLY_ALL) {
            return Copy.Kind.REPRINT;
        }
        return shorter && likeness.ofLater() >= NEARLY_ALL ? Copy.Kind.CUT : Copy.Kind.EDITED;
    }
}
