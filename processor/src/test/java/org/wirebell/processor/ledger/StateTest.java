package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Json;

/** What the stores hold comes back from JSON as it went in. */
class StateTest {
    @Test
    void survivesJson() {
        var finding = Scenario.finding(
                "1 06:00 | coast/f1 | A crash: 30 died and of them 41 were children, it was revised. | "
                        + "killed 30 people; killed 41 children part:0");
        var reading = new Claims(LedgerConfig.defaults(), Scenario.PLACES).of(finding);
        var next = FamilyClaims.NONE.with(finding, reading);
        var posting = next.postings().getLast();
        var ledger = new Ledger(LedgerConfig.defaults(), Scenario.PLACES);
        var outcome = ledger.apply(_ -> OpenBook.of(Book.EMPTY), posting, Scene.EMPTY);

        var book = Objects.requireNonNull(outcome.books().get(posting.book())).book();

        assertThat(book.notes()).singleElement().satisfies(n -> {
            assertThat(n.doubt()).isEqualTo("41 of 30: a part above its total");
            assertThat(n.cues()).containsExactly(Cue.LOWER);
        });
        assertThat(book.cause(book.claims().getFirst().id())).contains(finding);
        assertThat(Json.read(Json.write(book), Book.class)).isEqualTo(book);
        assertThat(Json.read(Json.write(Book.EMPTY), Book.class)).isEqualTo(Book.EMPTY);
        assertThat(Json.read(Json.write(outcome.scene()), Scene.class)).isEqualTo(outcome.scene());
        assertThat(Json.read(Json.write(Scene.EMPTY), Scene.class)).isEqualTo(Scene.EMPTY);
        assertThat(Json.read(Json.write(next.claims()), FamilyClaims.class)).isEqualTo(next.claims());
        assertThat(Json.read(Json.write(FamilyClaims.NONE), FamilyClaims.class)).isEqualTo(FamilyClaims.NONE);
        assertThat(Json.read(Json.write(posting), Posting.class)).isEqualTo(posting);
    }
}
