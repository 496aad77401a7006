package org.wirebell.ingest.edge;

import java.util.Locale;

/** How an enum is written in headers, tags and answers. */
final class Words {
    private Words() {}

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
