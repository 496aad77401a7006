package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;

/** Takes CAP 1.2 messages by HTTP, as systems of warning do. */
final class FakeWarnings extends FakeService {
    static final String TOKEN = "cap-token";

    final List<String> messages = new ArrayList<>();

    @Override
    synchronized Answer answer(Asked asked) {
        if (!asked.header("Authorization").equals("Bearer " + TOKEN)) {
            return new Answer(401, "who are you?");
        }
        mustHold(asked.header("Content-Type").equals("application/cap+xml"), asked.header("Content-Type"));
        CapSchema.fault(asked.text()).ifPresent(violations::add);
        mustHold(asked.text().contains("<scope>Restricted</scope>"), "scope");
        mustHold(!asked.text().contains("<certainty>Observed</certainty>"), "claims to have seen it");
        messages.add(asked.text());
        return new Answer(201, "");
    }
}
