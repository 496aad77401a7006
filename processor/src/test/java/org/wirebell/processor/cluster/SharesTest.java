package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares();
    private final List<Integer> enough = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    @BeforeEach
    void reachThreeSlots() {
        shares.reach(3);
    }

    @Test
    void tellsThoseThatShareEnoughAndOfTheOthersThoseWithAMark() {
        shares.add(0, 0.25, false);
        shares.add(1, 0.125, true);
        shares.add(2, 0.125, false);
        shares.add(0, 0.25, true);

        shares.take(0.5, enough::add, marks::add);

        assertThat(enough).containsExactly(0);
        assertThat(marks).containsExactly(1);
    }

    @Test
    void isEmptyForTheNextSearchAndKeepsWhatItHasWhenMoreSlotsCome() {
        shares.add(0, 1, true);
        shares.take(0.5, enough::add, marks::add);
        enough.clear();

        shares.add(0, 0.25, false);
        shares.reach(900);
        shares.add(899, 0.5, false);
        shares.add(0, 0.25, false);
        shares.take(0.5, enough::add, marks::add);

        assertThat(enough).containsExactlyInAnyOrder(0, 899);
        assertThat(marks).isEmpty();
    }
}
