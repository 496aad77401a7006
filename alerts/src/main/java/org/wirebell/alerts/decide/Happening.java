package org.wirebell.alerts.decide;

import java.util.Optional;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;

/** What a rule may answer to. */
public sealed interface Happening {
    /** An item came, with what was read from it. */
    record Found(Finding finding) implements Happening {}

    /** A series changed. */
    record Changed(Update update) implements Happening {}

    /** The item behind it, where it travels along. */
    default Optional<Finding> cause() {
        return switch (this) {
            case Found found -> Optional.of(found.finding());
            case Changed changed -> changed.update().cause();
        };
    }
}
