package org.wirebell.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.wirebell.ingest.read.Html;

/** The paragraphs of an article, without its headline, repeats, and the labels and names at its end. */
final class Blocks {
    /** A paragraph at the end that is shorter and no sentence is a label. */
    private static final int LABEL = 80;

    /** A paragraph that begins with so many characters of an earlier one repeats it. */
    private static final int BEGINNING = 250;

    /** What a page tells machines: an address, a time. */
    private static final Pattern MACHINE = Pattern.compile("https?://\\S+|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\S*");

    private Blocks() {}

    static String text(Element root, String title) {
        var blocks = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var block : Html.paragraphs(root)) {
            if (!block.equalsIgnoreCase(title) && !MACHINE.matcher(block).matches() && seen.add(beginning(block))) {
                blocks.add(block);
            }
        }
        while (!blocks.isEmpty() && isLabel(blocks.getLast())) {
            blocks.removeLast();
        }
        return String.join("\n\n", blocks);
    }

    private static String beginning(String block) {
        return block.substring(0, Math.min(BEGINNING, block.length()));
    }

    private static boolean isLabel(String block) {
        return Script.weight(block) < LABEL && !Script.isSentence(block);
    }
}
