package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An ntfy server with one topic: docs.ntfy.sh/publish. */
final class FakeNtfy extends FakeService {
    static final String TOKEN = "tk_invented";
    static final String TOPIC = "desk-7f3a";

    private static final Set<String> FIELDS =
            Set.of("topic", "title", "message", "priority", "tags", "click", "sequence_id");

    /** What is on the screen: one message for each sequence, with its priority in front. */
    final Map<String, String> screen = new LinkedHashMap<>();

    @Override
    synchronized Answer answer(Asked asked) {
        if (!asked.header("Authorization").equals("Bearer " + TOKEN)) {
            return Answer.json(403, "code", 40301, "http", 403, "error", "forbidden");
        }
        var json = asked.json();
        mustHold(asked.path().equals("/"), "path " + asked.path());
        mustHold(FIELDS.containsAll(json.keySet()), "fields " + json.keySet());
        mustHold(json.get("topic").equals(TOPIC), "topic " + json.get("topic"));
        int bytes = json.get("message").toString().getBytes(StandardCharsets.UTF_8).length;
        mustHold(bytes > 0 && bytes <= 4_096, "message has " + bytes + " bytes");
        atMost("title", json.get("title"), 250);
        int priority = (Integer) json.get("priority");
        mustHold(priority >= 1 && priority <= 5, "priority " + priority);
        var sequence = json.get("sequence_id").toString();
        mustHold(sequence.matches("[-_A-Za-z0-9]{1,64}"), "sequence " + sequence);
        mustHold(asked.header("X-Sequence-ID").equals(sequence), "sequence in header and body differ");
        screen.put(sequence, priority + " " + json.get("title"));
        return Answer.json(200, "id", "m1", "event", "message", "topic", TOPIC);
    }
}
