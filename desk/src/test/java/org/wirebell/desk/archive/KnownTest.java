package org.wirebell.desk.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownTest {
    @Test
    void neverMissesWhatWasThereAndSeldomTakesAStrangerForIt() {
        var known = new Known();
        int taken = 0;
        for (int i = 0; i < 300_000; i++) {
            taken += known.add("coastwire|https://coastwire.example/" + i) ? 1 : 0;
        }
        assertThat(taken).isLessThan(1_000);
        for (int i = 0; i < 300_000; i++) {
            assertThat(known.add("coastwire|https://coastwire.example/" + i)).isTrue();
        }
    }
}
