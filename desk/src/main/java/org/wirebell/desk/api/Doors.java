package org.wirebell.desk.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.wirebell.desk.access.Need;

/** The routes of the API, each with what it needs and what it is for: {@code /openapi.json} is written from the same list. */
public final class Doors {
    private final RoutesConfig routes;
    private final List<Door> all = new ArrayList<>();

    /**
     * @param path as Javalin writes it: {@code <key>} may hold slashes
     * @param asks fields of the body, or of the query of a GET, each as {@code name: what it is}
     * @param gives media type of the answer
     */
    record Door(HandlerType method, String path, Need need, String says, List<String> asks, String gives) {}

    public Doors(RoutesConfig routes) {
        this.routes = routes;
    }

    public void get(String path, Need need, String says, Handler handler, String... query) {
        add(HandlerType.GET, path, need, says, Replies.JSON, handler, query);
    }

    /** As {@link #get}, for an answer that is no JSON. */
    public void gives(String type, String path, Need need, String says, Handler handler, String... query) {
        add(HandlerType.GET, path, need, says, type, handler, query);
    }

    public void post(String path, Need need, String says, Handler handler, String... body) {
        add(HandlerType.POST, path, need, says, Replies.JSON, handler, body);
    }

    public void put(String path, Need need, String says, Handler handler, String... body) {
        add(HandlerType.PUT, path, need, says, Replies.JSON, handler, body);
    }

    public void delete(String path, Need need, String says, Handler handler, String... body) {
        add(HandlerType.DELETE, path, need, says, Replies.JSON, handler, body);
    }

    /** Opens the description of all routes, this one too. */
    public void describe(String title) {
        var description = new ArrayList<String>();
        get("/openapi.json", Need.VIEWER, "This description.", ctx -> Replies.send(ctx, description.getFirst()));
        description.add(OpenApi.of(title, all));
    }

    private void add(
            HandlerType method, String path, Need need, String says, String type, Handler handler, String... fields) {
        all.add(new Door(method, path, need, says, List.of(fields), type));
        routes.addHttpHandler(method, path, handler, need);
    }
}
