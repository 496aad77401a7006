package org.wirebell.alerts.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Events API v2 of PagerDuty, with one service: developer.pagerduty.com. */
final class FakePagerDuty extends FakeService {
    static final String KEY = "R0INVENTED";

    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");

    /** What the person on call sees: each incident with its events; a resolved key begins anew. */
    final Map<String, String> incidents = new LinkedHashMap<>();

    @Override
    synchronized Answer answer(Asked asked) {
        var json = asked.json();
        mustHold(asked.path().equals("/v2/enqueue"), "path " + asked.path());
        mustHold(asked.body().length <= 512 * 1_024, asked.body().length + " bytes");
        if (!json.get("routing_key").equals(KEY)) {
            return Answer.json(400, "status", "invalid event", "message", "Event object is invalid");
        }
        var key = json.get("dedup_key").toString();
        atMost("dedup_key", key, 255);
        switch (json.get("event_action").toString()) {
            case "trigger" -> {
                atMost("summary", in(json, "payload", "summary"), 1_024);
                mustHold(!in(json, "payload", "source").toString().isBlank(), "no source");
                var severity = in(json, "payload", "severity").toString();
                mustHold(SEVERITIES.contains(severity), "severity " + severity);
                incidents.merge(key, severity, (open, _) -> open.startsWith("resolved") ? severity : open + "+");
            }
            case "acknowledge" ->
                incidents.computeIfPresent(key, (_, open) -> open.startsWith("resolved") ? open : "seen " + open);
            case "resolve" -> incidents.computeIfPresent(key, (_, open) -> "resolved " + open);
            default -> violations.add("action " + json.get("event_action"));
        }
        return Answer.json(202, "status", "success", "message", "Event processed", "dedup_key", key);
    }
}
