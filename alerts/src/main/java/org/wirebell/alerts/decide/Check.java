package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;

/** One condition of a rule with what it saw: {@code rises by at least 10: no, from 31 to 35}. */
record Check(String asked, boolean met, String saw) {
    static List<String> lines(List<Check> checks) {
        return checks.stream().map(Check::line).toList();
    }

    static boolean all(List<Check> checks) {
        return checks.stream().allMatch(Check::met);
    }

    static boolean any(List<Check> checks) {
        return checks.stream().anyMatch(Check::met);
    }

    private String line() {
        return asked + ": " + (met ? "yes" : "no") + (saw.isEmpty() ? "" : ", " + saw);
    }

    /** The query and the places of a rule, where it has them. */
    static List<Check> scope(Rule rule, Matched matched, Where where) {
        var checks = new ArrayList<Check>();
        rule.query()
                .ifPresent(query ->
                        checks.add(new Check("query " + query, matched.matches(), String.join("; ", matched.saw()))));
        if (!rule.places().isEmpty()) {
            checks.add(new Check(
                    "place " + String.join(" or ", rule.places()),
                    rule.places().stream().anyMatch(where::is),
                    where.shown().isEmpty() ? "no place is known" : String.join(", ", where.shown())));
        }
        return checks;
    }
}
