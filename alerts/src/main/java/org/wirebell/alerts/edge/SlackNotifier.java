package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.wirebell.model.Notice;

/**
 * A Slack-compatible incoming webhook. It gives no message id, so an update is a message of its own; if we die between the
 * receiver's 2xx and our note of it, the message comes twice.
 */
final class SlackNotifier implements Notifier {
    private final HttpUrl url;
    private final Duration timeout;
    private final Post post;

    SlackNotifier(HttpUrl url, Duration timeout, Post post) {
        this.url = url;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice) throws InterruptedException {
        var message = SlackMessage.of(Wording.of(notice)).getBytes(StandardCharsets.UTF_8);
        return post.send(url, Map.of("user-agent", "Wirebell"), message, timeout);
    }
}
