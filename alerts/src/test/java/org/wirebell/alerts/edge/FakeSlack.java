package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Slack with one channel: its Web API (chat.postMessage, chat.update) and an incoming webhook; docs.slack.dev. */
final class FakeSlack extends FakeService {
    static final String TOKEN = "xoxb-1-invented";
    static final String CHANNEL = "C0INVENTED";

    private static final Pattern CALL = Pattern.compile("<(!(?:channel|here|everyone)[^>]*|@[^>]*|#[^>]*)>");
    /** Not documented, but found by people: longer messages are refused. */
    private static final int ALL_BLOCKS = 13_200;

    record Message(String text, String thread, boolean broadcast) {}

    final Map<String, Message> messages = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    private int next = 1;

    @Override
    synchronized Answer answer(Asked asked) {
        var json = asked.json();
        if (asked.path().startsWith("/services/")) {
            look(json);
            return new Answer(200, "ok");
        }
        if (!asked.header("Authorization").equals("Bearer " + TOKEN)) {
            return error("invalid_auth");
        }
        if (!json.get("channel").equals(CHANNEL)) {
            return error("channel_not_found");
        }
        mustHold(asked.header("Content-Type").startsWith("application/json"), "not JSON by its type");
        look(json);
        return switch (asked.path()) {
            case "/api/chat.postMessage" -> post(json);
            case "/api/chat.update" -> update(json);
            default -> error("unknown_method");
        };
    }

    private Answer post(Map<String, Object> json) {
        var ts = "1740808800.%06d".formatted(next++);
        var thread = String.valueOf(json.getOrDefault("thread_ts", ""));
        mustHold(thread.isEmpty() || messages.containsKey(thread), "thread " + thread + " is not there");
        messages.put(ts, new Message(headline(json), thread, Boolean.TRUE.equals(json.get("reply_broadcast"))));
        return ok(ts, json);
    }

    private Answer update(Map<String, Object> json) {
        var ts = String.valueOf(json.get("ts"));
        if (!messages.containsKey(ts)) {
            return error("message_not_found");
        }
        messages.computeIfPresent(ts, (_, old) -> new Message(headline(json), old.thread(), old.broadcast()));
        return ok(ts, json);
    }

    private static Answer ok(String ts, Map<String, Object> json) {
        return Answer.json(200, "ok", true, "channel", CHANNEL, "ts", ts, "message", json);
    }

    private static Answer error(String error) {
        return Answer.json(200, "ok", false, "error", error);
    }

    private static String headline(Map<String, Object> json) {
        return in(json, "blocks", 0, "text", "text").toString();
    }

    private void look(Map<String, Object> json) {
        var blocks = (List<?>) json.get("blocks");
        mustHold(!blocks.isEmpty() && blocks.size() <= 50, blocks.size() + " blocks");
        int all = 0;
        for (var block : blocks) {
            for (var text : texts(block)) {
                int limit = in(block, "type").equals("header") ? 150 : 3_000;
                atMost("a text", text, limit);
                mustHold(!text.isEmpty(), "an empty text");
                mustHold(!text.replaceAll("&(amp|lt|gt);", "").contains("&"), "a bare ampersand");
                CALL.matcher(text).results().forEach(call -> calls.add(call.group(1)));
                all += text.length();
            }
        }
        mustHold(all <= ALL_BLOCKS, all + " units in all blocks");
        mustHold(Boolean.FALSE.equals(json.get("link_names")), "names are linked");
        CALL.matcher(json.get("text").toString()).results().forEach(call -> calls.add(call.group(1)));
    }

    private static List<String> texts(Object block) {
        return switch (in(block, "type").toString()) {
            case "header", "section" -> List.of(in(block, "text", "text").toString());
            case "context" ->
                ((List<?>) in(block, "elements"))
                        .stream().map(it -> in(it, "text").toString()).toList();
            default -> throw new IllegalArgumentException("block " + in(block, "type"));
        };
    }
}
