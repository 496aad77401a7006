package org.wirebell.ingest.websub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a publisher says that changes of its feed are told: the hub, and the name of the feed there. Headers stand above the
 * document (W3C WebSub 4).
 */
public record Offer(String hub, String topic) {
    /** One value of a {@code Link} header: the address and its parameters, commas within either not counting as ends. */
    private static final Pattern LINK =
            Pattern.compile("<([^<>]*+)>((?:\\s*+;\\s*+[^\\s=;,]++\\s*+(?:=\\s*+(?:\"[^\"]*+\"|[^\\s\",;]++))?+)*+)");

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^\\s=;,]++)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"|([^\\s\",;]++)))?+");
    /** Longer headers are no honest ones. */
    private static final int MOST_HEADER = 8_192;

    /**
     * The offer of one answer, if it makes one.
     *
     * @param headers the values of its {@code Link} headers
     * @param hubs that the document names, the first being the one that counts
     * @param self what the document calls itself; empty when it does not say
     * @param url that the document came from: its name when nobody says another
     */
    public static Optional<Offer> of(List<String> headers, List<String> hubs, String self, String url) {
        var hub = links(headers, "hub").stream()
                .findFirst()
                .or(() -> hubs.stream().findFirst());
        var topic = links(headers, "self").stream()
                .findFirst()
                .or(() -> Optional.of(self).filter(text -> !text.isEmpty()))
                .orElse(url);
        return hub.flatMap(address -> web(url, address))
                .flatMap(address -> web(url, topic).map(name -> new Offer(address, name)));
    }

    private static List<String> links(List<String> headers, String relation) {
        var found = new ArrayList<String>();
        for (var header : headers) {
            var links = LINK.matcher(header.substring(0, Math.min(MOST_HEADER, header.length())));
            while (links.find()) {
                if (relations(links.group(2)).contains(relation)) {
                    found.add(links.group(1).strip());
                }
            }
        }
        return found;
    }

    /** In lower case; the first {@code rel} counts (RFC 8288 3.3). */
    private static List<String> relations(String parameters) {
        return PARAMETER
                .matcher(parameters)
                .results()
                .filter(found -> found.group(1).equalsIgnoreCase("rel"))
                .findFirst()
                .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
                .map(value -> List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+")))
                .orElse(List.of());
    }

    /** The absolute address, where it is one of the web. */
    private static Optional<String> web(String base, String address) {
        try {
            var absolute = URI.create(base).resolve(address);
            return "http".equalsIgnoreCase(absolute.getScheme()) || "https".equalsIgnoreCase(absolute.getScheme())
                    ? Optional.of(absolute.toString()).filter(_ -> absolute.getHost() != null)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
