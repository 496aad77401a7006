package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Series;

/**
 * What the ledger keeps of one series: the claims themselves. Everything else (what stands, what is disputed, the history)
 * is worked out from them, so that the order of arrival leaves no trace.
 *
 * <p>Bounded: only the newest {@value #PER_VOICE} claims of each claimant and origin stay, and the newest {@value #IN_ALL}
 * of these. Both limits look at as-of order only; applying them early or late leaves the same claims.
 *
 * @param claims in as-of order, see {@link Ledger#ORDER}
 * @param notes what was found about claims when they came
 * @param withdrawn steps of claims that were taken back, newest {@value #WITHDRAWN}
 * @param opened earliest as-of time ever claimed
 * @param updated arrival of the newest change
 */
public record Account(
        Series series,
        List<Claim> claims,
        List<Note> notes,
        List<LedgerEntry.Step> withdrawn,
        Optional<Instant> opened,
        Optional<Instant> updated) {
    static final int PER_VOICE = 24;
    static final int IN_ALL = 64;
    static final int WITHDRAWN = 20;

    private static final Comparator<LedgerEntry.Step> BY_TIME = Comparator.comparing(LedgerEntry.Step::asOf)
            .thenComparing(LedgerEntry.Step::claimant)
            .thenComparing(LedgerEntry.Step::sentence)
            .thenComparing(LedgerEntry.Step::link);

    public Account {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * @param doubt why the claim waits for a person, empty when it need not
     * @param cues in its sentence
     */
    public record Note(String claim, String doubt, List<Cue> cues) {
        public Note {
            cues = List.copyOf(cues);
        }
    }

    public static Account open(Series series) {
        return new Account(series, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    Account strike(Collection<String> ids) {
        var gone = new HashSet<>(ids);
        var left = claims.stream().filter(c -> !gone.contains(c.id())).toList();
        return new Account(series, left, notes, withdrawn, opened, updated).compacted();
    }

    Account withdrawn(List<LedgerEntry.Step> steps) {
        var all = new ArrayList<>(withdrawn);
        all.addAll(steps);
        all.sort(BY_TIME);
        var kept = all.subList(Math.max(0, all.size() - WITHDRAWN), all.size());
        return new Account(series, claims, notes, kept, opened, updated);
    }

    Account put(List<Claim> puts, Map<String, String> doubted) {
        var byId = new LinkedHashMap<String, Claim>();
        claims.forEach(c -> byId.put(c.id(), c));
        puts.forEach(c -> byId.put(c.id(), c));
        var noted = new ArrayList<>(notes);
        noted.removeIf(n -> puts.stream().anyMatch(c -> c.id().equals(n.claim())));
        puts.forEach(c -> noted.add(new Note(c.id(), doubted.getOrDefault(c.id(), ""), Cue.of(c))));
        var first = puts.stream().map(Claim::asOf).min(Instant::compareTo);
        var last = puts.stream().map(Claim::received).max(Instant::compareTo);
        return new Account(
                        series,
                        List.copyOf(byId.values()),
                        noted,
                        withdrawn,
                        earlier(opened, first),
                        later(updated, last))
                .compacted();
    }

    private Account compacted() {
        var newestFirst = claims.stream().sorted(Ledger.ORDER.reversed()).toList();
        var perVoice = new HashMap<String, Integer>();
        var kept = newestFirst.stream()
                .filter(c -> perVoice.merge(c.claimant() + "|" + c.origin(), 1, Integer::sum) <= PER_VOICE)
                .limit(IN_ALL)
                .sorted(Ledger.ORDER)
                .toList();
        var ids = kept.stream().map(Claim::id).collect(Collectors.toSet());
        var noted = notes.stream()
                .filter(n -> ids.contains(n.claim())
                        && !(n.doubt().isEmpty() && n.cues().isEmpty()))
                .toList();
        return new Account(series, kept, noted, withdrawn, opened, updated);
    }

    private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isBefore(b.get())) ? a : b;
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isAfter(b.get())) ? a : b;
    }
}
