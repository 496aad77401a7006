package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health check of the image asks what the process on its port says of itself. */
class HealthScriptTest {
    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void believesTheAnswer(int status, int exit) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(ask(server.getAddress().getPort())).isEqualTo(exit);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void failsWhereNothingAnswers() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(ask(free)).isEqualTo(1);
    }

    private static int ask(int port) throws Exception {
        var builder = new ProcessBuilder(Path.of("../docker/health").toString()).inheritIO();
        builder.environment().put("WIREBELL_HEALTH_PORT", String.valueOf(port));
        return builder.start().waitFor();
    }
}
