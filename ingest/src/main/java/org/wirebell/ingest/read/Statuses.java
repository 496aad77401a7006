package org.wirebell.ingest.read;

import java.util.Locale;
import org.wirebell.model.Item.Status;

/** The publication status, in the spellings of all formats. */
final class Statuses {
    private Statuses() {}

    static Status of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "canceled", "cancelled", "killed", "kill", "deleted", "withdrawn", "cancel" -> Status.CANCELED;
            case "withheld", "hold", "held" -> Status.WITHHELD;
            default -> Status.USABLE;
        };
    }
}
