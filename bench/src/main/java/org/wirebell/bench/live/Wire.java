package org.wirebell.bench.live;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;

/** The way back to whoever asked: honest answers, and what dishonest ones are made of. */
final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private final LongConsumer leaveAlone;

    /** @param leaveAlone told for how many milliseconds the host asks to be left alone */
    Wire(Socket socket, LongConsumer leaveAlone) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.leaveAlone = leaveAlone;
    }

    /** A whole answer. Headers are lines without their end. */
    void answer(String status, byte[] body, String... headers) throws IOException {
        head(status, body.length, headers);
        send(body);
    }

    void answer(String status, String body, String... headers) throws IOException {
        answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The head of an answer, whatever comes then. */
    void head(String status, long length, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        send(head.append("\r\n").toString());
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte, then a pause, until whoever asked has gone. */
    void drip(String text) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            send(text.substring(i % text.length(), i % text.length() + 1));
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    /** Says nothing until whoever asked has gone. */
    void hang() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // whatever else they say
        }
    }

    /** Cuts the connection without a good-bye. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void leaveAlone(Duration time) {
        leaveAlone.accept(time.toMillis());
    }
}
