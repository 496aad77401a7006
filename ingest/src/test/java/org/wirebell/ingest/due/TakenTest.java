package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakenTest {
    private static final DroppedFile A = file("a", 10, 0);

    @Test
    void knowsAFileByNameSizeAndTime() {
        var taken = Taken.nothing().with(A, true);
        assertThat(taken.fresh(List.of(A, file("a", 11, 0), file("a", 10, 1), file("b", 10, 0), file("a", 10, -60))))
                .as("the same time, and even an older one, makes no other file a taken one")
                .containsExactly(file("a", 11, 0), file("a", 10, 1), file("b", 10, 0), file("a", 10, -60));
    }

    @Test
    void doesNotTrustATimeThatIsNotExact() {
        var listed = new DroppedFile("a", 10, T0, false);
        var taken = Taken.nothing().with(listed, true);
        var halfAYearLater = new DroppedFile("a", 10, T0.minusSeconds(7 * 3600), false); // the day only
        assertThat(taken.fresh(List.of(halfAYearLater, new DroppedFile("a", 12, T0, false))))
                .extracting(DroppedFile::size)
                .containsExactly(12L);
    }

    @Test
    void tellsWhatWasReadFromWhatWasNot() {
        var bad = file("bad", 10, 0);
        var taken = Taken.nothing().with(A, true).with(bad, false);
        assertThat(taken.fresh(List.of(A, bad))).isEmpty();
        assertThat(taken.done(List.of(A, bad))).containsExactly(A);
    }

    @Test
    void remembersFilesThatAreGoneForAsLongAsThereIsRoom() {
        var taken = Taken.nothing().with(A, true).bounded(List.of());
        assertThat(taken.fresh(List.of(A))).isEmpty();
    }

    @Test
    void forgetsGoneFilesFirst() {
        var here = files(Taken.MOST);
        var taken = Taken.nothing().with(A, true);
        taken = new Taken(concat(taken.marks(), marks(here)), taken.floor()).bounded(here);
        assertThat(taken.marks()).hasSize(Taken.MOST);
        assertThat(taken.floor()).isEqualTo(Taken.nothing().floor());
        assertThat(taken.fresh(here)).isEmpty();
    }

    @Test
    void aFloorStandsForTheMarksThatThereIsNoRoomFor() {
        var here = files(Taken.MOST + 50);
        var taken = new Taken(marks(here), Taken.nothing().floor()).bounded(here);
        assertThat(taken.marks()).hasSize(Taken.MOST);
        assertThat(taken.fresh(here)).isEmpty();
        assertThat(taken.fresh(List.of(file("new", 1, Taken.MOST + 60)))).hasSize(1);
    }

    private static List<DroppedFile> files(int count) {
        return IntStream.range(0, count).mapToObj(i -> file("f" + i, 1, i)).toList();
    }

    private static List<String> marks(List<DroppedFile> files) {
        return files.stream()
                .map(file -> Taken.nothing().with(file, true).marks().getFirst())
                .toList();
    }

    private static List<String> concat(List<String> a, List<String> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    private static DroppedFile file(String name, long size, int second) {
        return new DroppedFile(name, size, T0.plusSeconds(second), true);
    }
}
