package org.wirebell.alerts;

import org.wirebell.alerts.decide.Rule;
import org.wirebell.model.Json;

/** Reads a rule as a person wrote it. */
@FunctionalInterface
public interface RuleReader {
    /** Throws {@link IllegalArgumentException} saying what is wrong and where. */
    Rule read(String text);

    /** JSON alone, with the names of {@link Rule}'s components. */
    static RuleReader json() {
        return text -> Json.read(text, Rule.class);
    }
}
