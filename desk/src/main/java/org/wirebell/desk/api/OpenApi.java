package org.wirebell.desk.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wirebell.desk.access.Need;
import org.wirebell.model.Json;

/** Routes as an OpenAPI 3.1 document. */
final class OpenApi {
    private static final Pattern PART = Pattern.compile("[{<](\\w+)[}>]");

    private OpenApi() {}

    static String of(String title, List<Doors.Door> doors) {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var door : doors) {
            paths.computeIfAbsent(door.path().replace('<', '{').replace('>', '}'), _ -> new LinkedHashMap<>())
                    .put(door.method().name().toLowerCase(Locale.ROOT), operation(door));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", title, "version", "1"));
        document.put("paths", paths);
        document.put("components", components());
        return Json.plain(document);
    }

    private static Map<String, Object> operation(Doors.Door door) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("summary", door.says());
        operation.put("x-needs", role(door));
        if (door.need() != Need.ANYONE) {
            operation.put(
                    "security", List.of(Map.of("token", List.of(role(door))), Map.of("session", List.of(role(door)))));
        }
        var parameters = new ArrayList<Map<String, Object>>();
        var parts = PART.matcher(door.path());
        while (parts.find()) {
            parameters.add(parameter(parts.group(1), "path", "percent-encoded"));
        }
        boolean asks = door.method() == HandlerType.GET;
        if (asks) {
            door.asks().forEach(a -> parameters.add(parameter(name(a), "query", says(a))));
        } else {
            parameters.add(parameter("X-Wire", "header", "1"));
            operation.put("requestBody", body(door.asks()));
        }
        operation.put("parameters", parameters);
        operation.put(
                "responses",
                Map.of(
                        "200", Map.of("description", "done", "content", Map.of(door.gives(), schema("object", ""))),
                        "default", Map.of("$ref", "#/components/responses/Problem")));
        return operation;
    }

    private static String role(Doors.Door door) {
        return door.need().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> parameter(String name, String in, String says) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", !in.equals("query"));
        parameter.put("description", says);
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    private static Map<String, Object> body(List<String> fields) {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach(f -> properties.put(name(f), Map.of("description", says(f))));
        var schema = new LinkedHashMap<String, Object>(Map.of("type", "object"));
        schema.put("properties", properties);
        return Map.of("content", Map.of(Replies.JSON, Map.of("schema", schema)));
    }

    private static Map<String, Object> components() {
        return Map.of(
                "securitySchemes",
                Map.of(
                        "token", Map.of("type", "http", "scheme", "bearer"),
                        "session", Map.of("type", "apiKey", "in", "cookie", "name", "wirebell")),
                "responses",
                Map.of(
                        "Problem",
                        Map.of(
                                "description",
                                "what went wrong: title, status, error, where, traceId",
                                "content",
                                Map.of("application/problem+json", schema("object", "")))));
    }

    private static Map<String, Object> schema(String type, String says) {
        return Map.of("schema", Map.of("type", type, "description", says));
    }

    private static String name(String field) {
        return field.split(":", 2)[0];
    }

    private static String says(String field) {
        var parts = field.split(":", 2);
        return parts.length == 1 ? "" : parts[1].strip();
    }
}
