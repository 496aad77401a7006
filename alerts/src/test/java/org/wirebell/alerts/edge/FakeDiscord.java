package org.wirebell.alerts.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A webhook of Discord: docs.discord.com, Execute Webhook and Edit Webhook Message. */
final class FakeDiscord extends FakeService {
    static final String PATH = "/api/webhooks/1/invented";

    private static final Pattern MARKDOWN = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*[*_~`|\\[\\]<>@]");

    final Map<String, String> messages = new LinkedHashMap<>();
    private int next = 900;

    @Override
    synchronized Answer answer(Asked asked) {
        var json = asked.json();
        if (!asked.path().startsWith(PATH)) {
            return new Answer(404, "{\"message\": \"Unknown Webhook\", \"code\": 10015}");
        }
        look(json);
        if (asked.method().equals("POST") && asked.path().equals(PATH)) {
            if (!asked.query().equals("wait=true")) {
                return new Answer(204, "");
            }
            var id = Integer.toString(next++);
            messages.put(id, json.get("content").toString());
            return Answer.json(200, "id", id, "content", json.get("content"));
        }
        var id = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        mustHold(asked.method().equals("PATCH"), "method " + asked.method());
        if (!messages.containsKey(id)) {
            return new Answer(404, "{\"message\": \"Unknown Message\", \"code\": 10008}");
        }
        messages.put(id, json.get("content").toString());
        return Answer.json(200, "id", id);
    }

    private void look(Map<String, Object> json) {
        atMost("content", json.get("content"), 2_000);
        text(json.get("content"));
        mustHold(in(json, "allowed_mentions", "parse").equals(List.of()), "mentions are allowed");
        var embeds = (List<?>) json.get("embeds");
        mustHold(embeds.size() <= 10, embeds.size() + " embeds");
        int all = 0;
        for (var embed : embeds) {
            atMost("title", in(embed, "title"), 256);
            atMost("description", in(embed, "description"), 4_096);
            text(in(embed, "title"));
            text(in(embed, "description"));
            all += in(embed, "title").toString().length()
                    + in(embed, "description").toString().length();
        }
        mustHold(all <= 6_000, all + " units in all embeds");
    }

    private void text(Object text) {
        mustHold(!text.toString().isBlank(), "an empty text");
        MARKDOWN.matcher(text.toString())
                .results()
                .findFirst()
                .ifPresent(mark -> violations.add("bare " + mark.group() + " in " + text));
    }
}
