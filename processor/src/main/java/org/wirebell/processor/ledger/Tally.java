package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** What stands of a series after the claims gone through so far. */
final class Tally {
    private static final int RECENT = 12;

    private final LedgerConfig config;
    private final Map<Voice, Claim> voices = new LinkedHashMap<>();
    private final Map<String, LedgerEntry.Held> held = new LinkedHashMap<>();
    private final List<Claim> counted = new ArrayList<>();
    private final List<Long> rises = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Disputes disputes = new Disputes();
    private Optional<Claim> reference = Optional.empty();

    Tally(LedgerConfig config) {
        this.config = config;
    }

    /** The claim is now what stands; held ones that it bears out or leaves behind wait no longer. */
    void accept(Claim claim) {
        held.values().removeIf(h -> Stated.restates(h.claim(), claim) || Stated.rises(claim, h.claim()));
        voices.put(Voice.of(claim), claim);
        counted.add(claim);
        reference.ifPresent(top -> {
            if (Stated.rises(claim, top)) {
                rises.add(Stated.of(claim) - Stated.of(top));
            }
        });
        reference = Optional.of(claim);
    }

    /** The claim counts beside what stands. */
    void count(Claim claim, Claim ofItsVoice) {
        voices.put(Voice.of(claim), ofItsVoice);
        counted.add(claim);
    }

    /** Shown as what its claimant says last, and no more. */
    void hear(Claim claim) {
        voices.put(Voice.of(claim), claim);
    }

    void hold(Claim claim, Optional<Long> previous, String why) {
        held.put(claim.id(), new LedgerEntry.Held(claim, why));
        say(claim, Update.Kind.HELD, previous, () -> why, List.of());
    }

    /** The same number, told more closely, now stands. */
    void refine(Claim claim) {
        reference = Optional.of(claim);
    }

    /** Nothing of before counts any more. */
    void forget() {
        voices.clear();
        counted.clear();
        rises.clear();
        reference = Optional.empty();
    }

    void forgetVoices(Predicate<Claim> which) {
        voices.values().removeIf(which);
    }

    void say(Claim claim, Update.Kind kind, Optional<Long> previous, Supplier<String> why, List<Claim> against) {
        verdicts.add(new Verdict(claim, kind, previous, why, against));
    }

    Disputes disputes() {
        return disputes;
    }

    void settle() {
        disputes.settle(voices, config.tolerance());
    }

    Optional<Claim> reference() {
        return reference;
    }

    /** What new numbers are measured by: the one that stands, else the first that waits. */
    Optional<Claim> anchor() {
        return reference.or(
                () -> held.values().stream().map(LedgerEntry.Held::claim).findFirst());
    }

    Optional<Claim> of(Voice voice) {
        return Optional.ofNullable(voices.get(voice));
    }

    Map<Voice, Claim> voices() {
        return voices;
    }

    /** Steps by which the number rose so far. */
    List<Long> rises() {
        return rises;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    boolean counts(String claim) {
        return held.containsKey(claim)
                || counted.stream().anyMatch(c -> c.id().equals(claim))
                || voices.values().stream().anyMatch(c -> c.id().equals(claim));
    }

    boolean held(String claim) {
        return held.containsKey(claim);
    }

    /** The claims that wait for a person, in as-of order. */
    List<LedgerEntry.Held> held() {
        return List.copyOf(held.values());
    }

    /** As-of time of the newest claim that waits for a person. */
    Optional<Instant> newestHeld() {
        return held.values().stream().map(h -> h.claim().asOf()).max(Instant::compareTo);
    }

    /** Whether the claim restates one of the last numbers given here. */
    boolean said(Claim claim) {
        return counted.subList(Math.max(0, counted.size() - RECENT), counted.size()).stream()
                        .anyMatch(c -> Stated.restates(claim, c))
                || held.values().stream().anyMatch(h -> Stated.restates(claim, h.claim()));
    }

    /** Whether just this number was given here before, by whomever. */
    boolean stood(Claim claim) {
        return given(claim, claim);
    }

    /** Whether just this number was given here before the one that stands. */
    boolean stoodBefore(Claim claim) {
        return reference.filter(top -> given(claim, top)).isPresent();
    }

    private boolean given(Claim claim, Claim until) {
        return counted.stream()
                .anyMatch(c -> Stated.of(c) == Stated.of(claim)
                        && c.asOf().isBefore(until.asOf())
                        && reference
                                .filter(top -> Stated.of(top) != Stated.of(c))
                                .isPresent());
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

    /** Whether that origin gave the number, or one that is the same. */
    boolean agrees(Claim with, String origin) {
        return counted.stream().anyMatch(c -> c.origin().equals(origin) && alike(c, with));
    }

    /** How many independent origins stand behind the number. */
    int corroborated(Claim claim) {
        return (int) counted.stream()
                .filter(c -> alike(c, claim))
                .map(Claim::origin)
                .distinct()
                .count();
    }

    /**
     * The same number, rounded or not; or at about the same time one that meets it or is nearly the same. Yesterday's "at
     * least" does not bear out today's count.
     */
    private boolean alike(Claim one, Claim other) {
        long a = Stated.of(one);
        long b = Stated.of(other);
        boolean near = Duration.between(one.asOf(), other.asOf()).abs().compareTo(config.near()) <= 0;
        return a == b
                || Stated.rounded(a, b)
                || Stated.rounded(b, a)
                || near && (Stated.restates(one, other) || !Stated.apart(one, other, config.tolerance()));
    }

    /** The claims that stand, one per claimant and origin: those that agree with the current one, and those that dispute it. */
    List<Claim> standing() {
        var current = current();
        var claims = new LinkedHashMap<String, Claim>();
        current.ifPresent(c -> claims.put(source(c), c));
        for (var claim : counted) {
            boolean agrees = current.filter(c -> Stated.restates(claim, c)).isPresent();
            boolean contradicts = claim.equals(voices.get(Voice.of(claim))) && disputes.has(Voice.of(claim));
            if ((agrees || contradicts)
                    && current.filter(c -> source(c).equals(source(claim))).isEmpty()) {
                claims.put(source(claim), claim);
            }
        }
        return List.copyOf(claims.values());
    }

    private static String source(Claim claim) {
        return claim.claimant() + "|" + claim.origin();
    }
}
