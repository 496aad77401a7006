package org.wirebell.processor.extract.figures;

import java.util.Optional;
import org.wirebell.model.Figure.Bound;
import org.wirebell.model.Figure.Category;
import org.wirebell.model.Figure.Role;
import org.wirebell.model.Figure.Scope;
import org.wirebell.model.Figure.Tense;

/** A number in a sentence on its way to being a figure; the rules fill it in one after the other. */
final class Mention {
    enum Head {
        HUMAN,
        HOUSEHOLD,
        /** "deaths", "bodies": the harm itself is counted. */
        EVENT,
        /** A noun that no list knows but whose form may mean people: "Zogoans". */
        LIKELY,
        UNKNOWN,
        /** No noun: "12 killed", "another 30". */
        NONE,
        THING
    }

    final Line line;
    final int at;
    final Quantity quantity;
    /** First piece of the phrase, bounds included, and the one after its last. */
    int from;

    int to;
    /** Piece of the head noun, or -1. */
    int noun = -1;

    Head head = Head.NONE;
    Bound bound = Bound.EXACT;
    /** "another 12", "12 more". */
    boolean more;
    /** "three of the hostages", "two of them". */
    boolean partitive;

    /** The whole of "14 of the 45 passengers": nothing happened to all of them. */
    boolean exposed;
    /** Exposed because a part of it is counted right before: "three of the 45". */
    boolean wholeOfPart;

    Optional<Category> category = Optional.empty();
    /** Piece of the trigger that gave the category, or -1 when it was lent. */
    int trigger = -1;

    double cost = Double.MAX_VALUE;
    String rule = "";
    Optional<Mention> parent = Optional.empty();
    Optional<Role> role = Optional.empty();
    Optional<Tense> tense = Optional.empty();
    boolean asserted = true;
    String claimant = "";
    String place = "";
    String since = "";
    String asOf = "";
    Scope scope = Scope.INCIDENT;

    Mention(Line line, int at) {
        this.line = line;
        this.at = at;
        this.quantity = line.at(at).quantity();
        this.from = at;
        this.to = at + 1;
    }

    Piece number() {
        return line.at(at);
    }

    boolean governed() {
        return category.isPresent();
    }

    void governedBy(Category what, int where, double price, String by) {
        category = Optional.of(what);
        trigger = where;
        cost = price;
        rule = by;
    }

    boolean isShare() {
        return quantity.kind() == Quantity.Kind.SHARE;
    }

    boolean isPeople() {
        return head == Head.HUMAN || head == Head.HOUSEHOLD || head == Head.LIKELY;
    }
}
