package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.access.Secrets;
import org.wirebell.model.Json;

/** Headers on every answer, and what is answered when something goes wrong. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String TRACE = "X-Trace-Id";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private static final Set<String> PAGES =
            Set.of("figures", "stories", "sources", "alerts", "api", "assets", "stream", "feeds", "sign-in");

    private final Site site;
    private final DeskMeters meters;

    Guard(Site site, DeskMeters meters) {
        this.site = site;
        this.meters = meters;
    }

    void serve(RoutesConfig routes) {
        routes.before(ctx -> ctx.header(TRACE, Secrets.id())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Frame-Options", "DENY"));
        routes.after(ctx -> meters.request(page(ctx), ctx.statusCode()));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            Optional.ofNullable(e.getDetails().get("retryAfter")).ifPresent(s -> ctx.header("Retry-After", s));
            answer(ctx, e.getStatus(), e.getMessage() == null ? "" : e.getMessage());
        });
        routes.exception(UnsupportedOperationException.class, (e, ctx) -> answer(ctx, 501, "This is not done here."));
        routes.exception(UncheckedIOException.class, (e, ctx) -> {
            LOG.warn("{}: {} {} could not be done", trace(ctx), ctx.method(), ctx.path(), e);
            answer(ctx, 503, "It could not be written down, so it was not done. Try again.");
        });
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{}: answering {} {} failed", trace(ctx), ctx.method(), ctx.path(), e);
            answer(ctx, 500, "The desk failed to answer; its log says why.");
        });
        routes.error(404, ctx -> {
            if (ctx.attribute("answered") == null) {
                answer(ctx, 404, "There is no such page.");
            }
        });
    }

    private void answer(Context ctx, int status, String said) {
        ctx.attribute("answered", true);
        ctx.status(status);
        if (Set.of("api", "stream", "feeds").contains(page(ctx))
                || !ctx.method().equals(HandlerType.GET)) {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("title", ctx.status().getMessage());
            problem.put("status", status);
            problem.put("error", said);
            problem.put("where", ctx.method().name() + " " + ctx.path());
            problem.put("traceId", trace(ctx));
            ctx.contentType("application/problem+json").result(Json.plain(problem));
        } else {
            site.wrong(ctx, ctx.status().getMessage(), said);
        }
    }

    /** Stands in the answer and in the log. */
    private static String trace(Context ctx) {
        return Optional.ofNullable(ctx.res().getHeader(TRACE)).orElse("");
    }

    /** The first part of the address where it is one of ours, so that the tag stays bounded. */
    private static String page(Context ctx) {
        var path = ctx.path();
        if (path.equals("/")) {
            return "live";
        }
        var first = path.split("/", 3)[1];
        return PAGES.contains(first) ? first : "other";
    }
}
