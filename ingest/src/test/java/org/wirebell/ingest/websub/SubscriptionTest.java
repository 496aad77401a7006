package org.wirebell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {
    private static final Offer OFFER = new Offer("https://hub.example/", "https://harbour.example/feed");

    /** Each step is a word, with a time before it when the clock moves; the words are read by {@link #after}. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # steps                                                   | state
            nothing                                                   | none
            offer                                                     | wanted, next PT0S
            offer ask                                                 | asked, next PT10M
            offer ask verify:PT240H                                   | verified, next PT192H, until PT240H
            offer ask verify:PT240H push                              | delivering, next PT192H, until PT240H
            offer ask verify:PT240H push miss                         | verified, next PT192H, until PT240H
            offer ask verify:PT240H push miss push                    | delivering, next PT192H, until PT240H
            offer ask verify:PT240H push PT192H ask                   | delivering, next PT10M, until PT48H
            offer ask verify:PT240H push PT192H ask verify:PT240H     | delivering, next PT192H, until PT240H
            offer ask verify:PT240H push PT192H ask refuse            | delivering, next PT1M, until PT48H
            offer ask verify:PT240H push PT240H lapse                 | wanted, next PT-48H
            offer ask verify:PT1S                                     | verified, next PT1M, until PT1S
            offer ask verify:PT1S push PT1S lapse                     | wanted, next PT59S
            offer ask verify:PT87600H                                 | verified, next PT576H, until PT720H
            offer ask refuse                                          | refused, next PT1M
            offer ask refuse PT1M ask refuse                          | refused, next PT2M
            offer ask refuse ask refuse ask refuse ask refuse         | refused, next PT8M
            offer ask refuse:PT30M                                    | refused, next PT30M
            offer ask refuse:PT9000H                                  | refused, next PT24H
            offer ask PT10M ask                                       | asked, next PT10M
            offer ask ask ask ask ask ask ask                         | asked, next PT32M
            offer ask deny                                            | refused, next PT24H
            offer ask verify:PT240H push deny                         | refused, next PT24H
            offer ask deny PT24H ask verify:PT240H                    | verified, next PT192H, until PT240H
            offer ask verify:PT240H push offer                        | delivering, next PT192H, until PT240H
            offer ask verify:PT240H push other                        | wanted, next PT0S
            offer ask verify:PT240H push mark                         | wanted, next PT0S
            offer ask verify:PT240H push none                         | none
            """)
    void movesOn(String steps, String expected) {
        var walk = new Walk();
        for (var step : steps.split(" ")) {
            walk.step(step);
        }
        assertThat(walk.show()).isEqualTo(expected);
        assertThat(Subscription.read(walk.state.written(walk.now))).isEqualTo(walk.state);
    }

    @Test
    void waitsNoLongerThanSixHoursForABrokenHub() {
        var walk = new Walk();
        walk.step("offer");
        for (int i = 0; i < 40; i++) {
            walk.step("ask");
            walk.step("refuse");
        }
        assertThat(walk.show()).isEqualTo("refused, next PT6H");
    }

    @Test
    void whatCannotBeReadIsNone() {
        assertThat(Subscription.read("")).isEqualTo(Subscription.NONE);
        assertThat(Subscription.read(Subscription.NONE.written(T0))).isEqualTo(Subscription.NONE);
        assertThat(Subscription.NONE.written(T0)).isNotEmpty();
    }

    private static final class Walk {
        private Subscription state = Subscription.NONE;
        private Instant now = T0;

        void step(String step) {
            var parts = step.split(":");
            var time = parts.length > 1 ? Duration.parse(parts[1]) : Duration.ZERO;
            state = switch (parts[0]) {
                case "nothing" -> state;
                case "offer" -> state.offered(Optional.of(OFFER), "m1", now);
                case "mark" -> state.offered(Optional.of(OFFER), "m2", now);
                case "other" -> state.offered(Optional.of(new Offer(OFFER.hub(), "https://x.example/")), "m1", now);
                case "none" -> state.offered(Optional.empty(), "m1", now);
                case "ask" -> state.asking(now);
                case "refuse" -> state.refused("500", time, now);
                case "verify" -> state.verified(time, now);
                case "deny" -> state.denied("no", now);
                case "push" -> state.pushed();
                case "miss" -> state.missed();
                case "lapse" -> state.lapsed();
                default -> {
                    now = now.plus(Duration.parse(step));
                    yield state;
                }
            };
        }

        String show() {
            var shown = new ArrayList<>(List.of(state.word(now)));
            state.next().ifPresent(at -> shown.add("next " + Duration.between(now, at)));
            state.until().ifPresent(at -> shown.add("until " + Duration.between(now, at)));
            assertThat(state.trusted(now)).isEqualTo(state.word(now).equals("delivering"));
            return String.join(", ", shown);
        }
    }
}
