package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.access.Need;
import org.wirebell.model.Ids;

/** The files of the page, from the jar. There are few: they are held in memory, and revalidated by the browser. */
final class Assets {
    private static final List<String> NAMES = List.of(
            "desk.css",
            "desk.js",
            "live.js",
            "again.js",
            "say.js",
            "tree.js",
            "times.js",
            "keys.js",
            "theme.js",
            "ask.js",
            "deeds.js",
            "bells.js",
            "records.js",
            "rules.js",
            "sign-in.js",
            "bell.svg");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private record File(String type, byte[] bytes, String tag) {}

    private final Map<String, File> files = new LinkedHashMap<>();

    Assets() {
        for (var name : NAMES) {
            var bytes = bytes(name);
            var type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            files.put(
                    name,
                    new File(type.orElseThrow(), bytes, '"' + Ids.hash(bytes).substring(0, 20) + '"'));
        }
    }

    void serve(RoutesConfig routes) {
        files.forEach((name, file) -> routes.get("/assets/" + name, ctx -> answer(ctx, file), Need.ANYONE));
    }

    private static void answer(Context ctx, File file) {
        ctx.header("ETag", file.tag()).header("Cache-Control", "no-cache");
        var known = ctx.header("If-None-Match");
        if (known != null && known.contains(file.tag())) {
            ctx.status(304);
            return;
        }
        ctx.contentType(file.type()).result(file.bytes());
    }

    private static byte[] bytes(String name) {
        try (var in = Assets.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks assets/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading assets/" + name + " from the jar", e);
        }
    }
}
