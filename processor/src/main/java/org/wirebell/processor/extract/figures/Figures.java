package org.wirebell.processor.extract.figures;

import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Figure;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/** Turns what the rules found into the figure that travels. */
final class Figures {
    /** Pieces from "the number of" to what happened to them, at most. */
    private static final int PHRASE = 5;

    private Figures() {}

    /** {@code places}: where each mention stands in the list that travels. */
    static Figure of(Mention mention, Map<Mention, Integer> places, Figure.Part part) {
        var quantity = mention.quantity;
        var number = mention.number();
        boolean single =
                quantity.kind() == Kind.EXACT || quantity.kind() == Kind.LOOSE || quantity.kind() == Kind.ORDINAL;
        return new Figure(
                mention.line.text().substring(number.start(), number.end()),
                number.start(),
                part,
                single ? Optional.of(quantity.low()) : Optional.empty(),
                low(mention),
                high(mention),
                mention.isShare() ? Optional.of(quantity.share()) : Optional.empty(),
                mention.bound,
                mention.category.orElseThrow(),
                subject(mention),
                mention.parent.flatMap(p -> Optional.ofNullable(places.get(p))),
                mention.role,
                mention.tense,
                mention.claimant,
                mention.place,
                mention.since,
                mention.asOf,
                mention.scope,
                mention.asserted && quantity.low() != 0 || mention.isShare() && mention.asserted,
                mention.rule);
    }

    /** The words for the people counted: "Zogoan soldiers" of "twelve more Zogoan soldiers". */
    private static String subject(Mention mention) {
        var line = mention.line;
        int from = mention.at + 1;
        while (from < mention.noun
                && (line.at(from).isMark()
                        || line.is(from, Tag.OF)
                        || line.is(from, Tag.MORE)
                        || line.is(from, Tag.OTHERS)
                        || line.is(from, Tag.DETERMINER)
                        || line.is(from, Tag.ARTICLE)
                        || line.is(from, Tag.PARTITIVE)
                        || line.is(from, Tag.OR_MORE)
                        || line.is(from, Tag.OR_SO))) {
            from++;
        }
        int noun = mention.to + 1;
        while (line.is(noun, Tag.ARTICLE) || line.is(noun, Tag.OF)) {
            noun++;
        }
        boolean part = mention.parent.isPresent() || mention.rule.startsWith("part-of");
        if (mention.noun < 0 && part && line.is(mention.to, Tag.BE) && line.is(noun, Tag.HUMAN)) {
            return line.words(noun, noun + 1); // "of those, 40 were children"
        }
        return mention.noun >= from ? line.words(from, mention.noun + 1) : counted(mention);
    }

    /** Of whom a level counts: "the number of children killed has reached 84". */
    private static String counted(Mention mention) {
        var line = mention.line;
        int count = mention.trigger;
        while (count >= 0 && count > mention.trigger - PHRASE && !line.is(count, Tag.COUNT_OF)) {
            count--;
        }
        if (mention.noun >= 0 || !line.is(count, Tag.COUNT_OF)) {
            return "";
        }
        int from = count + 1;
        while (line.is(from, Tag.ARTICLE) || line.is(from, Tag.DETERMINER) || line.is(from, Tag.OF)) {
            from++;
        }
        int noun = line.is(from, Tag.HUMAN) ? from : from + 1;
        return line.is(noun, Tag.HUMAN)
                        && noun < mention.from
                        && !line.at(noun - 1).isMark()
                ? line.words(from, noun + 1)
                : "";
    }

    private static Optional<Long> low(Mention mention) {
        long n = mention.quantity.low();
        return switch (mention.quantity.kind()) {
            case SHARE, NONE, OTHER -> Optional.empty();
            case RANGE, VAGUE, ORDINAL -> Optional.of(n);
            case EXACT, LOOSE ->
                switch (mention.bound) {
                    case EXACT, AT_LEAST, RANGE, VAGUE -> Optional.of(n);
                    case MORE_THAN -> Optional.of(n + 1);
                    case AT_MOST, FEWER_THAN -> Optional.of(0L);
                    case ABOUT, NEARLY -> Optional.of(n - n / 10);
                };
        };
    }

    private static Optional<Long> high(Mention mention) {
        long n = mention.quantity.low();
        return switch (mention.quantity.kind()) {
            case SHARE, NONE, OTHER, VAGUE -> Optional.empty();
            case ORDINAL -> Optional.of(n);
            case RANGE -> Optional.of(mention.quantity.high());
            case EXACT, LOOSE ->
                switch (mention.bound) {
                    case EXACT, AT_MOST, RANGE, VAGUE -> Optional.of(n);
                    case AT_LEAST, MORE_THAN -> Optional.empty();
                    case FEWER_THAN -> Optional.of(n - 1);
                    case ABOUT -> Optional.of(n + n / 10);
                    case NEARLY -> Optional.of(n - 1);
                };
        };
    }
}
