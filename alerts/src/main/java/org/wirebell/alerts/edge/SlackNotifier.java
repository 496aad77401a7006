package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * A Slack-compatible incoming webhook. It gives no message id, so an update is a message of its own; if we die between the
 * receiver's 2xx and our note of it, the message comes twice.
 */
final class SlackNotifier implements Notifier {
    private final HttpUrl url;
    private final SlackMessage layout;
    private final Duration timeout;
    private final Post post;

    SlackNotifier(HttpUrl url, SlackMessage layout, Duration timeout, Post post) {
        this.url = url;
        this.layout = layout;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        return post.send(Outgoing.json(url, Map.of(), Json.whole(layout.of(notice)), timeout));
    }
}
