package org.wirebell.desk.access;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request came from. What a proxy says of it is believed only from the proxies that are configured.
 *
 * @param address of the browser or program
 * @param secure it came over https
 * @param proxied by a proxy that is believed
 */
record Client(String address, boolean secure, boolean proxied) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");

    static Client of(Context ctx, List<String> proxies) {
        var peer = ctx.req().getRemoteAddr();
        if (!proxies.contains(peer)) {
            return new Client(peer, ctx.req().isSecure(), false);
        }
        var hops =
                Optional.ofNullable(ctx.header("X-Forwarded-For")).orElse(peer).split(",");
        var nearest = hops[hops.length - 1].strip(); // what stands before it, anybody may have written
        return new Client(nearest, "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto")), true);
    }

    /** The request was made to this machine by name and by no proxy: not by a page that had its own name point here. */
    static boolean toLoopback(Context ctx) {
        var host = Optional.ofNullable(ctx.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        var name = host.replaceFirst(":\\d+$", "");
        return LOOPBACK.contains(name) && FORWARDED.stream().noneMatch(h -> ctx.header(h) != null);
    }
}
