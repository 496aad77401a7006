package org.wirebell.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.wirebell.model.Json;

/** Routes that write down what the page asks of them. */
final class FakeApi implements Consumer<JavalinConfig> {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile int status = 201;

    @Override
    public void accept(JavalinConfig config) {
        config.routes.post("/api/<path>", this::answer);
        config.routes.put("/api/<path>", this::answer);
        config.routes.delete("/api/<path>", this::answer);
    }

    private void answer(Context ctx) {
        var what = ctx.method() + " " + ctx.path() + " " + ctx.header("X-Wire");
        asked.add(ctx.body().isEmpty() ? what : what + " " + Json.plain(Json.map(ctx.body())));
        ctx.status(status).contentType("application/json");
        ctx.result(Json.plain(status < 400 ? Map.of("sent", true, "said", "250 ok") : Map.of("error", "not yours")));
    }
}
