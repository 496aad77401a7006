package org.wirebell.processor.extract;

import java.util.regex.Pattern;

/**
 * The line that opens a wire's body: {@code PORT ADEL, March 3 (Coastwire) - }.
 *
 * @param place the words before the dash, without date and agency; empty when there is no such line
 * @param agency what stands in brackets, empty when nothing does
 */
public record Dateline(String place, String agency) {
    static final Dateline NONE = new Dateline("", "");

    private static final Pattern WITH_AGENCY = Pattern.compile(
            "^\\s*(?<place>\\p{L}[^()\\n]{0,70}?)\\s*\\((?<agency>[\\p{Lu}\\p{Lo}][^()\\n]{1,39})\\)\\s*(?:[-–—]{1,2}|\\.\\s?-)\\s");
    private static final Pattern BARE = Pattern.compile(
            "^\\s*(?<place>\\p{Lu}[\\p{Lu}\\p{M} .'’-]{2,40}(?:, [^()\\n–—]{2,30}?)?)\\s+(?:[-–—]{1,2})\\s");
    private static final Pattern ARABIC =
            Pattern.compile("^\\s*(?<place>\\p{InArabic}[\\p{InArabic} ]{2,30}?)\\s*[-–—]\\s");

    /** The dateline at the head of a body. */
    public static Dateline of(String body) {
        var head = body.length() > 200 ? body.substring(0, 200) : body;
        var agency = WITH_AGENCY.matcher(head);
        if (agency.find()) {
            return new Dateline(
                    undated(agency.group("place")), agency.group("agency").strip());
        }
        for (var pattern : new Pattern[] {BARE, ARABIC}) {
            var bare = pattern.matcher(head);
            if (bare.find()) {
                return new Dateline(undated(bare.group("place")), "");
            }
        }
        return NONE;
    }

    /** "PORT ADEL, March 3" without the date; "GENEVA/BEIRUT" is Geneva. */
    private static String undated(String place) {
        var parts = place.strip().split("[/,]");
        var kept = new StringBuilder(parts[0].strip());
        for (int i = 1; i < parts.length && place.indexOf('/') < 0; i++) {
            if (parts[i].chars().noneMatch(Character::isDigit)) {
                kept.append(", ").append(parts[i].strip());
            }
        }
        return kept.toString();
    }
}
