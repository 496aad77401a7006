package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.archive.Facet;
import org.wirebell.desk.archive.Found;
import org.wirebell.desk.board.Position;

class ArchiveScreenTest {
    private static final Look LOOK = new Look("Desk", Instant.parse("2026-03-01T06:00:00Z"), ZoneId.of("UTC"));

    private static String shown(Found found) {
        var asked = new ArchiveScreen.Asked("ferry", Map.of(), "", 0);
        return Html.fragment(ArchiveScreen.page(asked, Optional.of(found), "", true, LOOK, Position.START));
    }

    @Test
    void saysHowFarItCounted() {
        assertThat(shown(new Found(List.of(), 20_000, false, 1_000, new EnumMap<>(Facet.class))))
                .contains("More than 20,000 items, newest first. The counts beside are of the newest 1,000.");
        assertThat(shown(new Found(List.of(), 20_000, true, 20_000, new EnumMap<>(Facet.class))))
                .contains(">20,000 items, newest first.<");
    }
}
