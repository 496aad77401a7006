package org.wirebell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {
    private static final String TOPIC = "https://harbour.example/feed";

    @ParameterizedTest(name = "{0} {1} {2} when {3} was asked: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # mode      | topic                          | challenge | asked       | lease      | answer
            subscribe   | https://harbour.example/feed   | c1        | SUBSCRIBE   | 864000     | confirm c1 for PT240H
            subscribe   | https://harbour.example/feed   | c1        | SUBSCRIBE   | ''         | confirm c1
            subscribe   | https://harbour.example/feed   | c1        | SUBSCRIBE   | 0          | confirm c1
            subscribe   | https://harbour.example/feed   | c1        | SUBSCRIBE   | -5         | confirm c1
            subscribe   | https://harbour.example/feed   | c1        | SUBSCRIBE   | 99999999999 | confirm c1
            subscribe   | https://harbour.example/feed   | c1        | -           | 60         | disown
            subscribe   | https://harbour.example/feed   | c1        | UNSUBSCRIBE | 60         | disown
            unsubscribe | https://harbour.example/feed   | c1        | SUBSCRIBE   | 60         | disown
            unsubscribe | https://harbour.example/feed   | c1        | UNSUBSCRIBE | ''         | confirm c1
            subscribe   | https://harbour.example/feed/  | c1        | SUBSCRIBE   | 60         | disown
            subscribe   | ''                             | c1        | SUBSCRIBE   | 60         | disown
            subscribe   | https://harbour.example/feed   | ''        | SUBSCRIBE   | 60         | disown
            SUBSCRIBE   | https://harbour.example/feed   | c1        | SUBSCRIBE   | 60         | disown
            publish     | https://harbour.example/feed   | c1        | SUBSCRIBE   | 60         | disown
            denied      | https://harbour.example/feed   | ''        | SUBSCRIBE   | ''         | denied: no
            denied      | https://harbour.example/feed   | ''        | -           | ''         | denied: no
            denied      | https://other.example/feed     | ''        | SUBSCRIBE   | ''         | disown
            """)
    void answers(String mode, String topic, String challenge, Mode asked, String lease, String expected) {
        var verification = new Verification(mode, topic, challenge, lease, "no");
        assertThat(show(verification.answer(Optional.ofNullable(asked), TOPIC))).isEqualTo(expected);
    }

    private static String show(Verification.Answer answer) {
        return switch (answer) {
            case Verification.Answer.Confirm(var challenge, var _, var lease) ->
                "confirm " + challenge + lease.map(time -> " for " + time).orElse("");
            case Verification.Answer.Denied(var reason) -> "denied: " + reason;
            case Verification.Answer.Disown _ -> "disown";
        };
    }
}
