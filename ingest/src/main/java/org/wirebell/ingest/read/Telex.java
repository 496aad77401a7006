package org.wirebell.ingest.read;

import java.util.regex.Pattern;

/**
 * The framing of telex lines, {@code ZCZC} header … {@code NNNN}, which outlived them: some agencies put it around IPTC
 * 7901, others in place of its control characters. Here it becomes those characters, so that one reader does for both.
 */
final class Telex {
    private static final Pattern START = Pattern.compile("(?m)^[\\x00\\s]*ZCZC\\b[ \\t]*");
    private static final Pattern END = Pattern.compile("(?m)^[ \\t]*NNNN\\b");
    private static final Pattern SLUG = Pattern.compile("\\S*/\\S*|\\S+/.*/");
    private static final Pattern DATE = Pattern.compile("\\d{6}\\s+[A-Z]{1,5}\\s+[A-Za-z]{3,4}\\s+\\d{2,4}");

    /** Stands for a header that is not there: an empty line would be skipped. */
    static final String NO_HEADER = "-";

    private Telex() {}

    /** The text begins with such a frame. */
    static boolean isFramed(String text) {
        return START.matcher(text).lookingAt();
    }

    /** Every frame as a message of IPTC 7901; text without any frame as it is. */
    static String unframed(String text) {
        var start = START.matcher(text);
        if (!start.find()) {
            return text;
        }
        var out = new StringBuilder(text.substring(0, start.start()));
        for (boolean more = true; more; ) {
            int from = start.end();
            more = start.find();
            var frame = text.substring(from, more ? start.start() : text.length());
            var end = END.matcher(frame);
            boolean whole = end.find();
            message(whole ? frame.substring(0, end.start()) : frame, whole, out);
        }
        return out.toString();
    }

    private static void message(String frame, boolean whole, StringBuilder out) {
        if (frame.indexOf('\u0001') >= 0) {
            out.append(frame); // the frame is around a message that has its own
        } else if (frame.indexOf('\u0002') >= 0) {
            out.append('\u0001').append(frame);
        } else {
            var lines = frame.strip().split("\\R");
            int from = TaggedHead.isTagged(lines[0]) ? 0 : 1;
            TaggedHead.read(lines, from)
                    .ifPresentOrElse(
                            head -> {
                                out.append('\u0001')
                                        .append(from == 0 ? NO_HEADER : lines[0])
                                        .append('\n');
                                out.append(head.slug())
                                        .append("\n\u0002")
                                        .append(head.headline())
                                        .append(" =\n\n");
                                out.append(head.text()).append('\n').append(whole ? "\u0003\n" : "");
                            },
                            () -> plain(lines, whole, out));
        }
    }

    /** The header, a slug line if there is one, the text, and most often day, time and month. */
    private static void plain(String[] lines, boolean whole, StringBuilder out) {
        int text = lines.length > 1 && SLUG.matcher(lines[1].strip()).matches() ? 2 : 1;
        int last = lines.length;
        while (last > text && lines[last - 1].isBlank()) {
            last--;
        }
        boolean dated = last > text && DATE.matcher(lines[last - 1].strip()).matches();
        out.append('\u0001')
                .append(String.join("\n", java.util.Arrays.asList(lines).subList(0, Math.min(text, last))));
        out.append("\n\u0002");
        for (int i = text; i < (dated ? last - 1 : last); i++) {
            out.append(lines[i]).append('\n');
        }
        if (whole) {
            out.append('\u0003').append(dated ? lines[last - 1] : "").append('\n');
        }
    }
}
