package org.wirebell.ingest.read;

/**
 * What stands before the first element of an XML document: declaration, comments, document type, and any junk.
 *
 * @param typeStart where the document type begins, −1 when there is none
 * @param typeEnd behind it
 * @param end where the first element begins, or the length of the text when there is none
 */
record Prolog(int typeStart, int typeEnd, int end) {

    static Prolog of(String text) {
        int typeStart = -1;
        int typeEnd = -1;
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (Character.isLetter(next) || next == '_') {
                return new Prolog(typeStart, typeEnd, at);
            }
            int past = next == '?' || next == '!' ? past(text, at) : at + 1;
            if (typeStart < 0 && text.regionMatches(true, at, "<!doctype", 0, 9)) {
                typeStart = at;
                typeEnd = past < 0 ? text.length() : past;
            }
            at = past < 0 ? -1 : text.indexOf('<', past);
        }
        return new Prolog(typeStart, typeEnd, text.length());
    }

    /** The text without its document type, whose entities nobody may resolve. */
    static String withoutType(String text) {
        var prolog = of(text);
        return prolog.typeStart < 0 ? text : text.substring(0, prolog.typeStart) + text.substring(prolog.typeEnd);
    }

    /** Behind the declaration, comment or document type that begins here; −1 when it never ends. */
    private static int past(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return after(text.indexOf("-->", at + 4), 3);
        }
        if (text.startsWith("<?", at)) {
            int end = text.indexOf("?>", at);
            int next = text.indexOf('<', at + 1);
            return end < 0 || next >= 0 && next < end ? next : end + 2; // a declaration that lost its end
        }
        int brackets = 0;
        for (int i = at + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int after(int found, int length) {
        return found < 0 ? -1 : found + length;
    }
}
