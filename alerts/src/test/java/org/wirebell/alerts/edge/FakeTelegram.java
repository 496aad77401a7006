package org.wirebell.alerts.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The Bot API of Telegram, with one chat: core.telegram.org/bots/api, sendMessage and editMessageText. */
final class FakeTelegram extends FakeService {
    static final String TOKEN = "12345:invented";
    static final String CHAT = "-100200";

    /** What Telegram turns into a mention by itself. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_])@[A-Za-z][A-Za-z0-9_]{3,}");

    record Message(String text, String replyTo, boolean silent) {}

    final Map<String, Message> messages = new LinkedHashMap<>();
    private int next = 7;

    @Override
    synchronized Answer answer(Asked asked) {
        if (!asked.path().startsWith("/bot" + TOKEN + "/")) {
            return Answer.json(401, "ok", false, "error_code", 401, "description", "Unauthorized");
        }
        var json = asked.json();
        if (!json.get("chat_id").equals(CHAT)) {
            return error("Bad Request: chat not found");
        }
        var text = json.get("text").toString();
        if (text.isBlank() || text.length() > 4_096) {
            violations.add("text has " + text.length() + " units");
            return error("Bad Request: message is too long");
        }
        mustHold(!json.containsKey("parse_mode"), "a parse mode");
        MENTION.matcher(text).results().forEach(mention -> violations.add("mention " + mention.group()));
        return asked.path().endsWith("/sendMessage") ? send(json, text) : edit(json, text);
    }

    private Answer send(Map<String, Object> json, String text) {
        var reply = json.containsKey("reply_parameters")
                ? in(json, "reply_parameters", "message_id").toString()
                : "";
        var id = Integer.toString(next++);
        messages.put(id, new Message(text, reply, Boolean.TRUE.equals(json.get("disable_notification"))));
        return ok(id);
    }

    private Answer edit(Map<String, Object> json, String text) {
        var id = json.get("message_id").toString();
        var old = messages.get(id);
        if (old == null) {
            return error("Bad Request: message to edit not found");
        }
        if (old.text().equals(text)) {
            return error("Bad Request: message is not modified: specified new message content is the same");
        }
        messages.put(id, new Message(text, old.replyTo(), old.silent()));
        return ok(id);
    }

    private static Answer ok(String id) {
        return Answer.json(200, "ok", true, "result", Fields.of("message_id", Integer.valueOf(id)));
    }

    private static Answer error(String description) {
        return Answer.json(400, "ok", false, "error_code", 400, "description", description);
    }
}
