package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebell.model.Samples.T0;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.ingest.drop.Drop;
import org.wirebell.ingest.drop.DropConfig;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.Item;

class BrokenTransferTest {
    private static final DroppedFile FIRST = file("1.xml", "a one", 0);
    private static final DroppedFile SECOND = file("2.xml", "b two", 1);

    @Test
    void aFileThatNeverComesThroughHoldsUpNoOther() throws Exception {
        var desk = Desk.open();
        var reader = new DropReader(
                config(),
                Server::new,
                new Intake("coast", Optional.empty(), "", 4_000, Duration.ofHours(1), desk.handover));
        var state = reader.look(Standing.start("coast", "ftp://coast/in"));
        var settled = state;
        assertThatThrownBy(() -> reader.look(settled)).isInstanceOf(Outage.class);
        assertThat(desk.items()).isEmpty();
        assertThatThrownBy(() -> reader.look(settled)).isInstanceOf(Outage.class);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("b two");
        assertThatThrownBy(() -> reader.look(reader.reached(settled))).isInstanceOf(Outage.class);
        assertThat(desk.items()).hasSize(1);
    }

    /** Breaks off in the middle of the first file, each time. */
    private static final class Server implements Drop.Visit {
        @Override
        public List<DroppedFile> list() {
            return List.of(FIRST, SECOND);
        }

        @Override
        public Optional<DroppedFile> now(DroppedFile file) {
            return Optional.of(file);
        }

        @Override
        public byte[] raw(DroppedFile file, int most) throws Outage {
            if (file.equals(FIRST)) {
                throw new Outage(Why.UNREACHABLE, "connection reset", new IOException());
            }
            return Desk.rss("b two").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void delete(DroppedFile file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void move(DroppedFile file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void close() {}
    }

    private static DroppedFile file(String name, String headline, int second) {
        return new DroppedFile(name, Desk.rss(headline).length(), T0.plusSeconds(second), true);
    }

    private static DropConfig config() {
        return new DropConfig(
                URI.create("ftp://coast/in"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
