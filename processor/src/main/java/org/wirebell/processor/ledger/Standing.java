package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;
import org.wirebell.model.Update;

/**
 * The claims of one series gone through in as-of order: what each did, and what stands in the end. Depends on nothing but the
 * claims and what was noted and ruled about them, so any order of arrival ends here alike.
 */
final class Standing {
    private final LedgerConfig config;
    private final Traits traits;
    private final Remarks remarks;
    private final List<Claim> claims;
    private final Set<String> families;
    private final Tally tally;
    private final String root;
    private final Set<String> roots;
    private final Optional<Series> series;

    /** @param root id of the claim with which the series began */
    Standing(LedgerConfig config, Remarks remarks, Traits traits, String root) {
        this.config = config;
        this.remarks = remarks;
        this.traits = traits;
        this.root = root;
        this.claims = new ArrayList<>();
        this.families = new HashSet<>();
        this.tally = new Tally(config);
        this.roots = new HashSet<>(Set.of(root));
        this.series = Optional.empty();
    }

    private Standing(Standing other, Series name) {
        config = other.config;
        remarks = other.remarks;
        traits = other.traits;
        root = other.root;
        claims = other.claims;
        families = other.families;
        tally = other.tally;
        roots = other.roots;
        series = Optional.of(name);
    }

    /** The next claim in as-of order. One that a person rejected belongs here and counts for nothing. */
    void add(Claim claim) {
        join(claim);
        if (remarks.rejected(claim)) {
            return;
        }
        boolean disputed = !tally.disputes().none();
        take(claim);
        tally.settle();
        boolean others = tally.voices().size() > 1; // nobody is left to agree with where the count began again
        if (disputed && others && tally.disputes().none()) {
            Supplier<String> why = () -> "the claimants now agree on " + words(claim);
            tally.say(claim, Update.Kind.RESOLVED, Optional.empty(), why, List.of());
        }
    }

    private void join(Claim claim) {
        claims.add(claim);
        families.add(claim.evidence().family());
        traits.add(claim.series());
    }

    /** The same under this name; no claim is added to either any more. */
    Standing named(Series name) {
        return series.filter(name::equals).isPresent() ? this : new Standing(this, name);
    }

    Series series() {
        return series.orElseGet(traits::series);
    }

    String root() {
        return root;
    }

    /** Claims that remember this root belong here too. */
    void root(String other) {
        roots.add(other);
    }

    Set<String> roots() {
        return roots;
    }

    boolean rooted(String other) {
        return roots.contains(other);
    }

    Traits traits() {
        return traits;
    }

    Tally tally() {
        return tally;
    }

    List<Claim> claims() {
        return claims;
    }

    Set<String> families() {
        return families;
    }

    boolean has(String claim) {
        return claims.stream().anyMatch(c -> c.id().equals(claim));
    }

    /** As-of time of the newest claim. */
    Instant newest() {
        return claims.isEmpty() ? Instant.EPOCH : claims.getLast().asOf();
    }

    List<Verdict> verdicts(String claim) {
        return tally.verdicts().stream()
                .filter(v -> v.claim().id().equals(claim))
                .toList();
    }

    private void take(Claim claim) {
        var top = tally.reference();
        if (top.isEmpty()) {
            first(claim);
            return;
        }
        var own = tally.of(Voice.of(claim));
        var before = own.orElse(top.get());
        if (Relation.aside(claim, before)) {
            return;
        }
        if (over(claim, top.get())) {
            restart(claim, Update.Kind.FIRST, () -> "nothing was heard of the earlier incident for long: a new one");
        } else if (Stated.falls(claim, before) && remarks.says(claim, Cue.LOWER) && own(claim, before)) {
            lower(claim, before, () -> "the text says that the number was lowered");
        } else if (Stated.falls(claim, before) && remarks.says(claim, Cue.RESET)) {
            restart(claim, Update.Kind.RESET, () -> "the text says that the count began again");
        } else if (Stated.rises(claim, before)) {
            rise(claim, before, top.get(), own.isPresent());
        } else if (Stated.restates(claim, before)) {
            restate(claim, before, top.get());
        } else if (Stated.falls(claim, before)) {
            fall(claim, before, own.isPresent());
        } else {
            tally.hear(claim); // loosely above: shown as the high end, no news
        }
    }

