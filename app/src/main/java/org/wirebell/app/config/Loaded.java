package org.wirebell.app.config;

import java.util.List;

/** What came of reading a configuration: the value, or all that is wrong with it. */
public sealed interface Loaded<T> {
    record Good<T>(T value) implements Loaded<T> {}

    record Bad<T>(List<Complaint> complaints) implements Loaded<T> {
        public Bad {
            complaints = List.copyOf(complaints);
        }
    }
}
