package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What a page puts between a program and what it came for. */
final class Obstacle {
    /** What the known guards of sites put into a challenge: scripts, forms and titles. */
    private static final Pattern CHALLENGE = Pattern.compile(
            "cf-chl|challenge-platform|cf_challenge|turnstile|g-recaptcha"
                    + "|hcaptcha|captcha-delivery|datadome|px-captcha|perimeterx|_incapsula_|sucuri_cloudproxy|ddos-guard|awswaf");

    private static final Pattern TITLE = Pattern.compile(
            "^(just a moment|attention required|one more step|are you (a )?(human|robot)"
                    + "|checking your browser|verify(ing)? (that )?you are|security check|access denied|please wait|bot verification)");
    /** A challenge shows hardly any text; an article with a guarded comment form shows much. */
    private static final int MOST_TEXT = 2_000;

    private Obstacle() {}

    static Optional<String> of(Document page) {
        var title = Text.fold(page.title());
        var text = page.text();
        if (TITLE.matcher(title.toLowerCase(Locale.ROOT)).find()
                || text.length() < MOST_TEXT
                        && CHALLENGE
                                .matcher(page.outerHtml().toLowerCase(Locale.ROOT))
                                .find()) {
            return Optional.of("a challenge that lets only browsers through" + quoted(title));
        }
        if (!page.select("input[type=password]").isEmpty() && text.length() < MOST_TEXT) {
            return Optional.of("a sign-in page" + quoted(title));
        }
        return Optional.empty();
    }

    private static String quoted(String title) {
        return title.isEmpty() ? "" : " (\"" + title + "\")";
    }
}
