package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.edge.Notices.alert;
import static org.wirebell.alerts.edge.Notices.atLeast;
import static org.wirebell.alerts.edge.Notices.changed;
import static org.wirebell.alerts.edge.Notices.evidence;
import static org.wirebell.alerts.edge.Notices.exactly;
import static org.wirebell.alerts.edge.Notices.notice;
import static org.wirebell.alerts.edge.Notices.storm;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Samples;

class WordingTest {
    private static final String HOSTILE =
            "<!channel> <script>alert(1)</script> & \"31\" dead\r\nBcc: all@example.org\u001b[2J \u202Etxet* <https://evil.example|here>";

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        "new",
                        storm(
                                Notice.Kind.NEW,
                                Optional.empty(),
                                atLeast(20),
                                "At least 20 people died in the storm, the Velmar rescue service said.",
                                "20")),
                Arguments.of(
                        "update",
                        storm(
                                Notice.Kind.UPDATE,
                                atLeast(20),
                                atLeast(52),
                                "The rescue service now counts at least 52 dead.",
                                "52")),
                Arguments.of(
                        "correct",
                        storm(
                                Notice.Kind.CORRECT,
                                exactly(2_357),
                                exactly(1_883),
                                "The Velmar office lowered its count to 1,883 dead.",
                                "1,883")),
                Arguments.of(
                        "withdraw",
                        storm(
                                Notice.Kind.WITHDRAW,
                                exactly(4_460),
                                Optional.empty(),
                                "The figure of 4,460 was a count of shelters, the office said.",
                                "4,460")),
                Arguments.of(
                        "hold",
                        storm(
                                Notice.Kind.HOLD,
                                exactly(4_460),
                                exactly(4_460),
                                "Editors: hold the storm story until further notice.",
                                "")),
                Arguments.of(
                        "release",
                        storm(Notice.Kind.RELEASE, exactly(4_460), exactly(4_460), "The storm story is released.", "")),
                Arguments.of(
                        "arabic",
                        changed(
                                storm(
                                        Notice.Kind.NEW,
                                        Optional.empty(),
                                        exactly(31),
                                        "قُتل 31 شخصًا في غرق العبّارة، بحسب مكتب الميناء 🚢.",
                                        "31"),
                                "مكتب الميناء",
                                List.of("figure killed: first"),
                                List.of(),
                                "ar")),
                Arguments.of(
                        "hostile",
                        changed(
                                notice(
                                        "n-hostile",
                                        "desk",
                                        Notice.Kind.NEW,
                                        alert(
                                                "a\r\nX: y",
                                                1,
                                                Optional.empty(),
                                                exactly(31),
                                                evidence(HOSTILE, HOSTILE, "31"),
                                                HOSTILE)),
                                HOSTILE,
                                List.of(HOSTILE),
                                List.of(),
                                "en\"><b>")),
                Arguments.of("digest", Samples.digest()),
                Arguments.of("maximal", maximal()));
    }

    private static String slack(Notice notice) {
        return Json.plain(new SlackMessage(Headline.Size.FULL, false).of(notice));
    }

    private static Notice maximal() {
        var sentence = "界".repeat(20_000) + " 99 " + "é🚨".repeat(20_000);
        var alert = alert(
                "a".repeat(3_000),
                99,
                exactly(Long.MAX_VALUE - 1),
                exactly(Long.MAX_VALUE),
                evidence("長".repeat(5_000), sentence, "99"),
                "題".repeat(9_000));
        var step =
                new Alert.Revision(1, Alert.Reason.FIRST, exactly(9), "界".repeat(300), "item".repeat(300), Samples.T0);
        return changed(
                notice("n-max", "desk", Notice.Kind.UPDATE, alert),
                "権".repeat(4_000),
                Collections.nCopies(40, "因".repeat(900)),
                Collections.nCopies(50, step),
                "ja");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
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
    @MethodSource("cases")
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
        var notice = (Notice) cases().filter(it -> it.get()[0].equals("hostile"))
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
}
