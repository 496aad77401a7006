package org.wirebell.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Single values of a configuration: how each type is written, and what to call it in a complaint. */
final class Scalars {
    private Scalars() {}

    /** Throws {@link IllegalArgumentException} when the text is no such value. */
    static Object read(String text, Class<?> type) {
        try {
            if (type.isEnum()) {
                return constant(text, type);
            }
            return switch (type.getName()) {
                case "java.lang.String" -> text;
                case "int", "java.lang.Integer" -> Integer.valueOf(text);
                case "long", "java.lang.Long" -> Long.valueOf(text);
                case "double", "java.lang.Double" -> Double.valueOf(text);
                case "boolean", "java.lang.Boolean" -> bool(text);
                case "java.time.Duration" -> Duration.parse(text);
                case "java.time.ZoneId" -> ZoneId.of(text);
                case "java.time.LocalTime" -> LocalTime.parse(text);
                case "java.net.URI" -> URI.create(text);
                case "java.nio.file.Path" -> Path.of(text);
                default -> throw new IllegalStateException("settings of type " + type + " are not known to the binder");
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String name(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Scalars::written)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "a duration such as PT30S or PT5M";
            case "ZoneId" -> "a time zone such as Europe/Paris";
            case "LocalTime" -> "a time of the day such as 23:00";
            case "URI" -> "an address";
            case "Path" -> "a path";
            default -> type.getSimpleName();
        };
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        written(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String written(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
