package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A request to a receiver. Its text form shows the host alone: path, headers and body may be secrets.
 *
 * @param type of the body
 * @param replyLimit bytes of the reply that are read
 */
record Outgoing(
        String method,
        HttpUrl url,
        Map<String, String> headers,
        byte[] body,
        String type,
        long replyLimit,
        Duration timeout) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final long SHORT = 4_096;
    private static final long LONG = 65_536;

    Outgoing {
        var named = new HashMap<>(headers);
        named.put("user-agent", "Wirebell");
        headers = Map.copyOf(named);
    }

    static Outgoing json(HttpUrl url, Map<String, String> headers, String json, Duration timeout) {
        return json(url, headers, json.getBytes(StandardCharsets.UTF_8), timeout);
    }

    static Outgoing json(HttpUrl url, Map<String, String> headers, byte[] json, Duration timeout) {
        return new Outgoing("POST", url, headers, json, JSON, SHORT, timeout);
    }

    static Outgoing of(HttpUrl url, Map<String, String> headers, byte[] body, String type, Duration timeout) {
        return new Outgoing("POST", url, headers, body, type, SHORT, timeout);
    }

    Outgoing by(String otherMethod) {
        return new Outgoing(otherMethod, url, headers, body, type, replyLimit, timeout);
    }

    /** For APIs that answer with the whole message. */
    Outgoing withLongReply() {
        return new Outgoing(method, url, headers, body, type, LONG, timeout);
    }

    @Override
    public String toString() {
        return method + " " + url.host();
    }
}
