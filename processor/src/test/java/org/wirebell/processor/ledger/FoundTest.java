package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Claim;
import org.wirebell.model.Ruling;

/** Series that are found from those found before are the ones that are found from nothing. */
class FoundTest {
    private static final List<String> SPEAKERS = List.of("-", "-/bay", "mayor", "council", "union");
    private static final List<String> BOUNDS = List.of("", "", "", ">=", "~");
    private static final List<String> SUBJECTS = List.of(
            "event:strike",
            "event:strike place:al",
            "event:mine",
            "event:war",
            "event:war place:al",
            "since:2026-01-02",
            "since:2025-09-02",
            "");
    private static final List<String> CUES = List.of("", "", "", "it was revised", "they counted from zero");

    private final SeriesFinder finder = new SeriesFinder(LedgerConfig.defaults(), Scenario.PLACES);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areTheSame(long seed) {
        var random = new Random(seed);
        var book = Book.EMPTY;
        var found = finder.of(book);
        int shared = 0;
        int thinned = 0;
        double hour = 0;
        for (int i = 0; i < 250; i++) {
            hour += random.nextInt(8) == 0 ? 40 * random.nextDouble() : random.nextDouble();
            var changed = change(book, i, hour, random);
            var whole = finder.of(changed, found);
            book = Thinning.thinned(changed, whole.series());
            var now = finder.thinned(book, whole);
            assertThat(described(now, book)).as("step %d", i).isEqualTo(described(finder.of(book), book));
            shared += (int) now.apart().stream().filter(found.apart()::contains).count();
            thinned += changed.claims().size() - book.claims().size();
            found = now;
        }
        assertThat(shared).as("series that stayed as they were").isGreaterThan(1000);
        assertThat(thinned).isGreaterThan(30);
    }

    @Test
    void oneMoreClaimLeavesTheOtherSeriesAsTheyAre() {
        var claims = Said.claims("0 - 20; 1 - 31 event:mine; 2 - 40 event:war");
        var before = finder.of(Said.book(claims));
        var after = finder.of(Said.book(plus(claims, "3 - 33 event:mine")), before);
        assertThat(after.series())
                .contains(before.series().get(0), before.series().get(2));
        assertThat(after.series()).doesNotContain(before.series().get(1));
        assertThat(before.series().get(1).claims()).hasSize(1);
    }

    @Test
    void aSeriesThatGetsAnotherNameIsNoLongerThatOfBefore() {
        var claims = Said.claims("0 mayor 20 event:strike place:al; 1 mayor 5 event:strike place:al");
        var before = finder.of(Said.book(claims));
        assertThat(before.series().get(1).series().day()).isEqualTo("2026-03-01#2");
        var after = finder.of(Said.book(plus(claims, "2 mayor 30 event:strike")), before);
        assertThat(after.series()).extracting(s -> s.series().day()).containsExactly("2026-03-01", "2026-03-01");
        assertThat(before.series().get(1).series().day()).isEqualTo("2026-03-01#2");
    }

    private static List<Claim> plus(List<Claim> claims, String next) {
        return Stream.concat(claims.stream(), Stream.of(Said.claim(next))).toList();
    }

    private static Book change(Book book, int step, double hour, Random random) {
        var claims = book.claims();
        int kind = claims.size() < 20 ? 9 : random.nextInt(30);
        var some = claims.isEmpty()
                ? ""
                : claims.get(random.nextInt(claims.size())).id();
        return switch (kind) {
            case 0 -> book.strike(List.of(some));
            case 1 -> book.doubted(Map.of(some, random.nextBoolean() ? "for a reason" : ""));
            case 2 -> {
                var verdict = random.nextBoolean() ? Ruling.Verdict.REJECT : Ruling.Verdict.RELEASE;
                yield book.ruled(List.of(Said.ruling(Said.claim(some), verdict)));
            }
            case 3 -> book.put(claims(1, step, hour - 30, random), List.of());
            default -> book.put(claims(1 + random.nextInt(2), step, hour, random), List.of());
        };
    }

    private static List<Claim> claims(int count, int step, double hour, Random random) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "%.2f %s %s%d %s item:i%d %s"
                        .formatted(
                                hour,
                                any(SPEAKERS, random),
                                any(BOUNDS, random),
                                5 + random.nextInt(random.nextBoolean() ? 40 : 400),
                                any(SUBJECTS, random),
                                step,
                                any(CUES, random)))
                .map(Said::claim)
                .toList();
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> described(Found found, Book book) {
        return found.series().stream()
                .map(s -> "%s %s %s %s %s %s"
                        .formatted(
                                s.series(),
                                s.claims().stream().map(Claim::id).toList(),
                                s.root(),
                                s.tally().rises(),
                                s.tally().verdicts().stream()
                                        .map(v -> v.kind()
                                                + v.claim().id()
                                                + v.why().get())
                                        .toList(),
                                Entries.of(s, book)))
                .toList();
    }
}
