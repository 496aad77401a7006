package org.wirebell.processor.extract.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the letters of a short text say for and against languages of one script, from {@code letters.txt}. */
final class Spelling {
    /** How much less likely a letter makes a language that does not write it, as a power of e. */
    private static final double FOREIGN = 0.7;

    private static final double THOUSAND = 1000;

    private final Map<String, String> letters = new HashMap<>();
    private final Map<String, Double> absence = new HashMap<>();
    private final Set<Integer> telling = new HashSet<>();

    Spelling() {
        for (var line : SmallWords.lines("letters.txt")) {
            var columns = line.split(";", -1);
            letters.put(columns[0], columns[1]);
            absence.put(columns[0], Double.parseDouble(columns[2]) / THOUSAND);
            columns[1].chars().forEach(telling::add);
        }
    }

    /** At most zero; a language that the file does not know has nothing against it. */
    double points(String language, Scripts seen) {
        var own = letters.get(language);
        if (own == null) {
            return 0;
        }
        int foreign = 0;
        for (int letter : telling) {
            foreign += own.indexOf(letter) < 0 ? seen.count(letter) : 0;
        }
        boolean none = own.chars().noneMatch(letter -> seen.count(letter) > 0);
        return -FOREIGN * foreign - (none ? absence.getOrDefault(language, 0.0) * seen.total() : 0);
    }
}
