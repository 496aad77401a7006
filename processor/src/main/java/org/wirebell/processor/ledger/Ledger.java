package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Ids;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** The ledger: a pure fold of postings over the account of a series. */
public final class Ledger {
    /** As-of time orders the ledger; within one version of an item, the text. */
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::asOf)
            .thenComparing(c -> c.evidence().family())
            .thenComparing(c -> c.evidence().version(), Versions.ORDER)
            .thenComparing(Claim::received) // of one item only: feeds seldom count versions
            .thenComparing(c -> c.evidence().part())
            .thenComparing(c -> c.evidence().start())
            .thenComparing(Claim::id);

    private static final Set<Update.Kind> MOVES =
            Set.of(Update.Kind.HIGHER, Update.Kind.LOWER, Update.Kind.RESET, Update.Kind.FIRST);

    private final LedgerConfig config;
    private final RoundNumbers roundNumbers;

    public Ledger(LedgerConfig config) {
        this.config = config;
        this.roundNumbers = new RoundNumbers(config.roundNumbers());
    }

    /** What a posting leaves behind. */
    public record Outcome(Account account, Scene scene, LedgerEntry entry, List<Update> updates) {
        public Outcome {
            updates = List.copyOf(updates);
        }
    }

    /** Applies a posting to its series; {@code scene} holds the numbers of the other series of the place. */
    public Outcome apply(Account account, Posting posting, Scene scene) {
        var before = Standing.of(account, config);
        var struck = account.claims().stream()
                .filter(c -> posting.strikes().contains(c.id()))
                .toList();
        var sceneLeft = scene.strike(posting.strikes());
        var left = account.strike(posting.strikes()).put(posting.puts(), doubts(posting, sceneLeft));
        var after = Standing.of(left, config);

        var updates = new ArrayList<Update>();
        var replaced = replaced(posting, struck, before, after);
        if (replaced.isEmpty()) {
            struck.stream()
                    .filter(c -> before.counts(c.id()))
                    .filter(c -> taken(posting, c))
                    .max(Comparator.comparing(Stated::of))
                    .ifPresent(c -> updates.add(retracted(posting, c, after)));
        }
        left = left.withdrawn(struck.stream()
                .filter(_ -> posting.because() != Posting.Because.NEW_VERSION)
                .map(c -> Entries.step(c, Update.Kind.RETRACTED))
                .toList());
        for (var put : posting.puts()) {
            after.verdicts(put.id()).stream()
                    .map(v -> replaced.filter(r -> r.claim().id().equals(put.id()) && MOVES.contains(v.kind()))
                            .orElse(v))
                    .filter(v -> tells(v, account, before, after) && !saidBefore(v, struck, before))
                    .flatMap(v ->
                            Stream.concat(Stream.of(update(posting, v, after)), crossed(posting, v, after).stream()))
                    .forEach(updates::add);
        }
        if (before.disputed() && !after.disputed() && kinds(updates).noneMatch(k -> k == Update.Kind.RESOLVED)) {
            after.current()
                    .ifPresent(c -> updates.add(update(
                            posting,
                            new Verdict(
                                    c,
                                    Update.Kind.RESOLVED,
                                    Optional.empty(),
                                    "nobody says otherwise any more",
                                    List.of()),
                            after)));
        }
        return new Outcome(left, sceneLeft.put(posting.puts()), Entries.of(left, after), updates);
    }

    private static Map<String, String> doubts(Posting posting, Scene scene) {
        var doubts = new HashMap<String, String>();
        for (var claim : posting.puts()) {
            Doubts.across(claim, posting.parts(), scene).ifPresent(why -> doubts.put(claim.id(), why));
        }
        return doubts;
    }

    /** A correction that puts another number in place of one that stood is one step, not a retraction and a first number. */
    private static Optional<Verdict> replaced(Posting posting, List<Claim> struck, Standing before, Standing after) {
        if (posting.because() != Posting.Because.CORRECTION) {
            return Optional.empty();
        }
        return struck.stream()
                .filter(c -> before.counts(c.id()) && !before.held(c.id()))
                .max(Comparator.comparing(Stated::of))
                .flatMap(old -> posting.puts().stream()
                        .filter(put -> !after.held(put.id()) && after.counts(put.id()))
                        .filter(put -> Stated.of(put) != Stated.of(old))
                        .min(Comparator.comparing(Stated::looseness))
                        .map(put -> new Verdict(
                                put,
                                Stated.of(put) > Stated.of(old) ? Update.Kind.HIGHER : Update.Kind.LOWER,
                                Optional.of(Stated.of(old)),
                                "corrected from %s to %s".formatted(Stated.words(old), Stated.words(put)),
                                List.of(old))));
    }

    /** A kill or hold always tells, a correction unless it says the same; a plain new version strikes only what it repeats. */
    private static boolean taken(Posting posting, Claim struck) {
        return switch (posting.because()) {
            case KILL, HOLD -> true;
            case CORRECTION ->
                posting.puts().stream().noneMatch(p -> Stated.restates(p, struck) || Stated.rises(p, struck));
            case NEW_VERSION -> false;
        };
    }

    /** A late claim is history: it tells only what changes the number that stands, or that it waits for a person. */
    private static boolean tells(Verdict verdict, Account account, Standing before, Standing after) {
        boolean late = account.claims().stream()
                .anyMatch(c -> ORDER.compare(c, verdict.claim()) > 0
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
                    case CONFLICT -> after.disputed() && !before.disputed();
                    case HELD -> true;
                };
    }

    /** A new version that only repeats the number of the one before it brings nothing. */
    private static boolean saidBefore(Verdict verdict, List<Claim> struck, Standing before) {
        return verdict.kind() == Update.Kind.FIRST
                && struck.stream()
                        .anyMatch(old -> before.counts(old.id()) && Stated.of(old) == Stated.of(verdict.claim()));
    }

    private Update retracted(Posting posting, Claim claim, Standing after) {
        var now = after.current();
        var why = switch (posting.because()) {
            case KILL -> "the item was killed by its provider";
            case HOLD -> "the item is held by its provider";
            case CORRECTION -> "the number was withdrawn by a correction";
            case NEW_VERSION -> "the newer version of the item says it anew";
        };
        var left = now.map(c -> "; " + Stated.words(c) + " stands").orElse("; no number stands");
        var verdict =
                new Verdict(claim, Update.Kind.RETRACTED, Optional.of(Stated.of(claim)), why + left, List.of(claim));
        return update(posting, verdict, now, after);
    }

    private Optional<Update> crossed(Posting posting, Verdict verdict, Standing after) {
        if (verdict.kind() != Update.Kind.HIGHER) {
            return Optional.empty();
        }
        return roundNumbers
                .crossed(
                        verdict.previous().orElse(0L),
                        Stated.interval(verdict.claim()).low())
                .map(line -> update(
                        posting,
                        new Verdict(
                                verdict.claim(),
                                Update.Kind.CROSSED,
                                verdict.previous(),
                                "passed " + Stated.digits(line),
                                List.of()),
                        after));
    }

    private Update update(Posting posting, Verdict verdict, Standing after) {
        return update(posting, verdict, Optional.of(verdict.claim()), after);
    }

    private Update update(Posting posting, Verdict verdict, Optional<Claim> value, Standing after) {
        var claim = verdict.claim();
        var item = posting.cause().item();
        return new Update(
                Ids.id(
                        posting.series().key(),
                        item.family(),
                        item.version(),
                        verdict.kind().name(),
                        claim.id()),
                item.id(),
                item.version(),
                verdict.kind(),
                posting.series(),
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
                verdict.why(),
                claim.evidence(),
                verdict.against(),
                after.corroborated(claim),
                claim.asOf(),
                received(posting, claim),
                item.backfill(),
                Optional.of(posting.cause()),
                Map.of());
    }

    /** The words used, unless the desk configured a name for them. */
    private String label(Claim claim) {
        return config.aliases().containsValue(claim.claimant()) ? claim.claimant() : claim.claimantAs();
    }

    private static Instant received(Posting posting, Claim claim) {
        return posting.cause().item().received().orElse(claim.received());
    }

    private static Stream<Update.Kind> kinds(List<Update> updates) {
        return updates.stream().map(Update::kind);
    }
}
