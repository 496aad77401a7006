package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
    @Test
    void afterThreeNoneIsReplacedAndThePartIsToldOnce() {
        var told = new ArrayList<Throwable>();
        var replacements = new Replacements(told::add);
        var deaths = Stream.of("first", "second", "third", "fourth", "fifth")
                .map(IllegalStateException::new)
                .toList();

        assertThat(deaths.stream().map(replacements::next)).containsExactly(true, true, true, false, false);
        assertThat(told).containsExactly(deaths.get(3));
    }
}
