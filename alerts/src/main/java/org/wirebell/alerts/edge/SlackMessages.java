package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * A channel of Slack by its Web API ({@code chat.postMessage}, {@code chat.update}; docs.slack.dev). Slack says with status 200
 * that something went wrong. A handle is {@code channel/ts}.
 */
final class SlackMessages implements InPlace.Messages {
    static final HttpUrl API = HttpUrl.get("https://slack.com/api/");
    private static final Set<String> LATER = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");
    private static final Set<String> OFF =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "is_archived");
    private static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "block_mismatch");

    private final HttpUrl api;
    private final Secret token;
    private final String channel;
    private final SlackMessage layout;
    private final Duration timeout;
    private final Post post;

    SlackMessages(HttpUrl api, Secret token, String channel, SlackMessage layout, Duration timeout, Post post) {
        this.api = api;
        this.token = token;
        this.channel = channel;
        this.layout = layout;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery post(Notice notice, Optional<String> under) throws InterruptedException {
        var message = layout.of(notice);
        message.put("channel", channel);
        under.ifPresent(handle -> {
            message.put("thread_ts", handle.substring(handle.indexOf('/') + 1));
            message.put("reply_broadcast", seenByAll(notice));
        });
        return send("chat.postMessage", message);
    }

    /** What takes back or amends is shown in the channel too, not in the thread alone. */
    private static boolean seenByAll(Notice notice) {
        return Fallback.follows(notice) || notice.kind() == Notice.Kind.ESCALATE;
    }

    @Override
    public Delivery change(String handle, Notice notice) throws InterruptedException {
        int slash = handle.indexOf('/');
        var message = layout.of(notice);
        message.put("channel", handle.substring(0, Math.max(0, slash)));
        message.put("ts", handle.substring(slash + 1));
        return send("chat.update", message);
    }

    private Delivery send(String method, Map<String, Object> message) throws InterruptedException {
        var url = api.newBuilder().addPathSegment(method).build();
        var out = Outgoing.json(url, Map.of("authorization", token.bearer()), Json.whole(message), timeout);
        return post.send(out.withLongReply(), (reply, now) -> {
            var judged = reply.judged(now);
            return judged instanceof Delivery.Sent ? judged(reply) : judged;
        });
    }

    private static Delivery judged(Reply reply) {
        var json = reply.json();
        var handle = Fields.text(json, "channel") + "/" + Fields.text(json, "ts");
        if (Boolean.TRUE.equals(json.get("ok"))) {
            return new Delivery.Sent("ok " + handle, handle);
        }
        var error = Plain.line(Fields.text(json, "error"), 100);
        if (GONE.contains(error)) {
            return InPlace.gone(error);
        }
        if (OFF.contains(error)) {
            return new Delivery.Off("Slack says " + error);
        }
        return LATER.contains(error) || error.isEmpty()
                ? new Delivery.Later("Slack says " + (error.isEmpty() ? reply.detail() : error), Duration.ZERO)
                : new Delivery.Refused("slack_error", error);
    }
}
