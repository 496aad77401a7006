package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What kind of event of a series is which category of CAP: {@code cap-categories.properties}. */
final class CapCategories {
    static final String OTHER = "Other";

    private static final Properties CATEGORIES = load();

    private CapCategories() {}

    static String of(String event) {
        return CATEGORIES.getProperty(event, OTHER);
    }

    private static Properties load() {
        var categories = new Properties();
        try (var file = CapCategories.class.getResourceAsStream("cap-categories.properties")) {
            categories.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return categories;
        } catch (IOException e) {
            throw new IllegalStateException("cap-categories.properties is part of this jar and must be readable", e);
        }
    }
}
