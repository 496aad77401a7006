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
    private static final Map<WireSignal, Pattern> WORDS = new TreeMap<>(
            Map.of(
                    WireSignal.UPDATE,
                            words(
                                    "^lead\\b|\\b(?:writethru|\\d{1,2}(?:st|nd|rd|th)? ?(?:ld|lead)\\b|new lead\\b|updates?\\b|aktualisier)"),
                    WireSignal.CORRECTION,
                            words(
                                    "\\b(?:corrects\\b|correction|corrective|corrected\\b|berichtig|korrektur|korrigier|correctif|corrige"
                                            + "|rectificati|corrección|correzione|correctie\\b|rettelse|rättelse)"),
                    WireSignal.KILL,
                            Pattern.compile(
                                    "\\b(?:KILL|KILLED|ANNULER?|ANULAR?|ANULADA|WITHDRAWN|ELIMINATION)\\b"
                                            + "|(?iu)\\b(?:please|must|story|bulletin|mandatory) kill(?:ed)?\\b|^kill *[:!]"
                                            + "|\\b(?:à annuler|annulation|annullamento|(?:da )?annullare|anulación|zurückgezogen|ingetrokken)\\b"
                                            + "|\\b(?:nicht verwenden|do not use|ne pas utiliser|non utilizzare|no utilizar)\\b"),
                    WireSignal.HOLD, Pattern.compile("\\b(?:WITHHOLD|HOLD FOR RELEASE|HOLD UNTIL|PLEASE HOLD)\\b"),
                    WireSignal.REPLACE,
                            words("\\b(?:annule et remplace|annulla e sostituisce|anula y (?:reemplaza|sustituye))"),
                    WireSignal.ALERT,
                            Pattern.compile(
                                    "\\b(?:FLASH|BULLETIN|URGENTE?|ALERTE?|EIL|EILMELDUNG)\\b|NewsAlert|News Alert"),
                    WireSignal.EMBARGO,
                            words("\\b(?:embargoe?d?\\b|sperrfrist|not for publication before|hold for release)"),
                    WireSignal.RELEASE,
                            words(
                                    "\\b(?:embargo (?:lifted|levé)|hold lifted|sperrfrist aufgehoben|now (?:cleared|released))\\b")));

    private Advisories() {}

    static Set<WireSignal> in(String advisory) {
        var found = EnumSet.noneOf(WireSignal.class);
        WORDS.forEach((signal, words) -> {
            if (words.matcher(advisory).find()) {
                found.add(signal);
            }
        });
        if (found.contains(WireSignal.REPLACE)) {
            found.remove(WireSignal.KILL); // "annule" is half of the phrase
        }
        if (found.contains(WireSignal.KILL)) {
            found.remove(WireSignal.ALERT); // BULLETIN KILL
        }
        if (found.contains(WireSignal.RELEASE)) {
            found.remove(WireSignal.EMBARGO);
        }
        return found;
    }

    /** In any letter case, of any alphabet. */
    private static Pattern words(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
