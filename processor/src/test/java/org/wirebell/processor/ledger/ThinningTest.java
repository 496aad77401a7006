package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Claim;

class ThinningTest {
    private static final int MONTH = 31 * 24;

    @Test
    void ofOneVoiceTheFirstAndTheNewestStay() {
        var claims = claims(30, i -> i + " mayor >=" + (20 + i));
        assertThat(kept(claims)).containsExactlyElementsOf(ids(first(claims), claims.subList(6, 30)));
    }

    @Test
    void ofTwoVoicesMoreStay() {
        var claims = claims(50, i -> i + " mayor/" + (i % 2 == 0 ? "bay" : "isle") + " >=" + (20 + i));
        assertThat(kept(claims)).containsExactlyElementsOf(ids(first(claims), claims.subList(10, 50)));
    }

    @Test
    void aSilentVoiceKeepsItsPlace() {
        var claims = Stream.concat(
                        claims(20, i -> i + " council >=" + (20 + i)).stream(),
                        claims(30, i -> 20 + i + " mayor >=" + (50 + i)).stream())
                .toList();
        var expected = ids(first(claims), claims.subList(4, 20), claims.subList(26, 50));
        assertThat(kept(claims)).containsExactlyElementsOf(expected);
    }

    @Test
    void beforeTheseTheLastExactOneOfEachMonth() {
        var old = claims(4, i -> i * 48 + " mayor " + (20 + i));
        var bounded = claims(1, _ -> 10 * 24 + " mayor >=30");
        var recent = claims(30, i -> MONTH + i + " mayor >=" + (40 + i));
        var claims = Stream.of(old, bounded, recent).flatMap(List::stream).toList();
        assertThat(kept(claims))
                .containsExactlyElementsOf(ids(first(claims), old.subList(3, 4), recent.subList(6, 30)));
    }

    @Test
    void ofMoreThanThirtySixMonthsTheNewest() {
        var months = claims(70, i -> i * MONTH + " mayor " + (100 + i));
        assertThat(kept(months)).containsExactlyElementsOf(ids(first(months), months.subList(34, 70)));
    }

    @Test
    void whatIsShortStaysWhole() {
        var claims = claims(24, i -> i + " mayor >=" + (20 + i));
        assertThat(kept(claims)).hasSize(24);
        assertThat(Thinning.claims(List.of())).isEmpty();
        var book = Said.book(claims);
        assertThat(Thinning.thinned(book, found(book))).isSameAs(book);
    }

    @Test
    void claimsOfAThinnedSeriesRememberWhereTheyBelong() {
        var book = Said.book(claims(30, i -> i + " mayor >=" + (20 + i)));
        var thin = Thinning.thinned(book, found(book));
        assertThat(thin.claims()).hasSize(25);
        assertThat(thin.homes()).hasSize(25).allMatch(h -> h.root().equals("0 mayor >=20"));
    }

    @Test
    void onlyTheNewestSeriesStay() {
        var book = Said.book(claims(25, i -> i * 100 + " mayor 9 event:strike"));
        assertThat(found(book)).hasSize(25);
        var thin = Thinning.thinned(book, found(book));
        assertThat(thin.claims())
                .extracting(Claim::id)
                .containsExactlyElementsOf(ids(book.claims().subList(1, 25)));
        assertThat(thin.homes()).isEmpty();
    }

    @Test
    void theBookAsAWholeIsBounded() {
        var claims = new ArrayList<Claim>();
        for (int series = 0; series < 5; series++) {
            int start = series * 1000;
            claims.addAll(claims(41, i -> start + i * 0.5 + " mayor/o" + i % 2 + " >=" + (20 + i) + " event:strike"));
        }
        var book = Said.book(claims);
        assertThat(found(book)).hasSize(5);
        assertThat(Thinning.thinned(book, found(book)).claims()).hasSize(3 * 41);
    }

    @Test
    void aBookThatIsJustFullStaysWhole() {
        var claims = new ArrayList<Claim>();
        for (int series = 0; series < 4; series++) {
            int start = series * 1000;
            claims.addAll(claims(40, i -> start + i * 0.5 + " mayor/o" + i % 2 + " >=" + (20 + i) + " event:strike"));
        }
        var book = Said.book(claims);
        assertThat(Thinning.thinned(book, found(book))).isSameAs(book);
    }

    @Test
    void whatNamesTheSeriesStays() {
        var named = Stream.of(
                        "0 mayor >=20",
                        "1 mayor >=21 since:2026-02-20",
                        "2 mayor >=22 since:2026-02-10",
                        "3 mayor >=23 since:2026-02-10",
                        "4 mayor >=24 since:2026-02-20 event:fire",
                        "5 mayor >=25 event:fire")
                .map(Said::claim)
                .toList();
        var claims = Stream.concat(named.stream(), claims(30, i -> 6 + i + " mayor >=" + (30 + i)).stream())
                .toList();
        assertThat(kept(claims).subList(0, 3))
                .containsExactly(
                        "0 mayor >=20", "2 mayor >=22 since:2026-02-10", "4 mayor >=24 since:2026-02-20 event:fire");
        assertThat(kept(claims)).hasSize(3 + Thinning.PER_VOICE);
    }

    private static List<Standing> found(Book book) {
        return new SeriesFinder(LedgerConfig.defaults(), Scenario.PLACES)
                .of(book)
                .series();
    }

    private static List<Claim> claims(int count, java.util.function.IntFunction<String> words) {
        return IntStream.range(0, count).mapToObj(words).map(Said::claim).toList();
    }

    private static List<Claim> first(List<Claim> claims) {
        return claims.subList(0, 1);
    }

    private static List<String> kept(List<Claim> claims) {
        var kept = Thinning.claims(claims);
        return claims.stream().map(Claim::id).filter(kept::contains).toList();
    }

    private static List<String> ids(List<Claim> some) {
        return some.stream().map(Claim::id).toList();
    }

    private static List<String> ids(List<Claim> some, List<Claim> more) {
        return Stream.concat(some.stream(), more.stream()).map(Claim::id).toList();
    }

    private static List<String> ids(List<Claim> some, List<Claim> more, List<Claim> most) {
        return Stream.concat(ids(some, more).stream(), ids(most).stream())
                .distinct()
                .toList();
    }
}
