package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Finding;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;

/** What is to be told of a posting in one series. */
final class Changes {
    private static final Set<Update.Kind> MOVES =
            Set.of(Update.Kind.HIGHER, Update.Kind.LOWER, Update.Kind.RESET, Update.Kind.FIRST);

    private final LedgerConfig config;
    private final RoundNumbers roundNumbers;
    private final Posting posting;
    private final Pair pair;
    private final Book book;
    private final Tally before;
    private final Tally after;

    /** @param book as it was before */
    Changes(LedgerConfig config, RoundNumbers roundNumbers, Posting posting, Pair pair, Book book) {
        this.config = config;
        this.roundNumbers = roundNumbers;
        this.posting = posting;
        this.pair = pair;
        this.book = book;
        this.before = pair.before().map(Standing::tally).orElseGet(() -> new Tally(config));
        this.after = pair.after().map(Standing::tally).orElseGet(() -> new Tally(config));
    }

    /** @param allStruck claims of the book that the posting takes back */
    List<Update> updates(List<Claim> allStruck) {
        var struck = allStruck.stream()
                .filter(c -> pair.before().filter(was -> was.has(c.id())).isPresent())
                .toList();
        var puts = posting.puts().stream().filter(c -> here(c.id())).toList();
        var updates = new ArrayList<Update>();
        var replaced = replaced(struck, puts);
        if (replaced.isEmpty()) {
            struck.stream()
                    .filter(c -> before.counts(c.id()))
                    .filter(this::taken)
                    .max(Comparator.<Claim, Boolean>comparing(c -> !before.held(c.id()))
                            .thenComparing(Stated::of))
                    .ifPresent(c -> updates.add(retracted(c, why(posting.because()))));
        }
        for (var put : puts) {
            verdicts(put.id())
                    .map(v -> replaced.filter(r -> r.claim().id().equals(put.id()) && MOVES.contains(v.kind()))
                            .orElse(v))
                    .filter(v -> tells(v) && !saidBefore(v, struck))
                    .flatMap(v -> Stream.concat(Stream.of(update(v)), crossed(v).stream()))
                    .forEach(updates::add);
        }
        posting.rulings().forEach(r -> updates.addAll(ruled(r)));
        settled(updates).ifPresent(updates::add);
        return updates;
    }

    /** Claims that now wait for a person, since another series has cast doubt on them. */
    List<Update> doubts(List<String> claims) {
        return claims.stream()
                .filter(id -> after.held(id) && !before.held(id))
                .flatMap(this::verdicts)
                .filter(v -> v.kind() == Update.Kind.HELD)
                .map(this::update)
                .toList();
    }

    private boolean here(String claim) {
        return pair.after().filter(now -> now.has(claim)).isPresent();
    }

    private Stream<Verdict> verdicts(String claim) {
        return pair.after().stream().flatMap(now -> now.verdicts(claim).stream());
    }

    private Optional<Update> settled(List<Update> told) {
        boolean quietly = !before.disputes().none()
                && after.disputes().none()
                && told.stream().noneMatch(u -> u.kind() == Update.Kind.RESOLVED);
        return after.current()
                .filter(_ -> quietly)
                .map(c -> update(new Verdict(
                        c, Update.Kind.RESOLVED, Optional.empty(), () -> "nobody says otherwise any more", List.of())));
    }

    /** A correction that puts another number in place of one that stood is one step, not a retraction and a first number. */
    private Optional<Verdict> replaced(List<Claim> struck, List<Claim> puts) {
        if (posting.because() != Posting.Because.CORRECTION) {
            return Optional.empty();
        }
        return struck.stream()
                .filter(c -> before.counts(c.id()) && !before.held(c.id()))
                .max(Comparator.comparing(Stated::of))
                .flatMap(old -> puts.stream()
                        .filter(put -> !after.held(put.id()) && after.counts(put.id()))
                        .filter(put -> Stated.of(put) != Stated.of(old))
                        .min(Comparator.comparing(Stated::looseness))
                        .map(put -> new Verdict(
                                put,
                                Stated.of(put) > Stated.of(old) ? Update.Kind.HIGHER : Update.Kind.LOWER,
                                Optional.of(Stated.of(old)),
                                () -> "corrected from %s to %s".formatted(Stated.words(old), Stated.words(put)),
                                List.of(old))));
    }

    /** A kill or hold always tells, a correction unless it says the same; a plain new version strikes only what it repeats. */
    private boolean taken(Claim struck) {
        return switch (posting.because()) {
            case KILL, HOLD -> true;
            case CORRECTION ->
                posting.puts().stream().noneMatch(p -> Stated.restates(p, struck) || Stated.rises(p, struck));
            case NEW_VERSION, RULING -> false;
        };
    }