    private Optional<String> doubt(Claim claim) {
        return remarks.doubt(claim).filter(_ -> !backed(claim));
    }

    /** A cue of lowering counts for the series as a whole unless it comes from a claimant whom others contradict anyway. */
    private boolean own(Claim claim, Claim before) {
        return !Voice.of(claim).other(Voice.of(before)) || !near(claim, before);
    }

    private void first(Claim claim) {
        var doubt = doubt(claim);
        if (doubt.isPresent()) {
            tally.hold(claim, Optional.empty(), doubt.get());
        } else {
            tally.accept(claim);
            tally.say(claim, Update.Kind.FIRST, Optional.empty(), () -> "first number: " + words(claim), List.of());
        }
    }

    private void rise(Claim claim, Claim before, Claim top, boolean ownBefore) {
        boolean newHigh = Stated.rises(claim, top);
        var doubt = doubt(claim).or(() -> newHigh ? steep(claim, top) : Optional.empty());
        if (doubt.isPresent()) {
            tally.hold(claim, Optional.of(Stated.of(before)), doubt.get());
        } else if (!newHigh) {
            catchUp(claim, top);
        } else if (!ownBefore && Voice.of(claim).other(Voice.of(top)) && near(claim, top)) {
            beside(claim, top);
        } else {
            tally.accept(claim);
            Supplier<String> why = () -> "%s is above %s".formatted(words(claim), words(top));
            tally.say(claim, Update.Kind.HIGHER, Optional.of(Stated.of(top)), why, List.of());
        }
    }

    /** Reasons to doubt a new high that lie in the series itself. */
    private Optional<String> steep(Claim claim, Claim top) {
        return Doubts.swap(claim, top, tally.rises())
                .or(() -> Doubts.jump(claim, top, tally.rises()))
                .or(() -> remarks.says(claim, Cue.BATCH) ? Optional.of(Doubts.BATCH) : Optional.empty())
                .filter(_ -> !backed(claim));
    }

    /** A voice that was behind comes nearer; it is news only when it now agrees with what stands. */
    private void catchUp(Claim claim, Claim top) {
        if (Stated.restates(claim, top)) {
            restate(claim, top, top);
        } else if (tally.disputes().has(Voice.of(claim))) {
            tally.count(claim, claim); // its side of the dispute
        } else {
            tally.hear(claim);
        }
    }

    private void restate(Claim claim, Claim before, Claim top) {
        var voice = Voice.of(claim);
        var doubt = doubt(claim);
        if (doubt.isPresent()) {
            tally.hold(claim, Optional.of(Stated.of(before)), doubt.get());
            return;
        }
        boolean withTop = !Stated.apart(claim, top, 0);
        boolean contradicted = tally.disputes().between(voice, Voice.of(top));
        boolean news = withTop && (contradicted || independent(claim, top) || Relation.later(claim, before));
        Supplier<String> why = () -> Stated.of(claim) == Stated.of(top)
                ? "the same number: " + words(claim)
                : "%s and %s are the same number".formatted(words(claim), words(top));
        var own = tally.of(voice).orElse(claim);
        if (withTop && Stated.looseness(claim) < Stated.looseness(top) && Stated.of(claim) >= Stated.of(top)) {
            tally.refine(claim);
        }
        tally.count(claim, Stated.restates(claim, own) ? tighter(claim, own) : claim);
        if (news) {
            tally.say(claim, Update.Kind.CONFIRMED, Optional.of(Stated.of(top)), why, List.of());
        }
    }

    /** A rounded or looser restatement does not replace the tighter number; an equal one does, since it is newer. */
    private static Claim tighter(Claim claim, Claim before) {
        return Stated.looseness(claim) <= Stated.looseness(before)
                                && !Stated.rounded(Stated.of(claim), Stated.of(before))
                        || Stated.of(claim) == Stated.of(before) && Stated.looseness(claim) <= Stated.looseness(before)
                ? claim
                : before;
    }

