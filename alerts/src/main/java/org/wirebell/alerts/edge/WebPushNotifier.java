package org.wirebell.alerts.edge;

import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;

/**
 * Browsers that subscribed (RFC 8030, 8291, 8292). {@code Topic} comes from the alert, so that a push service keeps the newest
 * revision only while a browser is away. A browser that is gone (404, 410) is left out until the next start; one that failed is
 * tried again, without those that have the notice.
 */
final class WebPushNotifier implements Notifier {
    private static final int REMEMBERED = 1_000;

    private final Path file;
    private final WebPush push;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;
    private final InstantSource clock;
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Set<String>> served = new LinkedHashMap<>();

    /** @param file with a subscription a line, as a browser's {@code JSON.stringify(subscription)} gives it */
    WebPushNotifier(Path file, WebPush push, Headline.Size size, Duration timeout, Post post, InstantSource clock) {
        this.file = file;
        this.push = push;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        List<PushSubscription> all;
        try {
            all = PushSubscription.readAll(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            return new Delivery.Later(Plain.line(file + " can't be read: " + e.getMessage(), 300), Duration.ZERO);
        }
        var has = served.computeIfAbsent(notice.id(), _ -> new HashSet<>());
        trim();
        var payload = PushPayload.of(notice, size);
        var answers = new ArrayList<Delivery>();
        for (var browser : all) {
            if (!gone.contains(browser.endpoint()) && !has.contains(browser.endpoint())) {
                answers.add(send(notice, browser, payload, has));
            }
        }
        return together(all, has, answers);
    }

    private Delivery send(Notice notice, PushSubscription browser, byte[] payload, Set<String> has)
            throws InterruptedException {
        var answer = push(notice, browser, payload);
        switch (answer) {
            case Delivery.Sent _ -> has.add(browser.endpoint());
            case Delivery.Off _ -> gone.add(browser.endpoint());
            case Delivery.Later _, Delivery.Refused _, Delivery.Skipped _ -> {}
        }
        return answer;
    }

    private Delivery push(Notice notice, PushSubscription browser, byte[] payload) throws InterruptedException {
        var url = HttpUrl.parse(browser.endpoint());
        if (url == null) {
            return new Delivery.Off("no address");
        }
        try {
            var headers = push.getHeaders(
                    browser.endpoint(),
                    ttl(notice, clock.instant()),
                    Ids.id("push", notice.alert().id()),
                    urgency(notice));
            var body = push.getBody(payload, browser.key(), browser.auth());
            var out = Outgoing.of(url, headers, body, "application/octet-stream", timeout);
            return post.send(
                    out, (reply, now) -> reply.status() == 404 ? new Delivery.Off("HTTP 404") : reply.judged(now));
        } catch (IllegalArgumentException e) {
            return new Delivery.Off("its keys are none: " + e.getMessage());
        }
    }

    private static int ttl(Notice notice, Instant now) {
        return Math.clamp(Duration.between(now, notice.expires()).toSeconds(), 1, 86_400);
    }

    private static WebPush.Urgency urgency(Notice notice) {
        if (notice.quiet()) {
            return WebPush.Urgency.VeryLow;
        }
        return switch (notice.alert().priority()) {
            case FLASH, URGENT -> WebPush.Urgency.High;
            case NORMAL -> WebPush.Urgency.Normal;
            case LOW -> WebPush.Urgency.Low;
            case DIGEST -> WebPush.Urgency.VeryLow;
        };
    }

    private Delivery together(List<PushSubscription> all, Set<String> has, List<Delivery> answers) {
        var later = answers.stream().filter(Delivery.Later.class::isInstance).findFirst();
        if (later.isPresent()) {
            return later.get();
        }
        if (!has.isEmpty()) {
            return new Delivery.Sent("accepted for " + has.size() + " of " + all.size() + " browsers");
        }
        var refused =
                answers.stream().filter(Delivery.Refused.class::isInstance).findFirst();
        return refused.orElseGet(() -> new Delivery.Refused(
                "no_browsers", all.isEmpty() ? "nobody has subscribed" : "all " + all.size() + " browsers are gone"));
    }

    private void trim() {
        if (served.size() > REMEMBERED) {
            served.remove(served.keySet().iterator().next());
        }
    }
}
