package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.Place;
import org.wirebell.model.Series;
import org.wirebell.processor.extract.Dateline;
import org.wirebell.processor.extract.figures.Sentences;

/** Makes claims of the figures of an item: what each counts, who says it, and as of when. */
public final class Claims {
    private static final Instant UNKNOWN = Instant.EPOCH;
    private static final WordList PARTS = WordList.read("cues.txt");
    /** Smaller numbers are as likely those of a day as of a war. */
    private static final long COMPANION = 100;
    /** Characters between two numbers of one subject, at most. */
    private static final int SHARED = 60;

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
        if (figures.stream().noneMatch(Claims::counts)) {
            return new Reading(List.of(), List.of()); // most items: the words of the event need not be looked for
        }
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
                part(finding, figures.get(i), claim.get(), at).ifPresent(parts::add);
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
        var evidence = evidence(item, figure);
        var series = series(finding, figure, event, told, evidence);
        return new Claim(
                Ids.id(item.family(), item.contentHash(), figure.part().name(), Integer.toString(figure.start())),
                series,
                claimant(figure, series.place()),
                figure.attribution(),
                finding.origin(),
                figure,
                evidence,
                figure.asOf().isEmpty()
                        ? told
                        : Moments.moment(figure.asOf(), told).orElse(told),
                received,
                item.backfill());
    }

    /** "Crete's health ministry" and "the health ministry in Crete" are the health ministry, where Crete is spoken of. */
    private String claimant(Figure figure, String place) {
        var name = Claimants.canonical(figure.attribution(), config.aliases());
        return config.aliases().containsValue(name) ? name : Claimants.without(name, words -> here(words, place));
    }

    private boolean here(String words, String place) {
        return places.find(words).filter(p -> places.compatible(p.id(), place)).isPresent();
    }

    /** When the provider says that this version was made. */
    private static Optional<Instant> told(Item item) {
        return item.updated()
                .filter(u -> item.published().filter(u::isBefore).isEmpty())
                .or(item::published);
    }

    private Series series(Finding finding, Figure figure, String event, Instant told, Evidence evidence) {
        var place = place(finding, figure);
        var named = Populations.of(subject(finding, figure), place, places);
        var population = Sides.of(named, finding, figure, event, evidence);
        if (Periods.counted(finding, figure)) {
            return new Series(figure.category(), population, place, Periods.EVENT, "", Figure.Scope.INCIDENT);
        }
        var since = since(finding, figure, population, told);
        var scope = Events.scope(event, since, scope(finding, figure));
        return new Series(figure.category(), population, place, Events.of(event, since, scope), since, scope);
    }

    /** Who is counted; "46 fighters were killed and 43 injured" counts fighters twice. */
    private static String subject(Finding finding, Figure figure) {
        int at = finding.figures().indexOf(figure);
        if (!figure.subject().isEmpty() || at < 1) {
            return figure.subject();
        }
        var before = finding.figures().get(at - 1);
        boolean shared = before.part() == figure.part()
                && before.category() != figure.category()
                && before.attribution().equals(figure.attribution())
                && before.subsetOf().isEmpty()
                && before.end() <= figure.start()
                && figure.start() - before.end() <= SHARED
                && sentence(finding, before).equals(sentence(finding, figure));
        return shared ? before.subject() : "";
    }

    private static Sentences.Span sentence(Finding finding, Figure figure) {
        return Sentences.at(text(finding.item(), figure), figure.start());
    }

    private static String text(Item item, Figure figure) {
        return figure.part() == Figure.Part.HEADLINE ? item.headline() : item.text();
    }

    /** Its own place, else that of its total, else that of the item. */
    private String place(Finding finding, Figure figure) {
        var own = figure.place().strip();
        if (!own.isEmpty()) {
            return known(finding, own);
        }
        return total(finding, figure)
                .filter(t -> !t.place().isBlank())
                .map(t -> known(finding, t.place().strip()))
                .orElseGet(() -> lent(finding));
    }

    /** The item's main place, unless its figures name places and none of these is there: then the one that they name most. */
    private String lent(Finding finding) {
        var named = finding.figures().stream()
                .map(f -> f.place().strip())
                .filter(words -> !words.isEmpty())
                .map(words -> known(finding, words))
                .toList();
        var most = named.stream().max(Comparator.comparingInt(place -> Collections.frequency(named, place)));
        return finding.places().stream()
                .findFirst()
                .map(Place::id)
                .filter(main -> named.isEmpty() || named.stream().anyMatch(place -> places.compatible(place, main)))
                .or(() -> most)
                .or(() -> Stream.concat(
                                finding.item().places().stream(),
                                Stream.of(
                                        finding.item().dateline(),
                                        Dateline.of(finding.item().text()).place()))
                        .filter(words -> !words.isBlank())
                        .findFirst()
                        .map(words -> known(finding, words)))
                .orElse("");
    }

    /** As the item as a whole has it, which knows more than the words alone: there is more than one Tripoli. */
    private String known(Finding finding, String words) {
        return finding.places().stream()
                .filter(p -> p.quote().equalsIgnoreCase(words) || p.name().equalsIgnoreCase(words))
                .findFirst()
                .or(() -> places.find(words))
                .map(Place::id)
                .orElseGet(() -> plain(words));
    }

    private Optional<Figure> total(Finding finding, Figure figure) {
        return figure.subsetOf()
                .filter(i -> i >= 0 && i < finding.figures().size())
                .map(i -> finding.figures().get(i))
                .filter(t -> t != figure)
                .or(() -> implied(finding, figure));
    }

    /** "The war has killed 905. Among the dead are 90 children": the last larger count of everybody that stands before. */
    private Optional<Figure> implied(Finding finding, Figure figure) {
        int at = finding.figures().indexOf(figure);
        if (at < 1 || Populations.kind(figure.subject()).equals(Populations.ALL)) {
            return Optional.empty();
        }
        var span = sentence(finding, figure);
        if (!PARTS.has("part", text(finding.item(), figure).substring(span.start(), span.end()))) {
            return Optional.empty();
        }
        return finding.figures().subList(0, at).reversed().stream()
                .filter(Claims::counts)
                .filter(f -> f.category() == figure.category() && f.part() == figure.part())
                .filter(f -> Populations.kind(f.subject()).equals(Populations.ALL))
                .filter(f -> f.value().or(f::low).orElse(0L)
                        > figure.value().or(figure::low).orElse(0L))
                .findFirst();
    }

    /**
     * Its own baseline, else that of its total; and a running count of the same people in the same place shares the only
     * date that the item names for it. "Since the war began" says the same as that date.
     */
    private String since(Finding finding, Figure figure, String population, Instant told) {
        var own = figure.since();
        if (Moments.day(own, told).isPresent() || own.isEmpty() && scope(finding, figure) != Figure.Scope.CUMULATIVE) {
            return own.isEmpty() ? "" : since(own, told);
        }
        var total = total(finding, figure)
                .or(() -> companion(finding, figure))
                .map(Figure::since)
                .filter(s -> !s.isEmpty());
        if (total.isPresent() && own.isEmpty()) {
            return since(total.get(), told);
        }
        var place = place(finding, figure);
        var dates = finding.figures().stream()
                .filter(f ->
                        f.category() == figure.category() && place(finding, f).equals(place))
                .filter(f -> Populations.of(f.subject(), place, places).equals(population))
                .flatMap(f -> Moments.day(f.since(), told).stream())
                .distinct()
                .toList();
        return dates.size() == 1 ? dates.getFirst().toString() : own.isEmpty() ? "" : since(own, told);
    }

    /**
     * A part counts as its total does; and where a running count of one harm stands just before, a large number for another
     * harm goes with it: "8,005 people have been killed. At least 20,200 have been injured."
     */
    private Figure.Scope scope(Finding finding, Figure figure) {
        return total(finding, figure)
                .or(() -> companion(finding, figure))
                .map(Figure::scope)
                .filter(Figure.Scope.CUMULATIVE::equals)
                .orElse(figure.scope());
    }

    private static Optional<Figure> companion(Finding finding, Figure figure) {
        int at = finding.figures().indexOf(figure);
        if (at < 1 || figure.value().or(figure::low).orElse(0L) < COMPANION) {
            return Optional.empty();
        }
        var before = finding.figures().subList(0, at).reversed().stream()
                .filter(Claims::counts)
                .filter(f -> f.subsetOf().isEmpty() && f.part() == figure.part())
                .findFirst();
        return before.filter(f -> f.category() != figure.category()
                && f.value().or(f::low).orElse(0L) >= COMPANION
                && (figure.place().isEmpty() || figure.place().equals(f.place())));
    }

    private static String since(String words, Instant told) {
        return Moments.day(words, told)
                .map(Object::toString)
                .or(() -> Moments.month(words, told).map(Object::toString))
                .orElseGet(() -> plain(words));
    }

    /** One claim of a series for each claimant in an item, and none of nobody where a named claimant says the same. */
    private static boolean repeated(Claim claim, List<Optional<Claim>> all, int index) {
        for (int i = 0; i < all.size(); i++) {
            var other = all.get(i);
            if (i == index || other.isEmpty() || !other.get().series().equals(claim.series())) {
                continue;
            }
            boolean named = !Claimants.named(claim.claimant())
                    && Claimants.named(other.get().claimant())
                    && !Stated.rises(claim, other.get())
                    && Stated.restates(claim, other.get());
            if (named || claim.claimant().equals(other.get().claimant()) && better(other.get(), claim, i < index)) {
                return true;
            }
        }
        return false;
    }

    /** Of two readings of one number the tighter one, else the one that stands first: the lead names the main count. */
    private static boolean better(Claim other, Claim claim, boolean earlier) {
        boolean oneNumber =
                Stated.restates(other, claim) && Math.abs(Stated.of(other) - Stated.of(claim)) <= Stated.of(claim) / 10;
        int tighter = Stated.looseness(claim) - Stated.looseness(other);
        return oneNumber && tighter != 0 ? tighter > 0 : earlier;
    }

    private Optional<Posting.Part> part(Finding finding, Figure figure, Claim claim, List<Optional<Claim>> all) {
        return total(finding, figure)
                .map(finding.figures()::indexOf)
                .filter(i -> i >= 0 && i < all.size())
                .flatMap(all::get)
                .filter(whole -> !whole.series().equals(claim.series()))
                .map(whole -> new Posting.Part(
                        claim.id(),
                        Book.of(whole.series()),
                        Stated.of(whole),
                        whole.figure().bound()));
    }

    private static Evidence evidence(Item item, Figure figure) {
        var text = text(item, figure);
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
