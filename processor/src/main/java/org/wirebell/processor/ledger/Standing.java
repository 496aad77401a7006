package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Update;

/**
 * The claims of one series gone through in as-of order: what each did, and what stands in the end. Depends on nothing but the
 * claims, so any order of arrival ends here alike.
 */
final class Standing {

    private final LedgerConfig config;
    private final Map<String, Account.Note> notes = new HashMap<>();
    private final Map<Voice, Claim> voices = new LinkedHashMap<>();
    private final Map<String, Claim> held = new LinkedHashMap<>();
    private final List<Claim> counted = new ArrayList<>();
    private final List<Long> rises = new ArrayList<>();
    private final Set<Set<Voice>> disputes = new HashSet<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private Optional<Claim> reference = Optional.empty();

    private Standing(LedgerConfig config, Account account) {
        this.config = config;
        account.notes().forEach(n -> notes.put(n.claim(), n));
    }

    static Standing of(Account account, LedgerConfig config) {
        var standing = new Standing(config, account);
        account.claims().forEach(standing::take);
        return standing;
    }

    private void take(Claim claim) {
        boolean disputed = !disputes.isEmpty();
        if (reference.isEmpty()) {
            first(claim);
        } else {
            var own = Optional.ofNullable(voices.get(Voice.of(claim)));
            var before = own.orElse(reference.get());
            if (Relation.aside(claim, before)) {
                return;
            }
            if (over(claim, reference.get())) {
                restart(claim, Update.Kind.FIRST, "nothing was heard of the earlier incident for long: a new one");
            } else if (Stated.falls(claim, before) && says(claim, Cue.LOWER) && own(claim, before)) {
                lower(claim, before, "the text says that the number was lowered");
            } else if (Stated.falls(claim, before) && says(claim, Cue.RESET)) {
                restart(claim, Update.Kind.RESET, "the text says that the count began again");
            } else if (Stated.rises(claim, before)) {
                rise(claim, before, own.isPresent());
            } else if (Stated.restates(claim, before)) {
                restate(claim, before);
            } else if (Stated.falls(claim, before)) {
                fall(claim, before, own.isPresent());
            } else {
                voices.put(Voice.of(claim), claim); // loosely above: shown as the high end, no news
            }
        }
        disputes.removeIf(pair -> !contradict(pair));
        if (disputed && disputes.isEmpty()) {
            say(
                    claim,
                    Update.Kind.RESOLVED,
                    Optional.empty(),
                    "the claimants now agree on " + Stated.words(claim),
                    List.of());
        }
    }

    private Optional<String> doubt(Claim claim) {
        return Optional.ofNullable(notes.get(claim.id()))
                .map(Account.Note::doubt)
                .filter(why -> !why.isEmpty());
    }

    private boolean says(Claim claim, Cue cue) {
        return Optional.ofNullable(notes.get(claim.id()))
                .filter(n -> n.cues().contains(cue))
                .isPresent();
    }

    /** A cue of lowering counts for the series as a whole unless it comes from a claimant whom others contradict anyway. */
    private boolean own(Claim claim, Claim before) {
        return Voice.of(claim).equals(Voice.of(before))
                || !Voice.of(claim).other(Voice.of(before))
                || !near(claim, before);
    }

    private void first(Claim claim) {
        var doubt = doubt(claim).filter(_ -> !backed(claim));
        if (doubt.isPresent()) {
            hold(claim, Optional.empty(), doubt.get());
        } else {
            accept(claim);
            say(claim, Update.Kind.FIRST, Optional.empty(), "first number: " + Stated.words(claim), List.of());
        }
    }

    private void rise(Claim claim, Claim before, boolean ownBefore) {
        var top = reference.get();
        boolean newHigh = Stated.rises(claim, top);
        var doubt = doubt(claim)
                .or(() -> newHigh ? Doubts.swap(claim, top, rises) : Optional.empty())
                .or(() -> newHigh ? Doubts.jump(claim, top, rises) : Optional.empty())
                .or(() -> newHigh && says(claim, Cue.BATCH) ? Optional.of(Doubts.BATCH) : Optional.empty())
                .filter(_ -> !backed(claim));
        if (doubt.isPresent()) {
            hold(claim, Optional.of(Stated.of(before)), doubt.get());
        } else if (!newHigh) {
            catchUp(claim, top);
        } else if (!ownBefore && Voice.of(claim).other(Voice.of(top)) && near(claim, top)) {
            beside(claim, top);
        } else {
            rises.add(Stated.of(claim) - Stated.of(top));
            accept(claim);
            say(
                    claim,
                    Update.Kind.HIGHER,
                    Optional.of(Stated.of(top)),
                    "%s is above %s".formatted(Stated.words(claim), Stated.words(top)),
                    List.of());
        }
    }

