package org.wirebell.desk.board;

import java.util.List;
import org.wirebell.model.Alert;

/** An alert in its latest revision, and who was told of it. */
public record Told(Alert alert, List<Delivery> deliveries) {
    public Told {
        deliveries = List.copyOf(deliveries);
    }

    /** Its newest revision is to reach somebody, and not quietly. */
    public boolean aloud() {
        return deliveries.stream()
                .anyMatch(d -> d.kind().isPresent() && d.revision() == alert.revision() && d.goes() && !d.quiet());
    }
}
