package org.wirebell.desk.access;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites from acting in a reader's name: what changes something is POST, PUT or DELETE with JSON and a header of
 * ours, which no form can send, and the browser must not say that it came from elsewhere.
 */
final class CrossSite {
    static final String HEADER = "X-Wire";
    private static final Set<HandlerType> HARMLESS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private CrossSite() {}

    static void check(Context ctx, Optional<URI> address, boolean secure) {
        if (HARMLESS.contains(ctx.method())) {
            return;
        }
        if (!"1".equals(ctx.header(HEADER))) {
            throw new ForbiddenResponse("what changes something carries the header " + HEADER + ": 1");
        }
        var site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new ForbiddenResponse("the request came from another site");
        }
        var origin = ctx.header("Origin");
        if (origin != null && !ours(origin, ctx, address, secure)) {
            throw new ForbiddenResponse("the request came from another origin");
        }
        boolean bare = ctx.method() == HandlerType.DELETE && ctx.header("Content-Type") == null;
        var type = Optional.ofNullable(ctx.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        if (!bare && !type.split(";")[0].strip().equals("application/json")) {
            throw new HttpResponseException(415, "the body is to be application/json");
        }
    }

    private static boolean ours(String origin, Context ctx, Optional<URI> address, boolean secure) {
        var here = (secure ? "https://" : "http://") + ctx.header("Host");
        return origin.equalsIgnoreCase(here)
                || address.map(a -> a.getScheme() + "://" + a.getAuthority())
                        .filter(origin::equalsIgnoreCase)
                        .isPresent();
    }
}
