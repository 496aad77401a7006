package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Json;

/** A push service with browsers behind it (RFC 8030): looks at the headers, opens what was sealed, keeps the newest by topic. */
final class FakePush extends FakeService {
    static final PushKeys VAPID = PushKeys.make();
    static final String CONTACT = "mailto:desk@newsroom.example";

    private static final Set<String> URGENCIES = Set.of("very-low", "low", "normal", "high");

    final Map<String, PushKeys> browsers = new HashMap<>();
    final Set<String> left = new java.util.HashSet<>();
    final Set<String> busy = new java.util.HashSet<>();
    /** What waits for a browser that is away: one message for each topic. */
    final Map<String, Map<String, Object>> waiting = new LinkedHashMap<>();

    final List<String> urgencies = new ArrayList<>();

    /** A browser subscribes; gives the line for the file. */
    String subscribe(String name) {
        var keys = PushKeys.make();
        browsers.put("/push/" + name, keys);
        return Json.plain(Fields.of(
                "endpoint",
                at("/push/" + name).toString(),
                "expirationTime",
                0,
                "keys",
                Fields.of("p256dh", keys.publicText(), "auth", PushKeys.text(keys.auth()))));
    }

    Path subscriptions(Path folder, String... names) {
        try {
            var lines = java.util.Arrays.stream(names).map(this::subscribe).toList();
            return Files.write(folder.resolve("subscriptions.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    synchronized Answer answer(Asked asked) {
        if (left.contains(asked.path())) {
            return new Answer(410, "unsubscribed");
        }
        if (busy.contains(asked.path())) {
            return new Answer(503, "");
        }
        mustHold(asked.body().length <= 4_096, asked.body().length + " bytes");
        mustHold(asked.header("Content-Encoding").equals("aes128gcm"), "encoding");
        mustHold(asked.header("TTL").matches("[1-9][0-9]*"), "TTL " + asked.header("TTL"));
        mustHold(asked.header("Topic").matches("[A-Za-z0-9_-]{1,32}"), "topic " + asked.header("Topic"));
        mustHold(URGENCIES.contains(asked.header("Urgency")), "urgency " + asked.header("Urgency"));
        try {
            VAPID.check(asked.header("Authorization"), at("").toString(), CONTACT)
                    .ifPresent(violations::add);
            var opened = browsers.get(asked.path()).open(asked.body());
            var shown = Json.map(new String(opened, StandardCharsets.UTF_8));
            mustHold(shown.get("title") instanceof String title && !title.isBlank(), "no title");
            waiting.put(asked.path() + " " + asked.header("Topic"), shown);
            urgencies.add(asked.header("Urgency"));
        } catch (GeneralSecurityException e) {
            violations.add("can't be opened: " + e);
        }
        return new Answer(201, "");
    }
}
