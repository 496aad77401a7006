package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;

/** What is told of postings: claims that come, claims that are taken back, and what persons rule. */
class ChangesTest {
    private static final Instant RULED = Instant.parse("2026-03-09T00:00:00Z");

    private Ledger ledger = new Ledger(LedgerConfig.defaults(), Scenario.PLACES);
    private final Map<String, OpenBook> books = new HashMap<>();
    private Scene scene = Scene.EMPTY;

    /** Claims come one by one in the order told, whatever their hour. */
    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                     | then                            | told
            0 mayor 20                                   | 1 mayor 31                      | higher 31 from 20
            0 mayor 20                                   | 1 mayor >=150                   | higher 150 from 20, crossed 150 from 20
            0 mayor 20                                   | 1 mayor >99                     | higher 99 from 20, crossed 99 from 20
            0 mayor 20                                   | 1 mayor 99                      | higher 99 from 20
            0 mayor 40; 1 council 31                     | 2 council 40                    | confirmed 40 from 40, resolved 40
            0 mayor 40; 5 mayor 3                        | 1 mayor 41                      | higher 41 from 40
            0 mayor 40                                   | 1 mayor 9000                    | higher 9000 from 40, crossed 9000 from 40
            0 mayor 4000                                 | 1 mayor 90000                   | held 90000 from 4000
            # late ones
            5 mayor 40                                   | 1 mayor 31                      | nothing
            5 mayor 40                                   | 5 mayor 41                      | higher 41 from 40
            5 mayor 40                                   | 1 mayor/bay 40                  | nothing
            5 mayor 40                                   | 1 mayor 50                      | nothing
            5 mayor 40                                   | 4 council 60                    | nothing
            0 mayor 20; 5 mayor 40                       | 1 -/bay >=39                    | nothing
            0 mayor 20; 5 mayor 40                       | 1 mayor 41                      | higher 41 from 20
            0 mayor 20; 5 mayor 40                       | 1 mayor 40                      | nothing
            0 mayor 20; 5 mayor 40                       | 1 -/bay 20                      | nothing
            0 mayor 40; 5 -/bay 40                       | 1 -/isle 40                     | confirmed 40 from 40
            0 mayor 40; 5 mayor 41                       | 1 -/isle 40                     | nothing
            0 mayor 40; 5 -/bay 40                       | 1 council 31                    | conflict 31 from 40
            0 mayor 40; 5 -/bay 40; 6 guild 33           | 1 council 31                    | nothing
            0 mayor 40; 5 mayor 50                       | 1 mayor 31                      | nothing
            0 mayor 40; 5 mayor 50                       | 1 mayor 3                       | held 3 from 40
            0 mayor 40; 5 -/bay 40                       | 1 mayor 31                      | nothing
            0 mayor 40; 2 mayor 2 item:x; 5 mayor 41     | 1 mayor 31                      | nothing
            """)
    void aNewClaimTells(String before, String then, String told) {
        Said.claims(before).forEach(c -> post(List.of(c), List.of(), Posting.Because.NEW_VERSION));
        assertThat(show(post(Said.claims(then), List.of(), Posting.Because.NEW_VERSION)))
                .isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} without {1}: {2}, {3}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # before                        | struck      | because     | in its place      | told
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | KILL        | ''                | retracted 20 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | HOLD        | ''                | retracted 20 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | NEW_VERSION | ''                | nothing
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | ''                | retracted 20 from 31
            0 mayor 20                      | 0 mayor 20  | KILL        | ''                | retracted nothing from 20
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 25      | lower 25 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 45      | higher 45 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 145     | higher 145 from 31, crossed 145 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 31      | higher 31 from 20
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 45; 1.1 mayor 50 | higher 45 from 31, higher 50 from 45
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor >=45; 1.0 mayor 45 | higher 45 from 31
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | CORRECTION  | 1.0 mayor 45; 1.1 -/bay 45 | higher 45 from 31, confirmed 45 from 45
            0 mayor 40; 1 mayor 44          | 1 mayor 44  | CORRECTION  | 1.0 mayor 4       | retracted 40 from 44, held 4 from 40
            0 mayor 40; 1 mayor 44          | 1 mayor 44  | CORRECTION  | 1.0 mayor 9000    | higher 9000 from 44, crossed 9000 from 44
            0 mayor 40; 1 mayor 3           | 1 mayor 3   | KILL        | ''                | retracted 40
            0 mayor 40; 1 mayor 3           | 1 mayor 3   | CORRECTION  | ''                | retracted 40
            0 mayor 20; 1 mayor 31          | 1 mayor 31  | NEW_VERSION | 1.0 mayor 25      | higher 25 from 20
            0 mayor 20                      | 0 mayor 20  | NEW_VERSION | 0.0 mayor 20      | nothing
            0 mayor 20                      | 0 mayor 20  | NEW_VERSION | 0.0 mayor 21      | first 21
            0 mayor 40; 1 mayor 3           | 1 mayor 3   | CORRECTION  | 1.0 mayor 44      | higher 44 from 40
            0 mayor 40; 1 council 31        | 1 council 31| KILL        | ''                | retracted 40 from 31, resolved 40
            0 mayor 40; 1 council 31        | 0 mayor 40  | KILL        | ''                | retracted 31 from 40, resolved 31
            """)
    void whatIsTakenBackTells(String before, String struck, Posting.Because because, String put, String told) {
        Said.claims(before).forEach(c -> post(List.of(c), List.of(), Posting.Because.NEW_VERSION));
        assertThat(show(post(Said.claims(put), List.of(struck), because))).isEqualTo(told);
    }

    @ParameterizedTest(name = "{1} {2} of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                  | ruling  | on          | told                     | why
            0 mayor 40; 1 mayor 3     | RELEASE | 1 mayor 3   | lower 3 from 40          | a person released 3, after 40; released by ann: seen
            0 mayor 40; 1 mayor 3     | REJECT  | 1 mayor 3   | retracted 40             | rejected by ann: seen; 40 stands
            0 mayor 40; 1 mayor 50    | REJECT  | 1 mayor 50  | retracted 40 from 50     | rejected by ann: seen; 40 stands
            0 mayor 40                | REJECT  | 0 mayor 40  | retracted nothing from 40 | rejected by ann: seen; no number stands
            0 mayor 40; 1 council 31  | REJECT  | 1 council 31 | retracted 40 from 31, resolved 40 | rejected by ann: seen; 40 stands
            0 mayor 40; 1 council 31  | RELEASE | 1 council 31 | resolved 31 | nobody says otherwise any more
            0 mayor 40; 1 mayor 50    | RELEASE | 1 mayor 50  | nothing                  | none
            0 mayor 4237; 24 mayor 4327 | RELEASE | 24 mayor 4327 | higher 4327 from 4237 | 4,327 is above 4,237; released by ann: seen
            0 mayor 4981; 24 mayor 5981 after review | RELEASE | 24 mayor 5981 after review | higher 5981 from 4981, crossed 5981 from 4981 | 5,981 is above 4,981; released by ann: seen
            """)
    void aRulingTells(String before, Ruling.Verdict verdict, String on, String told, String why) {
        Said.claims(before).forEach(c -> post(List.of(c), List.of(), Posting.Because.NEW_VERSION));
        var ruling = new Ruling(on, Said.claim(on).series(), verdict, "ann", RULED, "seen", Map.of());
        var updates = apply(Posting.of(ruling));
        assertThat(show(updates)).isEqualTo(told);
        if (!updates.isEmpty()) {
            assertThat(updates.getFirst().why()).isEqualTo(why);
            assertThat(updates).allMatch(u -> u.received().equals(RULED));
        }
    }

    /** Of two numbers that are taken back the larger is told. */
    @Test
    void theLargestOfTwoTellsAndSaysWhy() {
        post(Said.claims("0 mayor 20; 1 mayor 31; 2 mayor 33"), List.of(), Posting.Because.NEW_VERSION);
        var killed = post(List.of(), List.of("1 mayor 31", "2 mayor 33"), Posting.Because.KILL);
        assertThat(show(killed)).isEqualTo("retracted 20 from 33");
        assertThat(killed.getFirst().why()).isEqualTo("the item was killed by its provider; 20 stands");
        var held = post(List.of(), List.of("0 mayor 20"), Posting.Because.HOLD);
        assertThat(held.getFirst().why()).isEqualTo("the item is held by its provider; no number stands");
    }

    /** Rather than a number that waits, however large. */
    @Test
    void ofTwoThatAreTakenBackTheOneThatStoodTells() {
        post(Said.claims("0 mayor 4237; 24 mayor 4327"), List.of(), Posting.Because.NEW_VERSION);
        var killed = post(List.of(), List.of("0 mayor 4237", "24 mayor 4327"), Posting.Because.KILL);
        assertThat(show(killed)).isEqualTo("retracted nothing from 4237");
    }

    @Test
    void eachSeriesOfABookTellsItsOwn() {
        var both = Said.claims("0 mayor 20; 0 mayor 5 event:mine");
        assertThat(show(post(both, List.of(), Posting.Because.NEW_VERSION))).isEqualTo("first 20, first 5");
        var ids = both.stream().map(Claim::id).toList();
        assertThat(show(post(List.of(), ids, Posting.Because.KILL)))
                .isEqualTo("retracted nothing from 20, retracted nothing from 5");
    }

    @Test
    void aRejectedClaimIsNotToldAgain() {
        post(Said.claims("0 mayor 40"), List.of(), Posting.Because.NEW_VERSION);
        var ruling = new Ruling(
                "0 mayor 40", Said.claim("0 - 1").series(), Ruling.Verdict.REJECT, "ann", RULED, "", Map.of());
        var rejected = apply(Posting.of(ruling));
        assertThat(show(rejected)).isEqualTo("retracted nothing from 40");
        assertThat(rejected.getFirst().why()).isEqualTo("rejected by ann; no number stands");
        assertThat(apply(Posting.of(ruling))).isEmpty();
        var again = post(Said.claims("0.5 mayor 40"), List.of("0 mayor 40"), Posting.Because.NEW_VERSION);
        assertThat(show(again)).isEqualTo("first 40");
    }

    @Test
    void aNumberOfAnotherSeriesCastsDoubt() {
        post(Said.claims("5 mayor 1204"), List.of(), Posting.Because.NEW_VERSION);
        post(Said.claims("6 mayor 2963"), List.of(), Posting.Because.NEW_VERSION);
        var told = post(Said.claims("4 - 2963 category:displaced"), List.of(), Posting.Because.NEW_VERSION);
        assertThat(show(told)).isEqualTo("first 2963, held 2963 from 1204");
        var again = post(Said.claims("3 - 2963 category:affected"), List.of(), Posting.Because.NEW_VERSION);
        assertThat(show(again)).isEqualTo("first 2963");
    }

    @Test
    void theConfiguredNameIsShown() {
        var d = LedgerConfig.defaults();
        ledger = new Ledger(
                new LedgerConfig(
                        Map.of("the mayor", "mayor"), List.of(), d.tolerance(), d.near(), d.quiet(), List.of()),
                Scenario.PLACES);
        var claim = Said.claim("0 mayor 20");
        var as = new Claim(
                claim.id(),
                claim.series(),
                claim.claimant(),
                "Mayor Orla Venn",
                claim.origin(),
                claim.figure(),
                claim.evidence(),
                claim.asOf(),
                claim.received(),
                claim.backfill());
        assertThat(post(List.of(as), List.of(), Posting.Because.NEW_VERSION)
                        .getFirst()
                        .claimant())
                .isEqualTo("mayor");
        ledger = new Ledger(d, Scenario.PLACES);
        books.clear();
        assertThat(post(List.of(as), List.of(), Posting.Because.NEW_VERSION)
                        .getFirst()
                        .claimant())
                .isEqualTo("Mayor Orla Venn");
    }

    @Test
    void anOpenNumberHasNoHigh() {
        var open = post(Said.claims("0 mayor >=20"), List.of(), Posting.Because.NEW_VERSION)
                .getFirst();
        assertThat(open.low()).contains(20L);
        assertThat(open.high()).isEmpty();
        var range = post(Said.claims("0 mayor 35-40 event:mine"), List.of(), Posting.Because.NEW_VERSION)
                .getFirst();
        assertThat(range.high()).contains(40L);
        assertThat(range.received()).isEqualTo(Said.MIDNIGHT);
    }

    private List<Update> post(List<Claim> puts, List<String> strikes, Posting.Because because) {
        var series =
                puts.isEmpty() ? Said.claim("0 - 1").series() : puts.getFirst().series();
        return apply(
                new Posting(Book.of(series), "al", puts, strikes, because, List.of(), List.of(), Optional.empty()));
    }

    private List<Update> apply(Posting posting) {
        var outcome = ledger.apply(key -> books.getOrDefault(key, OpenBook.of(Book.EMPTY)), posting, scene);
        books.putAll(outcome.books());
        scene = outcome.scene();
        return new ArrayList<>(outcome.updates());
    }

    private static String show(List<Update> updates) {
        return updates.isEmpty()
                ? "nothing"
                : updates.stream()
                        .map(u -> u.kind().name().toLowerCase(Locale.ROOT)
                                + u.value().map(v -> " " + v).orElse(" nothing")
                                + u.previous().map(p -> " from " + p).orElse(""))
                        .collect(Collectors.joining(", "));
    }
}
