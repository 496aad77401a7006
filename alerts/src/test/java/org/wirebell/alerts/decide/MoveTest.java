package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;

import org.junit.jupiter.api.Test;
import org.wirebell.model.Alert;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

/** A rule that moves to another desk: anew there, and followed up where it was. */
class MoveTest {
    private static final Rule HERE =
            Rules.named("toll").figure(asking("first, rise 10")).to("desk").rule();
    private static final Rule THERE = Rules.named("toll")
            .figure(asking("first, rise 10"))
            .to("night")
            .rule()
            .at("night", false);
    private static final Happening FIRST =
            change(Kind.FIRST, item("a", "1", "Toll 12")).value(12).happening();
    private static final Happening HIGHER = change(Kind.HIGHER, item("b", "1", "Toll 40"))
            .value(40)
            .previous(12)
            .happening();
    private static final Happening HIGHEST = change(Kind.HIGHER, item("c", "1", "Toll 60"))
            .value(60)
            .previous(40)
            .happening();

    @Test
    void beginsAnewUnderANameOfItsOwn() {
        try (var room = new Newsroom(Newsdesk.defaults(), HERE)) {
            room.hears(FIRST);
            var here = room.alert();
            room.follows(THERE);
            assertThat(room.hears(HIGHER)).containsExactly("night: new first 40");
            assertThat(room.alert())
                    .as("a receiver that has a revision 7 of the one must not take a revision 1 of the other for old")
                    .extracting(Alert::desk, Alert::revision)
                    .containsExactly("night", 1);
            assertThat(room.alert().id()).isNotEqualTo(here.id());
        }
    }

    @Test
    void whatItToldIsTakenBackWhereItWasTold() {
        try (var room = new Newsroom(Newsdesk.defaults(), HERE)) {
            room.hears(FIRST);
            room.follows(THERE);
            room.hears(HIGHER);
            var kill = item("a", "2", "KILL toll", WireSignal.KILL);
            assertThat(room.hears(
                            change(Kind.RETRACTED, kill).previous(12).value(40).happening()))
                    .containsExactly("desk: withdraw withdrawn 40");
            assertThat(room.alert().desk()).isEqualTo("main");
        }
    }

    @Test
    void whenItComesBackItGoesOnWhereItWas() {
        try (var room = new Newsroom(Newsdesk.defaults(), HERE)) {
            room.hears(FIRST);
            room.follows(THERE);
            room.hears(HIGHER);
            room.follows(HERE);
            assertThat(room.hears(HIGHEST)).containsExactly("desk: update material_change 60");
            assertThat(room.alert().revision()).isEqualTo(2);
        }
    }
}
