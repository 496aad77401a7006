package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A server of the Apprise API with one stored configuration: github.com/caronc/apprise-api. */
final class FakeApprise extends FakeService {
    static final String KEY = "desk-key";

    private static final Set<String> TYPES = Set.of("info", "success", "warning", "failure");
    private static final Set<String> FIELDS = Set.of("title", "body", "type", "format", "tag");

    final List<String> shown = new ArrayList<>();

    @Override
    synchronized Answer answer(Asked asked) {
        if (!asked.path().equals("/notify/" + KEY)) {
            return new Answer(204, "");
        }
        var json = asked.json();
        mustHold(FIELDS.containsAll(json.keySet()), "fields " + json.keySet());
        mustHold(!json.get("body").toString().isBlank(), "no body");
        mustHold(TYPES.contains(json.get("type")), "type " + json.get("type"));
        var text = json.get("title") + "\n" + json.get("body");
        mustHold(!text.contains("@everyone") && !text.contains("<!channel>"), "calls people: " + text);
        shown.add(json.get("type") + " " + json.get("title"));
        return new Answer(200, "");
    }
}
