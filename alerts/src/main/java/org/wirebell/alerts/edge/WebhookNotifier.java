package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.wirebell.model.Notice;
import org.wirebell.model.trace.Traces;

/**
 * A signed webhook, Standard Webhooks 1.0.0: the notice's id at every attempt, the attempt's time, one signature per
 * secret; the trace of a notice that has one.
 */
final class WebhookNotifier implements Notifier {
    private final HttpUrl url;
    private final List<WebhookSecret> secrets;
    private final Duration timeout;
    private final Headline.Size size;
    private final Post post;
    private final InstantSource clock;

    WebhookNotifier(
            HttpUrl url,
            List<WebhookSecret> secrets,
            Duration timeout,
            Headline.Size size,
            Post post,
            InstantSource clock) {
        this.url = url;
        this.secrets = List.copyOf(secrets);
        this.timeout = timeout;
        this.size = size;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        var body = WebhookBody.of(notice, size);
        long timestamp = clock.instant().getEpochSecond();
        var signatures = secrets.stream()
                .map(secret -> secret.signature(notice.id(), timestamp, body))
                .collect(Collectors.joining(" "));
        var headers = new HashMap<>(Map.of(
                "webhook-id",
                notice.id(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signatures));
        if (!Traces.current().isEmpty()) {
            headers.put(Traces.PARENT, Traces.current());
        }
        return post.send(Outgoing.json(url, headers, body, timeout));
    }
}
