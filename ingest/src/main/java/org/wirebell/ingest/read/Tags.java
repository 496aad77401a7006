package org.wirebell.ingest.read;

/**
 * Mends what a forgiving parser takes too literally: a tag that lost its end takes the next tags for its attributes, and
 * an attribute that lost its closing quotation mark takes in whole items.
 */
final class Tags {
    private static final int LONGEST_NAME = 200;
    /** How far the end of a value is looked for: with more it is taken as it comes. */
    private static final int LONGEST_VALUE = 4_000;
    /** Accidents are few. What has more was made to have them, and each would give the parser one more item. */
    private static final int MOST_REPAIRS = 200;

    private final String text;
    private final StringBuilder mended = new StringBuilder();
    private int copied;
    private int repairs;

    private Tags(String text) {
        this.text = text;
    }

    /** The text up to the tag that is one too many, with its broken tags mended; the very same when it has none. */
    static String mended(String text, int most) {
        return new Tags(text).read(most, true);
    }

    /** The same for HTML, whose attributes may hold anything: only what cannot be a tag at all is escaped. */
    static String limited(String text, int most) {
        return new Tags(text).read(most, false);
    }

    private String read(int most, boolean isXml) {
        int seen = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (text.startsWith("<![CDATA[", at)) {
                int end = text.indexOf("]]>", at);
                at = end < 0 ? text.length() : end;
            } else if (++seen > most) {
                return mended.append(text, copied, at).toString();
            } else if (!isTag(at + 1)) {
                at = isXml && repairs < MOST_REPAIRS && isTurned(at) ? turn(at) : escape(at);
            } else if (!isXml || repairs >= MOST_REPAIRS) {
                continue;
            } else if (text.startsWith("<?", at)) {
                at = instruction(at);
            } else if (isNamed(at + 1)) {
                at = mend(at);
            }
        }
        return copied == 0 ? text : mended.append(text, copied, text.length()).toString();
    }

    private boolean isTag(int from) {
        int end = Math.min(text.length(), from + LONGEST_NAME);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '>' || c <= ' ' || c == '!' || c == '?' || c == '/' && i > from) {
                return true;
            }
            if (c == '<') {
                return false;
            }
        }
        return end == text.length();
    }

    /** The parser's time grows with the square of a tag name's length. */
    private int escape(int at) {
        insert(at, "&lt;");
        copied = at + 1;
        return at;
    }

    /** One bit makes a {@code <} of a {@code >}: then a name stands between two of them, and no tag after. */
    private boolean isTurned(int at) {
        int next = text.indexOf('<', at + 1);
        return next + 1 < text.length() && isNamed(at + 1) && Character.isWhitespace(text.charAt(next + 1));
    }

    private int turn(int at) {
        repairs++;
        int next = text.indexOf('<', at + 1);
        insert(next, ">");
        copied = next + 1;
        return next;
    }

    /** Left out when its end is missing, for it would go on to the end of the next one. */
    private int instruction(int at) {
        int next = text.indexOf('<', at + 1);
        int close = text.indexOf("?>", at, next < 0 ? text.length() : next);
        if (close >= 0 || next < 0) {
            return at;
        }
        insert(at, "");
        copied = Math.max(text.indexOf('>', at, next) + 1, at + 2);
        return copied - 1;
    }

    private boolean isNamed(int from) {
        return from < text.length() && (Character.isLetter(text.charAt(from)) || text.charAt(from) == '/');
    }

    /** Walks over the attributes to the end of the tag; a {@code <} among them means that the end is missing. */
    private int mend(int at) {
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c == '<') {
                repairs++;
                insert(i, ">");
                return i - 1;
            }
            i = (c == '"' || c == '\'') && isValue(i) ? behind(i, c) : i + 1;
        }
        return at; // never ends: whatever follows is looked at on its own
    }

    private boolean isValue(int quote) {
        int i = quote - 1;
        while (Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return text.charAt(i) == '=';
    }

    /** Behind the value that begins here; one that holds an end of tag and then a tag was never closed. */
    private int behind(int from, char quote) {
        int close = text.indexOf(quote, from + 1, within(from));
        int limit = close < 0 ? within(from) : close;
        int end = text.indexOf('>', from + 1, limit);
        int next = text.indexOf('<', from + 1, limit);
        if (next > end && end > 0) {
            int last = text.charAt(end - 1) == '/'
                    ? text.substring(from, end - 1).stripTrailing().length() + from
                    : end;
            if (isPlain(from + 1, last)) {
                repairs++;
                insert(last, quote + " ");
                return last;
            }
        }
        return close < 0 ? from + 1 : close + 1;
    }

    private int within(int from) {
        return Math.min(text.length(), from + LONGEST_VALUE);
    }

    /** An address, a type or a number: what such values are, unlike a sentence that has a {@code >} in it. */
    private boolean isPlain(int from, int to) {
        return from <= to && text.substring(from, to).chars().noneMatch(Character::isWhitespace);
    }

    private void insert(int at, String what) {
        mended.append(text, copied, at).append(what);
        copied = at;
    }
}
