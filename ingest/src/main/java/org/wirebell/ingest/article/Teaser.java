package org.wirebell.ingest.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Item;

/** Decides which items carry no more than a teaser, so that their page is worth asking for. */
public final class Teaser {
    /** In Latin letters' worth: three or four paragraphs. What feeds give as a teaser is nearly always shorter. */
    private static final int SHORT = 600;
    /** A longer text that breaks off is still worth more than another visit to the publisher. */
    private static final int LONG = 3_000;

    private static final Pattern BREAKS_OFF = Pattern.compile("(?:…|\\.{3}|\\[\\.{3}]|\\[…])[\\s)»\"]*$");
    /** "Read more", at the end of a teaser, as newsrooms of ten languages write it. */
    private static final Pattern READ_MORE = Pattern.compile(
            "(?:read (?:more|on)|continue reading|full story|lire la suite|en savoir plus|leer más|seguir leyendo"
                    + "|weiterlesen|mehr lesen|leggi tutto|leia mais|devamını oku|читать (?:далее|дальше|полностью)"
                    + "|читати далі|اقرأ المزيد|المزيد|ادامه مطلب|קרא עוד|להמשך קריאה)[\\s.…:»>→]*$");
    /** As much of the end as the longest of these needs. */
    private static final int END = 60;

    private Teaser() {}

    /**
     * Where the rest of the item is to be read; empty when it is whole, has no page of its own, was taken back, or is old:
     * back-fill rings no bell, and asking for it all at once would be rude.
     */
    public static Optional<URI> rest(Item item) {
        return item.backfill() || item.killed() || item.held() || !isTeaser(item.text())
                ? Optional.empty()
                : page(item.more().getOrDefault("canonicalLink", item.link()).toString());
    }

    static boolean isTeaser(String text) {
        int weight = Script.weight(text);
        return weight < SHORT || weight < LONG && breaksOff(text);
    }

    private static boolean breaksOff(String text) {
        var end = text.substring(Math.max(0, text.length() - END)).toLowerCase(Locale.ROOT);
        return BREAKS_OFF.matcher(end).find() || READ_MORE.matcher(end).find();
    }

    /** The front page of a site is no item's own. */
    private static Optional<URI> page(String link) {
        try {
            var page = new URI(link);
            boolean web = "https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme());
            boolean own = page.getRawPath() != null && page.getRawPath().length() > 1 || page.getRawQuery() != null;
            return web && own && page.getHost() != null ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
