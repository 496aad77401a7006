package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Who set people free: their holder releases them, a raid rescues them, and prisoners who break out are no figure. */
final class Freedom {
    private static final int NEAR = 6;
    /** Held by right, so that an escape is none of the figures asked for. */
    private static final Pattern JAILED = Pattern.compile("prisoner|inmate|convict|detainee");

    private Freedom() {}

    /** Reads "freed" beside a raid, and "evacuated" off a ship, as rescue. */
    static void settle(Line line, List<Mention> mentions) {
        for (var mention : mentions) {
            if (mention.trigger < 0) {
                continue;
            }
            var word = line.at(mention.trigger).word();
            boolean freed = is(mention, Category.RELEASED)
                    && (word.startsWith("free") || word.startsWith("liberat"))
                    && line.has(Tag.RAID, 0, line.size());
            boolean taken = is(mention, Category.DISPLACED) && word.startsWith("evacuat") && offCraft(line, mention);
            if (freed || taken) {
                mention.category = Optional.of(Category.RESCUED);
            }
        }
    }

    private static boolean offCraft(Line line, Mention mention) {
        int from = Math.max(mention.trigger + 1, mention.to);
        int off = from;
        while (off < from + 2 && !line.is(off, Tag.FROM) && !line.at(off).word().equals("off")) {
            off++;
        }
        return off < from + 2 && line.has(Tag.CRAFT, off, off + NEAR);
    }

    /** "Three inmates escaped from jail", "stormed a jail and freed 300". */
    static boolean selfMade(Line line, Mention mention) {
        boolean prisoners = is(mention, Category.RELEASED)
                || is(mention, Category.CAPTIVE)
                        && mention.noun == mention.trigger
                        && mention.noun >= 0
                        && line.at(mention.noun).entry().hasForm(Form.STATUS);
        boolean fled = mention.noun >= 0
                && line.at(mention.noun + 1).word().startsWith("escape")
                && JAILED.matcher(line.at(mention.noun).word()).lookingAt();
        boolean discharged = is(mention, Category.RELEASED) && line.has(Tag.WARD, 0, line.size());
        return discharged || prisoners && (fled || line.has(Tag.JAILBREAK, 0, line.size()));
    }

    private static boolean is(Mention mention, Category category) {
        return mention.category.equals(Optional.of(category));
    }
}
