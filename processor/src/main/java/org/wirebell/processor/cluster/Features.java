package org.wirebell.processor.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.processor.extract.words.Words;

/**
 * By what an item is compared with stories.
 *
 * @param words stemmed words of headline and lead with their counts
 * @param marks what means the same in every language: places, numbers of people, names
 * @param country of the place that is named first, empty when none is
 */
public record Features(String language, Map<String, Integer> words, Set<String> marks, String country) {
    /** Characters of the text that are looked at: the lead and what follows it. */
    private static final int LEAD = 400;

    private static final int HEADLINE_WEIGHT = 2;
    private static final int PLACES = 4;
    private static final int NAMES = 12;
    private static final int SHORT = 4;
    /** Smaller numbers are shared by chance. */
    private static final long TELLING = 10;

    public Features {
        language = language.intern();
        words = Map.copyOf(words);
        marks = Set.copyOf(marks);
    }

    public static Features of(Finding finding) {
        var item = finding.item();
        var lead = lead(item.text());
        var words = new HashMap<String, Integer>();
        Terms.count(item.headline(), finding.language(), HEADLINE_WEIGHT, words);
        Terms.count(lead, finding.language(), 1, words);
        var marks = new HashSet<String>();
        finding.places().stream().limit(PLACES).forEach(p -> marks.add(Marks.place(p.id())));
        finding.figures().stream()
                .filter(Figure::asserted)
                .forEach(f ->
                        f.value().filter(n -> n >= TELLING).ifPresent(n -> marks.add(Marks.figure(f.category(), n))));
        names(lead).forEach(name -> marks.add(Marks.name(name)));
        return new Features(finding.language(), words, marks, country(finding));
    }

    /** The country of the place that is named first; empty when none is. */
    static String country(Finding finding) {
        return finding.places().stream()
                .map(Place::country)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String lead(String text) {
        return text.length() <= LEAD ? text : text.substring(0, text.lastIndexOf(' ', LEAD) + 1);
    }

    /** Words with a capital that do not open a sentence. */
    private static List<String> names(String lead) {
        return Words.of(lead).stream()
                .filter(w -> w.end() - w.start() >= SHORT
                        && Character.isUpperCase(w.form().charAt(0))
                        && w.start() >= 2
                        && Character.isLetter(lead.charAt(w.start() - 2)))
                .map(w -> w.key())
                .distinct()
                .limit(NAMES)
                .toList();
    }
}
