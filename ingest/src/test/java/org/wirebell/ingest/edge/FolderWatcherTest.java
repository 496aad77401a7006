package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Standing;
import org.wirebell.model.Dead;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

@Timeout(60)
class FolderWatcherTest {
    private static final FeedState START = Standing.start("wire", "in");

    @TempDir
    private Path folder;

    @Test
    void takesAFileThatStaysTheSame() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        drop("one.xml", Desk.rss("a one"));
        var state = watcher.look(START);
        assertThat(desk.items()).as("seen once").isEmpty();
        state = watcher.look(state);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one");
        assertThat(desk.items().getFirst().source()).isEqualTo("wire");
        assertThat(desk.items().getFirst().backfill()).isFalse();
        assertThat(desk.items().getFirst().received()).isPresent();
        assertThat(folder.resolve("_done/one.xml")).exists();
        assertThat(folder.resolve("one.xml")).doesNotExist();
        assertThat(state.outcome()).isEqualTo("ok");
        assertThat(state.items()).isEqualTo(1);
        watcher.look(watcher.look(state));
        assertThat(desk.items()).hasSize(1);
    }

    @Test
    void waitsForAFileThatGrows() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        var text = Desk.rss("a one");
        drop("one.xml", text.substring(0, 50));
        var state = watcher.look(START);
        Files.writeString(folder.resolve("one.xml"), text.substring(50), StandardOpenOption.APPEND);
        state = watcher.look(state);
        assertThat(desk.broker.history()).isEmpty();
        watcher.look(state);
        assertThat(desk.items()).hasSize(1);
    }

    @Test
    void aFileWrittenAnewWhileTheBrokerTakesItsTimeIsTakenTwice() throws Exception {
        var desk = Desk.slow();
        var watcher = watcher(desk);
        drop("one.xml", Desk.rss("a one"));
        var before = watcher.look(START);
        var looking = CompletableFuture.supplyAsync(() -> look(watcher, before));
        desk.awaitSent(1);
        drop("one.xml", Desk.rss("a one", "b two"));
        desk.broker.completeNext();
        var state = looking.get();
        assertThat(folder.resolve("one.xml")).exists();
        assertThat(folder.resolve("_done/one.xml")).doesNotExist();
        var after = watcher.look(state);
        var again = CompletableFuture.supplyAsync(() -> look(watcher, after));
        desk.awaitSent(3);
        while (desk.broker.completeNext()) {}
        again.get();
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one", "a one", "b two");
        assertThat(folder.resolve("_done/one.xml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden.xml", "one.xml.part", "one.xml.PART", "one.tmp", ".one.xml.swp"})
    void leavesWhatIsNotWhole(String name) throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        drop(name, Desk.rss("a one"));
        Files.createDirectory(folder.resolve("sub"));
        watcher.look(watcher.look(START));
        assertThat(desk.broker.history()).isEmpty();
        assertThat(folder.resolve(name)).exists();
    }

    @Test
    void putsAsideWhatItCannotReadWithTheReason() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        drop("1-noise.xml", "this is no document of any kind");
        drop("2-good.xml", Desk.rss("a one"));
        var state = watcher.look(watcher.look(START));
        assertThat(desk.items()).hasSize(1);
        assertThat(folder.resolve("_failed/1-noise.xml")).hasContent("this is no document of any kind");
        assertThat(Files.readString(folder.resolve("_failed/1-noise.xml.why.txt")))
                .contains("1-noise.xml");
        assertThat(folder.resolve("_done/2-good.xml")).exists();
        assertThat(desk.dead()).hasSize(1);
        assertThat(new String(desk.dead().getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo("this is no document of any kind");
        assertThat(Desk.header(desk.dead().getFirst(), Dead.DETAIL)).contains("1-noise.xml");
        assertThat(state.items()).isEqualTo(1);
    }

    @Test
    void takesWhatCanBeReadOfABrokenFile() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        var whole = Desk.rss("a one", "b two", "c three");
        drop("cut.xml", whole.substring(0, whole.indexOf("c three") + 3));
        var state = watcher.look(watcher.look(START));
        assertThat(desk.items()).extracting(Item::headline).contains("a one", "b two");
        assertThat(state.items()).isEqualTo(desk.items().size());
        assertThat(folder.resolve("cut.xml")).doesNotExist();
    }

    @Test
    void refusesAFileBeyondTheLimit() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        drop("big.xml", "x".repeat(5_000));
        watcher.look(watcher.look(START));
        assertThat(folder.resolve("_failed/big.xml")).exists();
        assertThat(Files.readString(folder.resolve("_failed/big.xml.why.txt")))
                .startsWith("too_large")
                .contains("5000");
    }

    @Test
    void overwritesNothing() throws Exception {
        var desk = Desk.open();
        var watcher = watcher(desk);
        for (var headline : List.of("a one", "b two", "c three")) {
            drop("same.xml", Desk.rss(headline));
            watcher.look(watcher.look(START));
        }
        assertThat(folder.resolve("_done/same.xml")).hasContent(Desk.rss("a one"));
        assertThat(folder.resolve("_done/same.xml.2")).hasContent(Desk.rss("b two"));
        assertThat(folder.resolve("_done/same.xml.3")).hasContent(Desk.rss("c three"));
    }

    @Test
    void movesAFileOnlyAfterTheAck() throws Exception {
        var desk = Desk.slow();
        drop("one.xml", Desk.rss("a one"));
        var watcher = watcher(desk);
        watcher.look(START);
        var look = CompletableFuture.runAsync(() -> look(watcher, START));
        desk.awaitSent(1);
        assertThat(folder.resolve("one.xml")).exists();
        desk.broker.errorNext(new TimeoutException("broker away"));
        desk.awaitSent(2);
        assertThat(folder.resolve("one.xml")).exists();
        desk.broker.completeNext();
        look.join();
        assertThat(folder.resolve("_done/one.xml")).exists();
    }

    @Test
    void aCrashBeforeTheMoveReadsToTheSameKeys() throws Exception {
        var first = Desk.open();
        drop("one.xml", Desk.rss("a one"));
        var watcher = watcher(first);
        watcher.look(watcher.look(START));
        Files.move(folder.resolve("_done/one.xml"), folder.resolve("one.xml")); // as if it had never been moved
        var second = Desk.open();
        var restarted = watcher(second);
        restarted.look(restarted.look(START));
        assertThat(second.items().getFirst().family())
                .isEqualTo(first.items().getFirst().family());
        assertThat(second.items().getFirst().contentHash())
                .isEqualTo(first.items().getFirst().contentHash());
    }

    @Test
    void watchesUntilItIsStopped() throws Exception {
        var desk = Desk.open();
        var thread = Thread.ofVirtual().start(watcher(desk));
        drop("one.xml", Desk.rss("a one"));
        await().until(() -> Files.exists(folder.resolve("_done/one.xml")));
        Files.writeString(folder.resolve("two.xml"), Desk.rss("b two"));
        await().until(() -> Files.exists(folder.resolve("_done/two.xml")));
        thread.interrupt();
        thread.join();
        assertThat(desk.items()).hasSize(2);
    }

    private FolderWatcher watcher(Desk desk) {
        var config = new FolderConfig(folder, Optional.of(Duration.ofMillis(30)), Optional.empty(), Optional.empty());
        return new FolderWatcher("wire", config, 4_000, desk.handover);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static FeedState look(FolderWatcher watcher, FeedState before) {
        try {
            return watcher.look(before);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
