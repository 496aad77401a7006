package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Figure.Category;
import org.wirebell.model.Figure.Role;
import org.wirebell.model.Figure.Scope;
import org.wirebell.model.Figure.Tense;

/**
 * How many the main event of a story killed and hurt, as far as the story says; 0 where it gives no number.
 *
 * <p>Headline and lead say it: of their sentences the largest sum counts. Groups of one sentence are disjoint and add up ("three
 * councillors and two guards"), with the single victims listed beside them ("a driver"); a running count is a sum already.
 * What is open, past, cumulative, vague, a rate, an old value or a part adds nothing.
 */
public record Totals(long killed, long injured) {
    /** How far behind its first number a story still tells its main event, in UTF-16 units. */
    private static final int LEAD = 600;

    /** So many words behind a number may list further victims. */
    private static final int LIST = 9;

    /** People in the singular form who are many. */
    private static final Set<String> PLURAL =
            Set.of("people", "men", "women", "children", "police", "personnel", "staff", "crew");

    static Totals of(List<Mention> mentions) {
        return new Totals(total(mentions, Category.KILLED), total(mentions, Category.INJURED));
    }

    private static long total(List<Mention> mentions, Category category) {
        var counted = new ArrayList<Mention>();
        for (var mention : mentions) {
            if (counts(mention, category) && mention.tense.isEmpty()) {
                counted.add(mention);
            }
        }
        if (counted.isEmpty()) { // a story that only looks back tells of that
            mentions.stream().filter(m -> counts(m, category)).forEach(counted::add);
        }
        if (counted.stream().anyMatch(m -> m.role.isEmpty())) {
            counted.removeIf(m -> m.role.isPresent());
        }
        Map<Line, Long> sums = new IdentityHashMap<>();
        long most = 0;
        for (var mention : counted) {
            boolean lead = mention.line.text().equals(counted.getFirst().line.text())
                    && mention.number().start() < counted.getFirst().number().start() + LEAD;
            if (lead || mention.line.text() != counted.getFirst().line.text()) {
                long sum = sums.getOrDefault(mention.line, 0L);
                long worth = worth(mention, mentions) + beside(mention);
                sum = mention.rule.startsWith("series") ? Math.max(sum, worth) : sum + worth;
                sums.put(mention.line, sum);
                most = Math.max(most, sum);
            }
        }
        return most;
    }

    private static boolean counts(Mention mention, Category category) {
        var own = mention.category.orElseThrow();
        boolean shot = category == Category.INJURED && own == Category.CASUALTIES;
        boolean part =
                mention.parent.isPresent() && mention.parent.get().category.equals(mention.category);
        return (own == category || shot)
                && mention.asserted
                && !part
                && !mention.tense.equals(Optional.of(Tense.FUTURE))
                && (mention.role.isEmpty() || mention.role.equals(Optional.of(Role.INCREMENT)))
                && mention.scope == Scope.INCIDENT
                && mention.quantity.isCount()
                && mention.quantity.kind() != Quantity.Kind.VAGUE;
    }

    /** Of those shot the dead are not among the hurt. */
    private static long worth(Mention mention, List<Mention> mentions) {
        long all = mention.quantity.low();
        if (mention.category.equals(Optional.of(Category.CASUALTIES))) {
            for (var part : mentions) {
                boolean dead = part.category.equals(Optional.of(Category.KILLED));
                if (dead && part.parent.isPresent() && part.parent.get() == mention) {
                    all -= part.quantity.low();
                }
            }
        }
        return Math.max(all, 0);
    }

    /** Single victims in the same list: "the mayor and two guards", "four officers and a civilian were". */
    private static int beside(Mention mention) {
        var line = mention.line;
        if (mention.trigger < 0 || mention.head == Mention.Head.EVENT) {
            return 0;
        }
        if (mention.trigger > mention.to) {
            return singles(line, mention.to, mention.trigger);
        }
        if (mention.trigger >= mention.from) {
            return 0;
        }
        int from = mention.trigger + 1;
        for (int i = from; i < mention.from; i++) {
            from = line.at(i).isNumber() ? i + 1 : from;
        }
        return singles(line, from, mention.from) + singles(line, mention.to, mention.to + LIST);
    }

    private static int singles(Line line, int from, int to) {
        int found = 0;
        boolean opens = false;
        boolean one = false;
        for (int i = from; i < to && i < line.size(); i++) {
            var piece = line.at(i);
            if (piece.is(Tag.AND) || piece.mark(",")) {
                opens = false;
                one = false;
            } else if (piece.isNumber()
                    || piece.is(Tag.BE)
                    || piece.is(Tag.SAY)
                    || piece.is(Tag.SUBORDINATE)
                    || piece.is(Tag.INCLUDING)) {
                return found;
            } else if (piece.is(Tag.ARTICLE) || piece.is(Tag.DETERMINER) || piece.is(Tag.PRONOUN)) {
                opens = true;
            } else if (opens && !one && single(piece)) {
                found++;
                one = true;
            } else if (piece.is(Tag.PREPOSITION) && !one) {
                return found;
            }
        }
        return found;
    }

    private static boolean single(Piece piece) {
        return (piece.is(Tag.HUMAN) || piece.is(Tag.SOURCE))
                && !piece.word().endsWith("s")
                && !piece.word().endsWith("men")
                && !PLURAL.contains(piece.word());
    }
}
