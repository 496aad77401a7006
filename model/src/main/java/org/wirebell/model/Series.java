package org.wirebell.model;

/**
 * The claims that may be compared with each other.
 *
 * @param population who is counted: {@code all}, {@code children}, {@code fighters} …, with a side where the text names one
 * @param place gazetteer id, or the words used where the gazetteer has none; empty when unknown
 * @param event coarse kind of what happened ({@code earthquake}, {@code ferry}, {@code war}), empty when unknown
 * @param since baseline as ISO date or the words used, empty for none
 * @param day when an incident began of which there may be several in one place ({@code 2026-03-01}, {@code 2026-03-01#2}), in
 *     UTC; empty for all other series, and for what a text says before its series is found
 */
public record Series(
        Figure.Category category,
        String population,
        String place,
        String event,
        String since,
        Figure.Scope scope,
        String day) {

    public Series(
            Figure.Category category, String population, String place, String event, String since, Figure.Scope scope) {
        this(category, population, place, event, since, scope, "");
    }

    /** Key in the {@code ledger} and {@code updates} topics. */
    public String key() {
        var key = String.join(
                "|",
                category.name().toLowerCase(java.util.Locale.ROOT),
                population,
                place,
                event,
                since,
                scope.name().toLowerCase(java.util.Locale.ROOT));
        return day.isEmpty() ? key : key + "|" + day;
    }
}
