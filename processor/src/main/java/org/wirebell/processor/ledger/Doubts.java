package org.wirebell.processor.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/** Reasons to show a number to a person before it counts. Each answers with the reason in words, or nothing. */
final class Doubts {
    static final String BATCH = "the text says that earlier cases were added at once: no rise of one day";

    /** Below this, equal numbers are chance. */
    private static final long TELLING = 50;

    private static final long ROUND = 100;
    /** Two readings this far apart in time belong to different days of the count. */
    private static final Duration SAME_COUNT = Duration.ofHours(12);

    private Doubts() {}

    /** What other series of the scene say against it. */
    static Optional<String> across(Claim claim, List<Posting.Part> parts, Scene scene) {
        var part = parts.stream().filter(p -> p.claim().equals(claim.id())).findFirst();
        return part.flatMap(p -> above(claim, p))
                .or(() -> part.flatMap(p -> stale(claim, p, scene)))
                .or(() -> coincidence(claim, scene));
    }

    private static Optional<String> above(Claim claim, Posting.Part part) {
        boolean bounded = part.bound() == Figure.Bound.EXACT;
        return bounded && Stated.interval(claim).low() > part.total()
                ? Optional.of(
                        "%s of %s: a part above its total".formatted(Stated.words(claim), Stated.digits(part.total())))
                : Optional.empty();
    }

    /** The part was already given beside a smaller total, or a larger part was given before. */
    private static Optional<String> stale(Claim claim, Posting.Part part, Scene scene) {
        long value = Stated.of(claim);
        var own = scene.of(Book.of(claim.series())).stream()
                .filter(m -> m.comparable(claim.series()))
                .filter(m -> !m.family().equals(claim.evidence().family()))
                .filter(m -> !m.asOf().isAfter(claim.asOf()))
                .toList();
        var larger = own.stream()
                .filter(m -> m.value() > value && !Cue.LOWER.in(claim))
                .findFirst();
        if (larger.isPresent() && !Stated.rounded(value, larger.get().value())) {
            return Optional.of(
                    "%s stands beside a total of %s, but %s was given before: the part is older than its total"
                            .formatted(
                                    Stated.words(claim),
                                    Stated.digits(part.total()),
                                    Stated.digits(larger.get().value())));
        }
        if (value % ROUND == 0) {
            return Optional.empty(); // "5,000 children" stays true for a while
        }
        return own.stream()
                .filter(m -> m.value() == value)
                .findFirst()
                .flatMap(first -> scene.of(part.whole()).stream()
                        .filter(t -> t.comparable(claim.series()))
                        .filter(t -> !t.asOf().isAfter(first.asOf().plus(SAME_COUNT)))
                        .reduce((_, newer) -> newer)
                        .filter(then -> then.value() < part.total() - part.total() / 100)
                        .map(then ->
                                "%s was counted when the total was %s; here it stands beside %s: the part is older than its total"
                                        .formatted(
                                                Stated.words(claim),
                                                Stated.digits(then.value()),
                                                Stated.digits(part.total()))));
    }

    private static Optional<String> coincidence(Claim claim, Scene scene) {
        long value = Stated.of(claim);
        if (value < TELLING || value % ROUND == 0 || !Stated.firm(claim) || Cue.REAFFIRM.in(claim)) {
            return Optional.empty();
        }
        return scene.twin(claim)
                .map(twin -> "%s is also the number of %s given lately for the same place: perhaps mixed up"
                        .formatted(
                                Stated.digits(value),
                                twin.said().category().name().toLowerCase(Locale.ROOT)));
    }

    /** A rise far outside what the series did so far. */
    static Optional<String> jump(Claim claim, Claim before, List<Long> rises) {
        long rise = Stated.of(claim) - Stated.of(before);
        long usual = rises.stream().mapToLong(Long::longValue).max().orElse(0);
        boolean far = rises.size() >= 2
                ? rise >= 20 && rise > 8 * usual && rise > Stated.of(before) / 2
                : Stated.of(before) >= TELLING && Stated.of(claim) >= 20 * Stated.of(before);
        return far
                ? Optional.of("%s after %s is far above every step of this series so far"
                        .formatted(Stated.digits(Stated.of(claim)), Stated.digits(Stated.of(before))))
                : Optional.empty();
    }

    /** The same digits with two neighbours exchanged, and more than a usual step. */
    static Optional<String> swap(Claim claim, Claim before, List<Long> rises) {
        var a = Long.toString(Stated.of(before));
        var b = Long.toString(Stated.of(claim));
        if (a.length() < 4 || a.length() != b.length()) {
            return Optional.empty();
        }
        long usual = rises.stream().mapToLong(Long::longValue).max().orElse(0);
        if (Math.abs(Stated.of(claim) - Stated.of(before)) <= usual) {
            return Optional.empty();
        }
        int at = 0;
        while (at < a.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        boolean swapped = at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.substring(at + 2).equals(b.substring(at + 2));
        return swapped
                ? Optional.of("%s has the digits of %s with two of them exchanged"
                        .formatted(Stated.digits(Stated.of(claim)), Stated.digits(Stated.of(before))))
                : Optional.empty();
    }
}
