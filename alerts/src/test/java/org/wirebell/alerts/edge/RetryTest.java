package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

class RetryTest {
    private static final Notice NOTICE = Notices.notice("n1", "desk", "a1", 1, Notice.Kind.NEW);

    @ParameterizedTest(name = "after attempt {0}")
    @CsvSource(textBlock = """
            1, PT2S
            2, PT5S
            3, PT15S
            4, PT1M
            5, PT5M
            6, PT15M
            7, PT1H
            50, PT1H
            """)
    void waitsLongerEachTimeGiveOrTakeAFifth(int attempts, Duration planned) {
        for (var id : new String[] {"a", "b", "c", "d", "e"}) {
            assertThat(Retry.wait(id, attempts, Duration.ZERO))
                    .isBetween(
                            planned.multipliedBy(8).dividedBy(10),
                            planned.multipliedBy(12).dividedBy(10));
        }
        assertThat(Retry.wait("a", attempts, Duration.ZERO)).isNotEqualTo(Retry.wait("b", attempts, Duration.ZERO));
    }

    @Test
    void neverComesBackBeforeTheReceiverAskedFor() {
        assertThat(Retry.wait("a", 1, Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void waitsNoLongerThanTheNoticeLives() {
        var now = NOTICE.expires().minusSeconds(1);
        var next = Retry.after(new Delivery.Later("HTTP 500", Duration.ZERO), NOTICE, 7, now);
        assertThat(next).isEqualTo(new Retry.Next.Again(NOTICE.expires(), "HTTP 500"));
        assertThat(Retry.expired(NOTICE, now)).isFalse();
        assertThat(Retry.expired(NOTICE, NOTICE.expires())).isTrue();
    }

    @Test
    void endsWhatIsAcceptedOrRefused() {
        assertThat(Retry.after(new Delivery.Sent("ok"), NOTICE, 1, Notices.NOW))
                .isEqualTo(new Retry.Next.Done(Result.Outcome.SENT, "ok"));
        assertThat(Retry.after(new Delivery.Refused("http_4xx", "HTTP 404"), NOTICE, 1, Notices.NOW))
                .isEqualTo(new Retry.Next.Done(Result.Outcome.REFUSED, "http_4xx: HTTP 404"));
        assertThat(Retry.after(new Delivery.Off("HTTP 410"), NOTICE, 1, Notices.NOW))
                .isEqualTo(new Retry.Next.Done(Result.Outcome.REFUSED, "off: HTTP 410"));
    }
}