    /** A late claim is history: it tells only what changes the number that stands, or that it waits for a person. */
    private boolean tells(Verdict verdict) {
        boolean late = pair.before().stream()
                .flatMap(was -> was.claims().stream())
                .anyMatch(c -> Ledger.ORDER.compare(c, verdict.claim()) > 0
                        && c.asOf().isAfter(verdict.claim().asOf())
                        && before.counts(c.id()));
        return !late
                || switch (verdict.kind()) {
                    case FIRST, LOWER, RESET, RETRACTED, RESOLVED, CROSSED -> false;
                    case HIGHER ->
                        before.current()
                                .filter(c -> Stated.rises(verdict.claim(), c))
                                .isPresent();
                    case CONFIRMED ->
                        after.current()
                                .filter(c -> Stated.restates(verdict.claim(), c))
                                .isPresent();
                    case CONFLICT ->
                        !after.disputes().none() && before.disputes().none();
                    case HELD -> true;
                };
    }

    /** A new version that only repeats the number of the one before it brings nothing. */
    private boolean saidBefore(Verdict verdict, List<Claim> struck) {
        return verdict.kind() == Update.Kind.FIRST
                && struck.stream()
                        .anyMatch(old -> before.counts(old.id()) && Stated.of(old) == Stated.of(verdict.claim()));
    }

    private List<Update> ruled(Ruling ruling) {
        var said = ruling.actor() + (ruling.note().isBlank() ? "" : ": " + ruling.note());
        return switch (ruling.verdict()) {
            case RELEASE ->
                before.held(ruling.claim())
                        ? verdicts(ruling.claim())
                                .filter(v -> v.kind() != Update.Kind.HELD)
                                .map(v -> new Verdict(
                                        v.claim(),
                                        v.kind(),
                                        v.previous(),
                                        () -> v.why().get() + "; released by " + said,
                                        v.against()))
                                .flatMap(v -> Stream.concat(Stream.of(update(v)), crossed(v).stream()))
                                .toList()
                        : List.of();
            case REJECT ->
                before.counts(ruling.claim())
                        ? pair.after().stream()
                                .flatMap(now -> now.claims().stream())
                                .filter(c -> c.id().equals(ruling.claim()))
                                .map(c -> retracted(c, "rejected by " + said))
                                .toList()
                        : List.of();
        };
    }

    private static String why(Posting.Because because) {
        return switch (because) {
            case KILL -> "the item was killed by its provider";
            case HOLD -> "the item is held by its provider";
            case CORRECTION -> "the number was withdrawn by a correction";
            case NEW_VERSION -> "the newer version of the item says it anew";
            case RULING -> "a person took it back";
        };
    }

    /** A number that waited for a person when it was taken back did not stand: there is no previous one then. */
    private Update retracted(Claim claim, String why) {
        var now = after.current();
        var left = now.map(c -> "; " + Stated.words(c) + " stands").orElse("; no number stands");
        var previous = before.held(claim.id()) ? Optional.<Long>empty() : Optional.of(Stated.of(claim));
        return update(new Verdict(claim, Update.Kind.RETRACTED, previous, () -> why + left, List.of(claim)), now);
    }

    private Optional<Update> crossed(Verdict verdict) {
        if (verdict.kind() != Update.Kind.HIGHER) {
            return Optional.empty();
        }
        return roundNumbers
                .crossed(
                        verdict.previous().orElse(0L),
                        Stated.interval(verdict.claim()).low())
                .map(line -> update(new Verdict(
                        verdict.claim(),
                        Update.Kind.CROSSED,
                        verdict.previous(),
                        () -> "passed " + Stated.digits(line),
                        List.of())));
    }

    private Update update(Verdict verdict) {
        return update(verdict, Optional.of(verdict.claim()));
    }

    private Update update(Verdict verdict, Optional<Claim> value) {
        var claim = verdict.claim();
        var cause = posting.cause().or(() -> book.cause(claim.id()));
        var item = cause.map(Finding::item);
        var family = item.map(Item::family).orElse(claim.evidence().family());
        var version = item.map(Item::version).orElse(claim.evidence().version());
        return new Update(
                Ids.id(pair.series().key(), family, version, verdict.kind().name(), claim.id()),
                claim.id(),
                item.map(Item::id).orElse(family.substring(family.indexOf('|') + 1)),
                version,
                verdict.kind(),
                pair.series(),
                value.map(Stated::of),
                value.map(c -> Stated.interval(c).low()),
                value.map(Stated::interval).filter(i -> !i.open()).map(Interval::high),
                value.orElse(claim).figure().bound(),
                verdict.previous(),
                label(claim),
                claim.origin(),
                claim.figure().quote(),
                claim.evidence().start(),
                claim.evidence().end(),
                verdict.why().get(),
                claim.evidence(),
                verdict.against(),
                after.corroborated(claim),
                claim.asOf(),
                received(claim, item),
                item.map(Item::backfill).orElse(claim.backfill()),
                cause,
                Map.of());
    }

    /** The words used, unless the desk configured a name for them. */
    private String label(Claim claim) {
        return config.aliases().containsValue(claim.claimant()) ? claim.claimant() : claim.claimantAs();
    }

    /** When it became known: a ruling is news of the moment at which it was made. */
    private Instant received(Claim claim, Optional<Item> item) {
        return posting.rulings().stream()
                .map(Ruling::at)
                .findFirst()
                .or(() -> item.flatMap(Item::received))
                .orElse(claim.received());
    }
}
