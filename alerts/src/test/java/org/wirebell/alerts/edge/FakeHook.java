package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An endpoint by Standard Webhooks 1.0.0 that checks what it is sent. */
final class FakeHook extends FakeService {
    static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    final List<String> types = new ArrayList<>();

    @Override
    synchronized Answer answer(Asked asked) {
        mustHold(asked.body().length <= 20_000, asked.body().length + " bytes");
        long timestamp = Long.parseLong(asked.header("webhook-timestamp"));
        var signature = WebhookSecret.parse(SECRET).signature(asked.header("webhook-id"), timestamp, asked.body());
        mustHold(asked.header("webhook-signature").equals(signature), "the signature does not fit");
        var type = asked.json().get("type").toString();
        mustHold(type.matches("[a-z]+(\\.[a-z]+)+"), "type " + type);
        types.add(type);
        return new Answer(204, "");
    }
}
