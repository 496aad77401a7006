package org.wirebell.ingest.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a page tells the story that a feed announced. Front pages, sign-in forms, consent questions and robot checks come
 * with status 200 too, in any language; what they have in common is that they do not speak of the story.
 */
public final class SameStory {
    /** Of the words of the announcement, this share must stand on the page. */
    private static final double SHARE = 0.4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** Shorter words are found on every page; languages that write them without gaps go by pairs of characters. */
    private static final int LONG_WORD = 4;

    private SameStory() {}

    /** @param announced headline and teaser of the feed; without a word in them, any page will do */
    public static boolean tells(Article article, String announced) {
        var words = words(announced);
        var there = words(article.title() + " " + article.text());
        long found = words.stream().filter(there::contains).count();
        return words.isEmpty() || found >= SHARE * words.size();
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var word = matcher.group();
            if (Script.weight(word) > word.length()) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() >= LONG_WORD) {
                words.add(word);
            }
        }
        return words;
    }
}
