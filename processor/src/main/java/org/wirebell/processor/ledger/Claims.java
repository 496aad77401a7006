package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.Place;
import org.wirebell.model.Series;
import org.wirebell.processor.extract.figures.Sentences;

/** Makes claims of the figures of an item: what each counts, who says it, and as of when. */
public final class Claims {
    private static final Instant UNKNOWN = Instant.EPOCH;

    private final LedgerConfig config;
    private final Places places;

    public Claims(LedgerConfig config, Places places) {
        this.config = config;
        this.places = places;
    }

    /** The claims of one item, and which of them are part of another one. */
    public record Reading(List<Claim> claims, List<Posting.Part> parts) {
        public Reading {
            claims = List.copyOf(claims);
            parts = List.copyOf(parts);
        }
    }

    /** The part of a series' place by which series are kept together, so that they can be compared. */
    public static String scene(Series series) {
        int slash = series.place().indexOf('/');
        return series.place().isEmpty()
                ? "~" + series.event()
                : slash < 0 ? series.place() : series.place().substring(0, slash);
    }

    /**
     * The claims in the finding's figures. Rates, increments, former values, background, fractions, zeros and what is only
     * feared are none.
     */
    public Reading of(Finding finding) {
        var figures = finding.figures();
        var event = Events.of(finding);
        var claims = new ArrayList<Claim>();
        var parts = new ArrayList<Posting.Part>();
        var at = new ArrayList<Optional<Claim>>();
        for (var figure : figures) {
            at.add(counts(figure) ? Optional.of(claim(finding, figure, event)) : Optional.empty());
        }
        for (int i = 0; i < figures.size(); i++) {
            var claim = at.get(i);
            if (claim.isPresent() && !repeated(claim.get(), at, i)) {
                claims.add(claim.get());
                part(figures.get(i), claim.get(), at).ifPresent(parts::add);
            }
        }
        return new Reading(claims, parts);
    }

    private static boolean counts(Figure figure) {
        return figure.asserted()
                && figure.role().isEmpty()
                && figure.time().isEmpty()
                && figure.fraction().isEmpty()
                && Interval.of(figure).filter(i -> i.high() > 0).isPresent()
                && figure.value().or(figure::low).orElse(0L) > 0;
    }

    private Claim claim(Finding finding, Figure figure, String event) {
        var item = finding.item();
        var received = item.received().or(item::published).orElse(UNKNOWN);
        var told = told(item).orElse(received);
        var claimant = Claimants.canonical(figure.attribution(), config.aliases());
        return new Claim(
                Ids.id(item.family(), item.contentHash(), figure.part().name(), Integer.toString(figure.start())),
                series(finding, figure, event, told),
                claimant,
                figure.attribution(),
                finding.origin(),
                figure,
                evidence(item, figure),
                figure.asOf().isEmpty() ? told : Moments.moment(figure.asOf(), told).orElse(told),
                received,
                item.backfill());
    }

    /** When the provider says that this version was made. */
    private static Optional<Instant> told(Item item) {
        return item.updated().filter(u -> item.published().filter(u::isBefore).isEmpty()).or(item::published);
    }

    private Series series(Finding finding, Figure figure, String event, Instant told) {
        var place = place(finding, figure);
        var since = since(finding, figure, told);
        var population = Populations.of(figure.subject(), place, places);
        if (population.equals(Populations.ALL)) {
            population = side(finding, figure, event).orElse(population);
        }
        return new Series(
                figure.category(), population, place, Events.of(event, since, figure.scope()), since, figure.scope());
    }

    private String place(Finding finding, Figure figure) {
        var own = figure.place().strip();
        if (!own.isEmpty()) {
            return places.find(own).map(Place::id).orElseGet(() -> plain(own));
        }
        return finding.places().stream().findFirst().map(Place::id).orElse("");
    }

    /** A running total without a baseline shares the only one that the item names. */
    private static String since(Finding finding, Figure figure, Instant told) {
        if (!figure.since().isEmpty()) {
            return since(figure.since(), told);
        }
        if (figure.scope() != Figure.Scope.CUMULATIVE) {
            return "";
        }
        var named = finding.figures().stream()
                .filter(f -> f.scope() == Figure.Scope.CUMULATIVE && !f.since().isEmpty())
                .map(f -> since(f.since(), told))
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : "";
    }

    private static String since(String words, Instant told) {
        return Moments.day(words, told).map(Object::toString).orElseGet(() -> plain(words));
    }

    /** Where two sides report, an army that names nobody in particular speaks of its own. */
    private static Optional<String> side(Finding finding, Figure figure, String event) {
        if (!Events.twoSided(event) || !Claimants.armed(figure.attribution())) {
            return Optional.empty();
        }
        var side = Claimants.side(plain(figure.attribution()));
        boolean otherSide = finding.figures().stream()
                .anyMatch(f -> !f.subject().equals(figure.subject()) && f.subject().chars().anyMatch(Character::isUpperCase)
                        || Claimants.armed(f.attribution())
                                && !Claimants.side(plain(f.attribution())).equals(side));
        return side.isEmpty() || !otherSide ? Optional.empty() : Optional.of(side + " side");
    }

    /** An unattributed number that a named claimant gives in the same item, or a second copy of the same one. */
    private static boolean repeated(Claim claim, List<Optional<Claim>> all, int index) {
        for (int i = 0; i < all.size(); i++) {
            var other = all.get(i);
            if (i == index || other.isEmpty() || !other.get().series().equals(claim.series())) {
                continue;
            }
            boolean sameWords = Stated.of(claim) == Stated.of(other.get())
                    && claim.figure().bound() == other.get().figure().bound()
                    && claim.claimant().equals(other.get().claimant());
            boolean named = !Claimants.named(claim.claimant())
                    && Claimants.named(other.get().claimant())
                    && !Stated.rises(claim, other.get())
                    && Stated.restates(claim, other.get());
            if (named || sameWords && i < index) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Posting.Part> part(Figure figure, Claim claim, List<Optional<Claim>> all) {
        return figure.subsetOf()
                .filter(i -> i >= 0 && i < all.size())
                .flatMap(all::get)
                .filter(whole -> !whole.series().equals(claim.series()))
                .map(whole -> new Posting.Part(
                        claim.id(), whole.series().key(), Stated.of(whole), whole.figure().bound()));
    }

    private static Evidence evidence(Item item, Figure figure) {
        var text = figure.part() == Figure.Part.HEADLINE ? item.headline() : item.text();
        var span = Sentences.at(text, figure.start());
        boolean within = span.start() <= figure.start() && figure.end() <= span.end();
        int from = within ? span.start() : figure.start();
        int to = within ? span.end() : Math.min(text.length(), figure.end());
        return new Evidence(
                item.family(),
                item.version(),
                item.source(),
                item.headline(),
                item.link(),
                item.published(),
                figure.part(),
                text.substring(Math.min(from, to), to),
                figure.quote(),
                figure.start() - from,
                figure.start(),
                figure.end(),
                figure.rule());
    }

    private static String plain(String words) {
        return words.strip()
                .replaceAll("^(?i:the|a|an)\\s+", "")
                .replaceAll("[|\\s]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
