package org.wirebell.processor.extract;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebell.model.Item;

/** The country that a source is at home in, as far as its address says. */
final class Home {
    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(c -> c.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    /** Codes of countries that are sold to everybody. */
    private static final Set<String> SOLD =
            Set.of("ai", "am", "cc", "cd", "co", "fm", "gg", "io", "is", "la", "ly", "me", "st", "to", "tv", "ws");

    private Home() {}

    /** ISO 3166-1 code in lower case of the country in the address of the item; empty when there is none. */
    static String of(Item item) {
        var host = host(item.link());
        var last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var code = last.equals("uk") ? "gb" : last;
        return COUNTRIES.contains(code) && !SOLD.contains(code) ? code : "";
    }

    private static String host(String link) {
        try {
            var host = URI.create(link).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException _) {
            return ""; // not an address
        }
    }
}