    /** A voice that was behind comes nearer; it is news only when it now agrees with what stands. */
    private void catchUp(Claim claim, Claim top) {
        if (Stated.restates(claim, top)) {
            restate(claim, top);
        } else {
            voices.put(Voice.of(claim), claim);
        }
    }

    private void restate(Claim claim, Claim before) {
        var top = reference.get();
        var voice = Voice.of(claim);
        var doubt = doubt(claim).filter(_ -> !backed(claim));
        if (doubt.isPresent()) {
            hold(claim, Optional.of(Stated.of(before)), doubt.get());
            return;
        }
        boolean withTop = !Stated.apart(claim, top, 0);
        boolean contradicted = disputes.stream().anyMatch(pair -> pair.contains(voice) && pair.contains(Voice.of(top)));
        boolean news = withTop && (contradicted || independent(claim, top) || Relation.later(claim, before));
        var why = Stated.of(claim) == Stated.of(top)
                ? "the same number: " + Stated.words(claim)
                : "%s and %s are the same number".formatted(Stated.words(claim), Stated.words(top));
        var own = voices.getOrDefault(voice, claim);
        voices.put(voice, Stated.restates(claim, own) ? tighter(claim, own) : claim);
        if (withTop && Stated.looseness(claim) < Stated.looseness(top) && Stated.of(claim) >= Stated.of(top)) {
            reference = Optional.of(claim);
        }
        counted.add(claim);
        if (news) {
            say(claim, Update.Kind.CONFIRMED, Optional.of(Stated.of(top)), why, List.of());
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
        var doubt = doubt(claim);
        if (doubt.isPresent()) {
            hold(claim, Optional.of(Stated.of(before)), doubt.get());
        } else if (ownBefore
                && voice.named()
                && Relation.newer(claim, before)
                && claim.figure().bound() == Figure.Bound.EXACT
                && (half || backed(claim))) {
            if (half) {
                lower(
                        claim,
                        before,
                        "the same claimant now says %s, after %s".formatted(Stated.words(claim), Stated.words(before)));
            } else {
                restart(
                        claim,
                        Update.Kind.RESET,
                        "the same claimant counts from %s again".formatted(Stated.words(claim)));
            }
        } else if (ownBefore && Relation.newer(claim, before) && (voice.named() || half)) {
            hold(
                    claim,
                    Optional.of(Stated.of(before)),
                    "%s is below %s, and the text does not say why"
                            .formatted(Stated.words(claim), Stated.words(before)));
        } else if (!ownBefore && voice.other(Voice.of(before)) && near(claim, before)) {
            beside(claim, before);
        } else if (!ownBefore) {
            voices.put(voice, claim); // another outlet lags behind, or counts differently: shown, no news
        }
    }

    /** Two named claimants at about the same time. */
    private void beside(Claim claim, Claim other) {
        voices.put(Voice.of(claim), claim);
        counted.add(claim);
        if (!Stated.apart(claim, other, config.tolerance())) {
            say(
                    claim,
                    Update.Kind.CONFIRMED,
                    Optional.of(Stated.of(other)),
                    "%s and %s differ by less than the tolerance".formatted(Stated.words(claim), Stated.words(other)),
                    List.of());
            return;
        }
        var against = voices.entrySet().stream()
                .filter(e -> e.getKey().other(Voice.of(claim)) && near(e.getValue(), claim))
                .filter(e -> Stated.apart(claim, e.getValue(), config.tolerance()))
                .toList();
        against.forEach(e -> disputes.add(Set.of(Voice.of(claim), e.getKey())));
        say(
                claim,
                Update.Kind.CONFLICT,
                Optional.of(Stated.of(other)),
                "%s says %s, %s says %s, at about the same time"
                        .formatted(claim.claimant(), Stated.words(claim), other.claimant(), Stated.words(other)),
                against.stream().map(Map.Entry::getValue).toList());
    }

    private void lower(Claim claim, Claim before, String why) {
        accept(claim);
        voices.values()
                .removeIf(c ->
                        c != claim && Stated.rises(c, claim) && !Voice.of(c).other(Voice.of(claim)));
        say(claim, Update.Kind.LOWER, Optional.of(Stated.of(before)), why, List.of());
    }

    private void restart(Claim claim, Update.Kind kind, String why) {
        var before = kind == Update.Kind.FIRST ? Optional.<Long>empty() : reference.map(Stated::of);
        voices.clear();
        disputes.clear();
        counted.clear();
        rises.clear();
        accept(claim);
        say(claim, kind, before, why, List.of());
    }

    private void accept(Claim claim) {
        held.values().removeIf(h -> Stated.restates(h, claim) || Stated.rises(claim, h));
        voices.put(Voice.of(claim), claim);
        counted.add(claim);
        reference = Optional.of(claim);
    }

    private void hold(Claim claim, Optional<Long> previous, String why) {
        held.put(claim.id(), claim);
        say(claim, Update.Kind.HELD, previous, why, List.of());
    }

    /** Somebody stands by a held number: another origin, or a later statement at that level. */
    private boolean backed(Claim claim) {
        return says(claim, Cue.REAFFIRM)
                || held.values().stream()
                        .anyMatch(h -> Relation.level(claim, h)
                                && !h.evidence()
                                        .family()
                                        .equals(claim.evidence().family())
                                && (!h.origin().equals(claim.origin()) || Relation.later(claim, h)));
    }

    private boolean independent(Claim claim, Claim top) {
        return agreeing(top).stream().noneMatch(c -> c.origin().equals(claim.origin()));
    }

    private List<Claim> agreeing(Claim with) {
        return counted.stream()
                .filter(c -> Stated.restates(c, with) || !Stated.apart(c, with, config.tolerance()))
                .toList();
    }

    /** A far smaller number long after the last one belongs to another incident. */
    private boolean over(Claim claim, Claim before) {
        return claim.series().scope() == Figure.Scope.INCIDENT
                && Duration.between(before.asOf(), claim.asOf()).compareTo(config.quiet()) > 0
                && Stated.falls(claim, before)
                && Stated.top(claim) < Stated.of(before) / 2
                && !says(claim, Cue.LOWER);
    }

    private boolean contradict(Set<Voice> pair) {
        var claims = pair.stream()
                .map(voices::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        return claims.size() == 2 && Stated.apart(claims.getFirst(), claims.getLast(), config.tolerance());
    }

    private boolean near(Claim a, Claim b) {
        return Duration.between(a.asOf(), b.asOf()).abs().compareTo(config.near()) <= 0;
    }

    private void say(Claim claim, Update.Kind kind, Optional<Long> previous, String why, List<Claim> against) {
        verdicts.add(new Verdict(claim, kind, previous, why, against));
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    List<Verdict> verdicts(String claim) {
        return verdicts.stream().filter(v -> v.claim().id().equals(claim)).toList();
    }

    boolean disputed() {
        return !disputes.isEmpty();
    }

    boolean counts(String claim) {
        return held.containsKey(claim)
                || counted.stream().anyMatch(c -> c.id().equals(claim))
                || voices.values().stream().anyMatch(c -> c.id().equals(claim));
    }

    boolean held(String claim) {
        return held.containsKey(claim);
    }

    /** The newest most specific claim of the preferred claimant, else of the series. */
    Optional<Claim> current() {
        return config.preferred().stream()
                .flatMap(name -> voices.entrySet().stream()
                        .filter(e -> e.getKey().name().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue))
                .findFirst()
                .or(() -> reference);
    }

    /** How many independent origins stand behind the number. */
    int corroborated(Claim claim) {
        return (int) agreeing(claim).stream().map(Claim::origin).distinct().count();
    }

    /** As-of time of the newest claim that waits for a person. */
    Optional<Instant> newestHeld() {
        return held.values().stream().map(Claim::asOf).max(Instant::compareTo);
    }

    /** The claims that stand, one per claimant and origin: those that agree with the current one, and those that dispute it. */
    List<Claim> standing() {
        var current = current();
        var claims = new LinkedHashMap<String, Claim>();
        current.ifPresent(c -> claims.put(source(c), c));
        for (var claim : counted) {
            boolean agrees = current.filter(c -> Stated.restates(claim, c)).isPresent();
            boolean disputes = claim.equals(voices.get(Voice.of(claim))) && inDispute(Voice.of(claim));
            if ((agrees || disputes)
                    && current.filter(c -> source(c).equals(source(claim))).isEmpty()) {
                claims.put(source(claim), claim);
            }
        }
        return List.copyOf(claims.values());
    }

    private boolean inDispute(Voice voice) {
        return disputes.stream().anyMatch(pair -> pair.contains(voice));
    }

    private static String source(Claim claim) {
        return claim.claimant() + "|" + claim.origin();
    }
}
