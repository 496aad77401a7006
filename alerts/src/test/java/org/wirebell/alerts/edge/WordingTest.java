package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.edge.Notices.exactly;
import static org.wirebell.alerts.edge.Notices.notice;
import static org.wirebell.alerts.edge.Notices.storm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Samples;

class WordingTest {
    private static String slack(Notice notice) {
        return Json.plain(new SlackMessage(Headline.Size.FULL, false).of(notice));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.wirebell.alerts.edge.Cases#all")
    void saysTheSameOnEveryChannel(String name, Notice notice) {
        var words = Wording.of(notice);
        Golden.check("wording/" + name + ".console.txt", ConsoleText.of(words, Receiver.Console.DEFAULT_WIDTH));
        Golden.check("wording/" + name + ".slack.json", slack(notice));
        Golden.check(
                "wording/" + name + ".mail.txt",
                MailText.of(words).subject() + "\n\n" + MailText.of(words).text());
        Golden.check("wording/" + name + ".mail.html", MailText.of(words).html());
        Golden.check("wording/" + name + ".webhook.json", new String(WebhookBody.of(notice), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.wirebell.alerts.edge.Cases#all")
    void keepsEveryLimit(String name, Notice notice) {
        var words = Wording.of(notice);
        assertThat(WebhookBody.of(notice)).as(name).hasSizeLessThanOrEqualTo(WebhookBody.LIMIT);
        assertThat(MailText.of(words).subject()).hasSizeLessThanOrEqualTo(200).doesNotContain("\r", "\n");
        var slack = Json.map(slack(notice));
        assertThat((String) slack.get("text")).hasSizeLessThanOrEqualTo(SlackMessage.SECTION);
        for (var block : (List<?>) slack.get("blocks")) {
            switch (((Map<?, ?>) block).get("type").toString()) {
                case "header" -> assertThat(text(block)).hasSizeLessThanOrEqualTo(SlackMessage.HEADER);
                case "section" -> assertThat(text(block)).hasSizeLessThanOrEqualTo(SlackMessage.SECTION);
                default ->
                    assertThat(((List<?>) ((Map<?, ?>) block).get("elements")))
                            .allSatisfy(element -> assertThat(
                                            ((Map<?, ?>) element).get("text").toString())
                                    .hasSizeLessThanOrEqualTo(SlackMessage.SECTION));
            }
        }
    }

    private static String text(Object block) {
        return ((Map<?, ?>) ((Map<?, ?>) block).get("text")).get("text").toString();
    }

    @Test
    void hostileTextStaysText() {
        var notice = (Notice) Cases.all()
                .filter(it -> it.get()[0].equals("hostile"))
                .findFirst()
                .orElseThrow()
                .get()[1];
        var words = Wording.of(notice);
        assertThat(slack(notice)).doesNotContain("<!channel>", "<https://evil").contains("&lt;!channel&gt;");
        assertThat(MailText.of(words).html()).doesNotContain("<script>", "<b>", "\u202E");
        assertThat(ConsoleText.of(words, 100)).doesNotContain("\u001b", "\r", "\u202E");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # bound     | value | low | high | words
            EXACT       | 1883  | 1883| 1883 | 1,883
            AT_LEAST    | 31    | 31  |      | at least 31
            MORE_THAN   | 300   | 301 |      | more than 300
            AT_MOST     | 12    |     | 12   | at most 12
            FEWER_THAN  | 10    |     | 9    | fewer than 10
            ABOUT       | 250   |     |      | about 250
            NEARLY      | 40    |     | 39   | nearly 40
            RANGE       |       | 20  | 30   | 20 to 30
            VAGUE       |       | 24  |      | at least 24
            VAGUE       |       |     | 9    | at most 9
            VAGUE       |       |     |      | an unnamed number
            """)
    void wordsNumbersAsTheyWereBound(Figure.Bound bound, Long value, Long low, Long high, String words) {
        var reading = new Alert.Reading(
                Optional.ofNullable(value), Optional.ofNullable(low), Optional.ofNullable(high), bound, Samples.T0);
        assertThat(Wording.number(reading)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # kind   | what is said
            correct  | corrected: now 1,883 killed, was 2,357
            update   | now 1,883 killed, was 2,357
            withdraw | taken back: 2,357 killed; what stands now is 1,883
            hold     | on hold: 1,883 killed is not to be used until released
            """)
    void namesWhatChanged(String kind, String said) {
        var notice = storm(
                Notice.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                exactly(2_357),
                exactly(1_883),
                "1,883 dead.",
                "1,883");
        assertThat(Wording.of(notice).change()).isEqualTo(said);
    }

    @Test
    void aSignalWithoutFigureIsNamed() {
        assertThat(Wording.of(storm(Notice.Kind.NEW, Optional.empty(), Optional.empty(), "Many died.", "died"))
                        .change())
                .isEqualTo("signal: mass.casualty");
    }

    @Test
    void aNoticeOfManySaysNothingOfOneAlone() {
        var like = Samples.digest();
        var storm = new Notice(
                "n9",
                "desk",
                Notice.Kind.DIGEST,
                like.alert(),
                like.planned(),
                like.expires(),
                true,
                "",
                List.of(),
                Map.of());
        var words = Wording.of(storm);
        assertThat(words.headline()).startsWith("[URGENT] DIGEST: ");
        assertThat(words.change() + words.claimant() + words.sentence().text()).isEmpty();
    }
}
