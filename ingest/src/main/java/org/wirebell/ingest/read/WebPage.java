package org.wirebell.ingest.read;

import java.util.regex.Pattern;

/** What kind of web page stands where a feed should be, as far as its markup tells. */
final class WebPage {
    /** Signs of a page that asks for a proof of being human, as the usual services make them. */
    private static final Pattern BOT_CHECK = Pattern.compile(
            "(?i)<title>\\s*(?:just a moment|attention required|are you (?:a )?(?:human|robot)|access denied)"
                    + "|challenge-platform|cf-chl|captcha|_incapsula_|perimeterx|datadome");

    private static final Pattern SIGN_IN = Pattern.compile("(?i)<input[^>]{0,200}type\\s*=\\s*[\"']?password"
            + "|<title>[^<]{0,100}\\b(?:sign in|log ?in|anmelden|connexion|iniciar sesi[oó]n)\\b");
    /** Signs stand at the top; pages may be long. */
    private static final int LOOKED_AT = 200_000;

    private WebPage() {}

    static String kind(String html) {
        var top = html.substring(0, Math.min(LOOKED_AT, html.length()));
        if (BOT_CHECK.matcher(top).find()) {
            return "a web page with a bot check";
        }
        return SIGN_IN.matcher(top).find() ? "a web page to sign in at" : "a web page";
    }
}