    private void fall(Claim claim, Claim before, boolean ownBefore) {
        var voice = Voice.of(claim);
        boolean half = Stated.of(claim) >= Stated.of(before) / 2;
        boolean newer = Relation.newer(claim, before);
        boolean exact = claim.figure().bound() == Figure.Bound.EXACT;
        var doubt = doubt(claim);
        if (doubt.isPresent()) {
            tally.hold(claim, Optional.of(Stated.of(before)), doubt.get());
        } else if (remarks.released(claim)) {
            lower(claim, before, () -> "a person released %s, after %s".formatted(words(claim), words(before)));
        } else if (half && (ownBefore && voice.named() ? tally.stoodBefore(claim) : tally.stood(claim))) {
            tally.hear(claim); // an older number of this count, told again
        } else if (ownBefore && voice.named() && newer && exact && half) {
            lower(
                    claim,
                    before,
                    () -> "the same claimant now says %s, after %s".formatted(words(claim), words(before)));
        } else if (ownBefore && voice.named() && newer && exact && backed(claim)) {
            restart(claim, Update.Kind.RESET, () -> "the same claimant counts from %s again".formatted(words(claim)));
        } else if (ownBefore && newer && (voice.named() || half)) {
            var why = "%s is below %s, and the text does not say why".formatted(words(claim), words(before));
            tally.hold(claim, Optional.of(Stated.of(before)), why);
        } else if (!ownBefore && voice.other(Voice.of(before)) && near(claim, before)) {
            beside(claim, before);
        } else if (!ownBefore) {
            tally.hear(claim); // another outlet lags behind, or counts differently: shown, no news
        }
    }

    /** Two named claimants at about the same time. */
    private void beside(Claim claim, Claim other) {
        tally.count(claim, claim);
        if (!Stated.apart(claim, other, config.tolerance())) {
            Supplier<String> why =
                    () -> "%s and %s differ by less than the tolerance".formatted(words(claim), words(other));
            tally.say(claim, Update.Kind.CONFIRMED, Optional.of(Stated.of(other)), why, List.of());
            return;
        }
        var against = tally.voices().entrySet().stream()
                .filter(e -> e.getKey().other(Voice.of(claim)) && near(e.getValue(), claim))
                .filter(e -> Stated.apart(claim, e.getValue(), config.tolerance()))
                .toList();
        against.forEach(e -> tally.disputes().add(Voice.of(claim), e.getKey()));
        Supplier<String> why = () -> "%s says %s, %s says %s, at about the same time"
                .formatted(claim.claimant(), words(claim), other.claimant(), words(other));
        var others = against.stream().map(Map.Entry::getValue).toList();
        tally.say(claim, Update.Kind.CONFLICT, Optional.of(Stated.of(other)), why, others);
    }

    private void lower(Claim claim, Claim before, Supplier<String> why) {
        tally.accept(claim);
        tally.forgetVoices(
                c -> c != claim && Stated.rises(c, claim) && !Voice.of(c).other(Voice.of(claim)));
        tally.say(claim, Update.Kind.LOWER, Optional.of(Stated.of(before)), why, List.of());
    }

    private void restart(Claim claim, Update.Kind kind, Supplier<String> why) {
        var before = kind == Update.Kind.FIRST
                ? Optional.<Long>empty()
                : tally.reference().map(Stated::of);
        tally.forget();
        tally.accept(claim);
        tally.say(claim, kind, before, why, List.of());
    }

    /** Somebody stands by a held number: a person, another origin, or a later statement at that level. */
    private boolean backed(Claim claim) {
        return remarks.released(claim)
                || remarks.says(claim, Cue.REAFFIRM)
                || tally.held().stream().map(h -> h.claim()).anyMatch(h -> backs(claim, h));
    }

    private static boolean backs(Claim claim, Claim held) {
        return Relation.level(claim, held)
                && !held.evidence().family().equals(claim.evidence().family())
                && (!held.origin().equals(claim.origin()) || Relation.later(claim, held));
    }

    private boolean independent(Claim claim, Claim top) {
        return !tally.agrees(top, claim.origin());
    }

    /** A far smaller number long after the last one belongs to another incident. */
    private boolean over(Claim claim, Claim before) {
        return claim.series().scope() == Figure.Scope.INCIDENT
                && Duration.between(before.asOf(), claim.asOf()).compareTo(config.quiet()) > 0
                && Stated.falls(claim, before)
                && Stated.top(claim) < Stated.of(before) / 2
                && !remarks.says(claim, Cue.LOWER);
    }

    private boolean near(Claim a, Claim b) {
        return Duration.between(a.asOf(), b.asOf()).abs().compareTo(config.near()) <= 0;
    }

    private static String words(Claim claim) {
        return Stated.words(claim);
    }
}
