package org.wirebell.processor.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebell.model.Claim;
import org.wirebell.model.Series;

/** One series before and after a change; one side is absent when it is new or gone. */
record Pair(Optional<Standing> before, Optional<Standing> after) {

    /** Those that share most claims are the same series, whatever its name. */
    static List<Pair> of(List<Standing> before, List<Standing> after) {
        var pairs = new ArrayList<Pair>();
        var left = new ArrayList<>(before);
        for (var now : after) {
            if (left.remove(now)) { // nothing came or went
                pairs.add(new Pair(Optional.of(now), Optional.of(now)));
                continue;
            }
            var ids = now.claims().stream().map(Claim::id).collect(Collectors.toSet());
            Optional<Standing> best = Optional.empty();
            long most = 0;
            for (var was : left) {
                long shared =
                        was.claims().stream().filter(c -> ids.contains(c.id())).count();
                boolean renewed = shared == 0
                        && most == 0
                        && best.isEmpty()
                        && was.series().equals(now.series());
                if (shared > most || renewed) {
                    most = shared;
                    best = Optional.of(was);
                }
            }
            best.ifPresent(left::remove);
            pairs.add(new Pair(best, Optional.of(now)));
        }
        left.forEach(was -> pairs.add(new Pair(Optional.of(was), Optional.empty())));
        return pairs;
    }

    /** Its name after the change, else before. */
    Series series() {
        return after.or(() -> before).map(Standing::series).orElseThrow();
    }

    boolean renamed() {
        return before.isPresent()
                && after.isPresent()
                && !before.get().series().equals(after.get().series());
    }

    /** No claim came or went, and none of those was looked at anew. */
    boolean untouched(HashSet<String> looked) {
        return before.isPresent()
                && after.isPresent()
                && !renamed()
                && ids(before.get()).equals(ids(after.get()))
                && after.get().claims().stream().noneMatch(c -> looked.contains(c.id()));
    }

    private static List<String> ids(Standing standing) {
        return standing.claims().stream().map(Claim::id).toList();
    }
}
