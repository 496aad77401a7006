package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/** A Teams workflow that takes webhooks. It names no message, so an update is a card of its own, marked as such. */
final class TeamsNotifier implements Notifier {
    private final HttpUrl url;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    TeamsNotifier(HttpUrl url, Headline.Size size, Duration timeout, Post post) {
        this.url = url;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        return post.send(Outgoing.json(url, Map.of(), json(notice), timeout));
    }

    /** Fewer entries of a digest until the card is small enough. */
    private String json(Notice notice) {
        var words = Wording.of(notice, size);
        for (int entries = TeamsCard.ENTRIES; entries > 1; entries /= 2) {
            var json = Json.whole(TeamsCard.message(words, entries));
            if (json.getBytes(StandardCharsets.UTF_8).length <= TeamsCard.LIMIT) {
                return json;
            }
        }
        return Json.whole(TeamsCard.message(words, 1));
    }
}
