package org.wirebell.ingest.read;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.wirebell.model.WireSignal;

/**
 * What the advisory words of a wire ask for: in ANPA keyword lines and {@code Eds:} notes, in the first lines of IPTC 7901
 * messages, in {@code ed-msg} of NITF and in editorial notes. Only for such lines, never for the story itself.
 */
final class Advisories {
    private static final Map<WireSignal, Pattern> WORDS = new TreeMap<>(Map.of(
            WireSignal.UPDATE,
                    Pattern.compile(
                            "(?i)^lead\\b|\\b(writethru|\\d{1,2}(st|nd|rd|th)? ?(ld|lead)\\b|new lead\\b|updates?\\b|aktualisier)"),
            WireSignal.CORRECTION,
                    Pattern.compile(
                            "(?i)\\b(corrects\\b|correction|corrective|corrected\\b|berichtig|korrektur|corrige|rectificati)"),
            WireSignal.KILL,
                    Pattern.compile(
                            "\\b(KILL|KILLED|BULLETIN KILL|MANDATORY KILL|ANNULE|ANULAR|WITHDRAWN)\\b|(?i)\\b(please|must|story|bulletin|mandatory) kill(ed)?\\b"),
            WireSignal.HOLD, Pattern.compile("\\b(WITHHOLD|HOLD FOR RELEASE|HOLD UNTIL|PLEASE HOLD)\\b"),
            WireSignal.ALERT,
                    Pattern.compile("\\b(FLASH|BULLETIN|URGENT|ALERT|EIL|EILMELDUNG)\\b|NewsAlert|News Alert"),
            WireSignal.EMBARGO,
                    Pattern.compile("(?i)\\b(embargoe?d?\\b|sperrfrist|not for publication before|hold for release)")));

    private Advisories() {}

    static Set<WireSignal> in(String advisory) {
        var found = EnumSet.noneOf(WireSignal.class);
        WORDS.forEach((signal, words) -> {
            if (words.matcher(advisory).find()) {
                found.add(signal);
            }
        });
        if (found.contains(WireSignal.KILL)) {
            found.remove(WireSignal.ALERT); // BULLETIN KILL
        }
        return found;
    }
}
