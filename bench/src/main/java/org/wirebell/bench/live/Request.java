package org.wirebell.bench.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a host is asked. Header names are in lower case. */
record Request(String line, Map<String, String> headers) {
    private static final int LONGEST = 64 * 1024;

    /** Reads the head of a request; throws when it is none. */
    static Request read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST || head.isEmpty() && next != 'G') {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        var lines = head.toString().split("\r\n");
        var headers = new HashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Request(lines[0], Map.copyOf(headers));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isConditional() {
        return headers.containsKey("if-none-match") || headers.containsKey("if-modified-since");
    }
}
