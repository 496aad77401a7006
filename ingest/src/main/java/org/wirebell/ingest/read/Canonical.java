package org.wirebell.ingest.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A web address without what only says how the reader came by it. Parameters that are not known to be such stay, in their
 * order and spelling, since a site may tell its stories apart by any of them.
 */
final class Canonical {
    private static final Pattern FAMILY =
            Pattern.compile("(utm|mtm|pk|piwik|hsa|oly|vero|ns)_\\w+|at_(medium|campaign|custom\\d|link\\w*)");
    /** Click identifiers and campaign names of advertisers, mailers and counters. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "__s",
            "mkt_tok",
            "xtor",
            "cmpid",
            "ocid",
            "ncid",
            "s_cid",
            "wt_mc",
            "wtmc",
            "wt.mc_id",
            "smid",
            "ftag",
            "trk",
            "sc_cid",
            "_ga",
            "_gl",
            "rss_id");
    /** Names that may well matter, unless their value says that the reader comes from a feed. */
    private static final Set<String> ORIGIN =
            Set.of("ref", "source", "src", "from", "via", "feed", "cid", "cmp", "partner", "emc", "medium", "campaign");

    private static final Pattern A_FEED = Pattern.compile("(?i)(rss|atom|feeds?)(\\d|[-_.]\\w*)*");

    private Canonical() {}

    /** The address without tracking parameters, in its query as in its fragment; anything else comes back as it is. */
    static String link(String link) {
        if (!Links.isWeb(link)) {
            return link;
        }
        int hash = link.indexOf('#');
        var address = hash < 0 ? link : link.substring(0, hash);
        var fragment = hash < 0 ? "" : link.substring(hash + 1);
        int mark = address.indexOf('?');
        var path = mark < 0 ? address : address.substring(0, mark);
        var query = mark < 0 ? "" : address.substring(mark + 1);
        return path + joined(mark < 0, "?", query) + joined(hash < 0, "#", fragment);
    }

    private static String joined(boolean absent, String sign, String parameters) {
        if (absent) {
            return "";
        }
        var kept = Arrays.stream(parameters.split("&", -1))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() && !parameters.isEmpty() ? "" : sign + kept;
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return false; // a bare word is an anchor or a flag of the site's own
        }
        var name = parameter.substring(0, equals).toLowerCase(Locale.ROOT);
        return TRACKING.contains(name)
                || FAMILY.matcher(name).matches()
                || ORIGIN.contains(name)
                        && A_FEED.matcher(parameter.substring(equals + 1)).matches();
    }
}
