package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    private final List<Duration> running = new ArrayList<>();
    private final Alarm alarm = new Alarm(wait -> {
        running.add(wait);
        return () -> running.remove(wait);
    });

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "soon, PT0.25S, PT0.25S",
        "in a while, PT59S, PT59S",
        "tomorrow: we look whether the clock was set, PT24H, PT1M",
        "now, PT0S, PT0.001S",
        "an hour ago, PT-1H, PT0.001S",
    })
    void wakesWhenItIsDue(String what, Duration in, Duration wait) {
        alarm.set(Optional.of(NOW.plus(in)), NOW);
        assertThat(running).as(what).containsExactly(wait);
    }

    @Test
    void onlyForTheNext() {
        alarm.add(NOW.plusSeconds(20), NOW);
        alarm.add(NOW.plusSeconds(40), NOW);
        assertThat(running).containsExactly(Duration.ofSeconds(20));
        alarm.add(NOW.plusSeconds(15), NOW.plusSeconds(5));
        assertThat(running).containsExactly(Duration.ofSeconds(10));
        alarm.set(Optional.of(NOW.plusSeconds(40)), NOW.plusSeconds(15));
        assertThat(running).containsExactly(Duration.ofSeconds(25));
    }

    @Test
    void neverWhenNothingIsDue() {
        alarm.set(Optional.empty(), NOW);
        assertThat(running).isEmpty();
        assertThat(alarm.isSet()).isFalse();
        alarm.add(NOW.plusSeconds(20), NOW);
        assertThat(alarm.isSet()).isTrue();
        alarm.set(Optional.empty(), NOW);
        assertThat(running).isEmpty();
    }
}
