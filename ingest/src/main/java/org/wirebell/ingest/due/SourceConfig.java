package org.wirebell.ingest.due;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One feed that is polled.
 *
 * @param name for people; the source id when absent
 * @param every how often; overrides what the feed itself asks for in {@code ttl}. Absent: {@link Pace#every}
 * @param language of items that declare none
 * @param zone of dates that carry none
 * @param tier 1 (a desk relies on it) to 3 (nice to have); 2 when absent
 * @param articles where an item carries a teaser only, its text is taken from the page that it links to; not when absent
 * @param headersEnv request header name to the name of the environment variable that holds its value
 */
public record SourceConfig(
        URI url,
        Optional<String> name,
        Optional<Duration> every,
        Optional<String> language,
        Optional<ZoneId> zone,
        Optional<Integer> tier,
        Optional<Boolean> articles,
        Map<String, String> headersEnv) {
    public SourceConfig {
        var scheme = url.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("url must start with http:// or https://, was " + url);
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url must name a host, was " + url);
        }
        every.ifPresent(wait -> atLeast("every", wait, Duration.ofMillis(1)));
        tier.ifPresent(SourceConfig::checkTier);
        headersEnv = Map.copyOf(headersEnv);
    }

    /** A feed whose teasers are left as they are. */
    public SourceConfig(
            URI url,
            Optional<String> name,
            Optional<Duration> every,
            Optional<String> language,
            Optional<ZoneId> zone,
            Optional<Integer> tier,
            Map<String, String> headersEnv) {
        this(url, name, every, language, zone, tier, Optional.empty(), headersEnv);
    }

    /** A feed with nothing but an address. */
    public static SourceConfig of(URI url) {
        return new SourceConfig(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** As this, polled so often. */
    public SourceConfig polled(Duration often) {
        return new SourceConfig(url, name, Optional.of(often), language, zone, tier, articles, headersEnv);
    }

    static void atLeast(String setting, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(setting + " must be at least " + least + ", was " + value);
        }
    }

    private static void checkTier(int tier) {
        if (tier < 1 || tier > 3) {
            throw new IllegalArgumentException("tier must be 1, 2 or 3, was " + tier);
        }
    }
}
