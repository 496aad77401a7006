package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Json;

/** The JSON object that a request carries; what is not as asked is answered with 400 and the name of the field. */
record Body(Map<String, Object> fields) {
    static Body of(Context ctx) {
        var text = ctx.body();
        try {
            return new Body(text.isBlank() ? Map.of() : Json.map(text));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("the body is not a JSON object");
        }
    }

    /** Empty where it is absent. */
    String text(String name) {
        return switch (fields.get(name)) {
            case null -> "";
            case String s -> s.strip();
            default -> throw new BadRequestResponse(name + " must be a text");
        };
    }

    String needed(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw new BadRequestResponse(name + " is missing");
        }
        return text;
    }

    /** As it was written, with its spaces. */
    String secret(String name) {
        needed(name);
        return (String) fields.getOrDefault(name, "");
    }

    Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(t -> !t.isEmpty());
    }

    List<String> texts(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).toList();
            default -> throw new BadRequestResponse(name + " must be a list of texts");
        };
    }

    List<Body> objects(String name) {
        if (!(fields.get(name) instanceof List<?> list)) {
            throw new BadRequestResponse(name + " must be a list of objects");
        }
        return list.stream()
                .map(each -> {
                    if (!(each instanceof Map<?, ?> map)) {
                        throw new BadRequestResponse(name + " must be a list of objects");
                    }
                    var copy = new LinkedHashMap<String, Object>();
                    map.forEach((k, v) -> {
                        if (v != null) {
                            copy.put(String.valueOf(k), v);
                        }
                    });
                    return new Body(copy);
                })
                .toList();
    }

    int number(String name, int otherwise) {
        return switch (fields.get(name)) {
            case null -> otherwise;
            case Integer n -> n;
            default -> throw new BadRequestResponse(name + " must be a whole number");
        };
    }

    boolean flag(String name) {
        return switch (fields.get(name)) {
            case null -> false;
            case Boolean b -> b;
            default -> throw new BadRequestResponse(name + " must be true or false");
        };
    }

    Optional<Instant> instant(String name) {
        try {
            return optional(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse(name + " must be an instant such as 2026-03-01T06:00:00Z");
        }
    }

    Optional<Duration> duration(String name) {
        try {
            return optional(name).map(Duration::parse);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse(name + " must be a duration such as PT2H");
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        var word = needed(name);
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(name + " must be one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                                    .toList()));
        }
    }
}
