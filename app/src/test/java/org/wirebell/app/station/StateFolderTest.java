package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path data;

    private Path store;
    private StateFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = StateFolder.of(data, "wirebell-processor");
        store = data.resolve("wirebell-processor/0_0/store");
        Files.createDirectories(store.getParent());
        Files.writeString(store, "what Kafka holds as well");
    }

    @Test
    void throwsDamagedStoresAwayAtTheNextStart() throws IOException {
        var damage = new StreamsException("task", new ProcessorStateException("store", new IOException("corrupted")));
        assertThatThrownBy(() -> folder.open(() -> {
                    throw damage;
                }))
                .isSameAs(damage);
        assertThat(store).as("files may still be open").exists();
        assertThat(StateFolder.of(data, "wirebell-processor").open(() -> Files.exists(store)))
                .isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void keepsStoresThatAnotherTroubleEnded() throws IOException {
        folder.failed(new StreamsException("the broker is away"));
        folder.failed(new ProcessorStateException("store", new IOException("No space left on device")));
        assertThat(folder.open(() -> Files.exists(store))).isTrue();
    }

    @Test
    void startsWhereNothingWasKeptYet() throws IOException {
        var fresh = StateFolder.of(data.resolve("none"), "wirebell-alerts");
        fresh.failed(new ProcessorStateException("store"));
        assertThat(fresh.open(() -> "started")).isEqualTo("started");
    }
}
