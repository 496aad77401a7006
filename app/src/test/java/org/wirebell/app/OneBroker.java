package org.wirebell.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebell.app.broker.EmbeddedBroker;

/**
 * One broker for all test classes of this JVM, started when the first of them asks and closed when the last is through.
 * Tests keep apart by the prefix of their topics.
 */
public final class OneBroker implements BeforeAllCallback {
    private String bootstrap = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(OneBroker.class));
        bootstrap = store.computeIfAbsent("broker", _ -> Running.start(), Running.class)
                .broker
                .bootstrap();
    }

    public String bootstrap() {
        return bootstrap;
    }

    public Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    private record Running(EmbeddedBroker broker, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                var folder = Files.createTempDirectory("wirebell-test-");
                return new Running(EmbeddedBroker.start(folder, 0), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
