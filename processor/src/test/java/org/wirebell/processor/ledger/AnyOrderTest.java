package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;

/** Whatever the order in which claims arrive, the ledger ends in the same state. */
class AnyOrderTest {
    private static final List<String> SPEAKERS =
            List.of("", "the harbour office", "the hospital", "officials", "the mayor");
    private static final List<String> BOUNDS = List.of("", "", "", ">=", ">", "~", "^");
    private static final List<String> CUES = List.of("", "", "", "", " It was revised.", " They counted from zero.");

    private final Claims claims = new Claims(LedgerConfig.defaults(), Scenario.PLACES);
    private final Ledger ledger = new Ledger(LedgerConfig.defaults(), Scenario.PLACES);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void endsInTheSameState(long seed) {
        var random = new Random(seed);
        var postings = postings(random, seed % 2 == 0 ? 25 : 110);
        var inOrder = entry(postings);
        for (int shuffle = 0; shuffle < 4; shuffle++) {
            Collections.shuffle(postings, random);
            assertThat(entry(postings)).isEqualTo(inOrder);
        }
        assertThat(inOrder.history())
                .hasSizeLessThanOrEqualTo(Entries.HISTORY + Entries.MONTHS)
                .isNotEmpty();
    }

    private LedgerEntry entry(List<Posting> postings) {
        var books = new HashMap<String, OpenBook>();
        var last = new HashMap<String, LedgerEntry>();
        for (var posting : postings) {
            var outcome = ledger.apply(key -> books.getOrDefault(key, OpenBook.of(Book.EMPTY)), posting, Scene.EMPTY);
            books.putAll(outcome.books());
            books.values().forEach(book -> assertThat(book.book().claims()).hasSizeLessThanOrEqualTo(100));
            outcome.entries()
                    .forEach((key, entry) -> entry.ifPresentOrElse(e -> last.put(key, e), () -> last.remove(key)));
        }
        assertThat(last).hasSize(1);
        return last.values().iterator().next();
    }

    private List<Posting> postings(Random random, int count) {
        var postings = new ArrayList<Posting>();
        long toll = 20;
        for (int i = 0; i < count; i++) {
            toll = Math.max(3, toll + random.nextInt(40) - 8);
            var number = BOUNDS.get(random.nextInt(BOUNDS.size())) + toll;
            var speaker = SPEAKERS.get(random.nextInt(SPEAKERS.size()));
            var line = "%d %02d:%02d | s%d(o%d)/i%d | A ferry sank and %d died.%s | killed %s people%s"
                    .formatted(
                            1 + i / 8,
                            i % 8 * 3,
                            random.nextInt(60),
                            random.nextInt(5),
                            random.nextInt(3),
                            i,
                            toll,
                            CUES.get(random.nextInt(CUES.size())),
                            number,
                            speaker.isEmpty() ? "" : " @" + speaker);
            var finding = Scenario.finding(line);
            List<Claim> read = claims.of(finding).claims();
            postings.addAll(FamilyClaims.NONE.with(finding, claims.of(finding)).postings());
            assertThat(read).hasSize(1);
        }
        return postings;
    }
}
