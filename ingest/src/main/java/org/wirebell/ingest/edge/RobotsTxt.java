package org.wirebell.ingest.edge;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web;

/**
 * What sites ask of robots (RFC 9309), remembered for a day. A site without the file, as one that refuses it, may be asked
 * for anything; one that fails to answer, for nothing.
 */
final class RobotsTxt {
    private static final Duration KEPT = Duration.ofHours(24);
    /** How long a failure to get the file counts. */
    private static final Duration FAILED = Duration.ofHours(1);
    /** RFC 9309, 2.5: at least this much of a file is read. */
    private static final int MOST_BYTES = 512 * 1024;
    /** Items may link to ever new hosts. */
    private static final int MOST_SITES = 5_000;
    /** The product token of a user agent consists of these. */
    private static final Pattern TOKEN = Pattern.compile("^[A-Za-z_-]+");

    private final ConcurrentMap<String, Site> sites = new ConcurrentHashMap<>();
    private final Web web;
    private final InstantSource clock;
    private final Set<String> names;

    RobotsTxt(Web web, String userAgent, InstantSource clock) {
        this.web = web;
        this.clock = clock;
        var token = TOKEN.matcher(userAgent);
        this.names = Set.of(token.find() ? token.group().toLowerCase(Locale.ROOT) : "wirebell");
    }

    /** Whether a page may be asked for, and after how long, where the site asks for a pause between two visits. */
    sealed interface Answer {
        record Open(Duration pause) implements Answer {}

        record Closed(String why) implements Answer {}
    }

    /** @param patience a longer pause is not waited for */
    Answer ask(URI page, Duration patience) throws InterruptedException {
        var site = site(page);
        if (!site.rules.isAllowed(page.toString())) {
            return new Answer.Closed(site.why);
        }
        var pause = site.pause(clock.instant(), patience);
        return pause.compareTo(patience) > 0
                ? new Answer.Closed("robots.txt asks for a pause of another " + pause)
                : new Answer.Open(pause);
    }

    private Site site(URI page) throws InterruptedException {
        var key = page.getScheme().toLowerCase(Locale.ROOT) + "://"
                + page.getRawAuthority().toLowerCase(Locale.ROOT);
        var known = sites.get(key);
        if (known != null && clock.instant().isBefore(known.until)) {
            return known;
        }
        if (sites.size() >= MOST_SITES) {
            sites.clear();
        }
        var site = fetch(URI.create(key + "/robots.txt"));
        sites.put(key, site);
        return site;
    }

    private Site fetch(URI url) throws InterruptedException {
        var now = clock.instant();
        return switch (web.get(Web.Ask.plainText(url))) {
            case Web.Reply.Fresh fresh ->
                new Site(rules(url, fresh), now.plus(KEPT), "robots.txt asks not to fetch this page");
            case Web.Reply.NotModified _ -> unreachable(now, "answered \"not modified\"");
            case Web.Reply.Failed(var why, var detail, var retryAfter, var _) ->
                why == Why.GONE || why == Why.HTTP_4XX && retryAfter.isZero()
                        ? new Site(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(KEPT), "")
                        : unreachable(now, detail);
        };
    }

    private static Site unreachable(Instant now, String detail) {
        return new Site(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                now.plus(FAILED),
                "robots.txt can't be had: " + detail);
    }

    private BaseRobotRules rules(URI url, Web.Reply.Fresh fresh) {
        var body = fresh.body().length > MOST_BYTES ? Arrays.copyOf(fresh.body(), MOST_BYTES) : fresh.body();
        return new SimpleRobotRulesParser().parseContent(url.toString(), body, fresh.contentType(), names);
    }

    private static final class Site {
        private final BaseRobotRules rules;
        private final Instant until;
        private final String why;
        private Instant next = Instant.MIN;

        Site(BaseRobotRules rules, Instant until, String why) {
            this.rules = rules;
            this.until = until;
            this.why = why;
        }

        /** How long to wait now; when that is within the patience, whoever asks next waits longer by the delay. */
        synchronized Duration pause(Instant now, Duration patience) {
            var pause = next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
            if (rules.getCrawlDelay() > 0 && pause.compareTo(patience) <= 0) {
                next = now.plus(pause).plusMillis(rules.getCrawlDelay());
            }
            return pause;
        }
    }
}
