package org.wirebell.alerts.edge;

import static org.wirebell.alerts.edge.Notices.alert;
import static org.wirebell.alerts.edge.Notices.atLeast;
import static org.wirebell.alerts.edge.Notices.changed;
import static org.wirebell.alerts.edge.Notices.evidence;
import static org.wirebell.alerts.edge.Notices.exactly;
import static org.wirebell.alerts.edge.Notices.notice;
import static org.wirebell.alerts.edge.Notices.storm;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Samples;

/** Notices that every channel must be able to show: each kind, a foreign script, hostile text, and as long as they come. */
final class Cases {
    private static final String HOSTILE =
            "<!channel> <script>alert(1)</script> & \"31\" dead\r\nBcc: all@example.org\u001b[2J \u202Etxet* <https://evil.example|here>";
    /** As above, for the channels that came later. */
    private static final String MORE_HOSTILE =
            "@everyone @here <@U123> <@&7> [31](https://evil.example) **bold** `x` _i_ ~s~ ||y||"
                    + " {{DATE(2026-03-01T00:00:00Z)}} :skull: /start @channelname \r\nX-Priority: 5\u0000\u200B\u2066\uFFFE ]]> &amp; #all";

    private Cases() {}

    static Stream<Arguments> all() {
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
                Arguments.of(
                        "calling",
                        changed(
                                notice(
                                        "n-calling",
                                        "desk",
                                        Notice.Kind.UPDATE,
                                        alert(
                                                "a-calling",
                                                4,
                                                exactly(30),
                                                exactly(31),
                                                evidence(MORE_HOSTILE, MORE_HOSTILE, "31"),
                                                MORE_HOSTILE)),
                                MORE_HOSTILE,
                                List.of(MORE_HOSTILE),
                                List.of(),
                                "en")),
                Arguments.of(
                        "combining",
                        storm(
                                Notice.Kind.NEW,
                                Optional.empty(),
                                exactly(31),
                                "31 " + "e\u0301".repeat(900) + "👩‍👩‍👧‍👦".repeat(300),
                                "31")),
                Arguments.of("long digest", longDigest()),
                Arguments.of("digest", Samples.digest()),
                Arguments.of("maximal", maximal()));
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

    private static Notice longDigest() {
        var like = Samples.digest();
        var entry = like.entries().getFirst();
        var big = new Notice.Entry(
                entry.alert(),
                9,
                entry.priority(),
                MORE_HOSTILE + "界".repeat(400),
                "権".repeat(300),
                "因".repeat(2_000),
                "https://coastwire.example/" + "a".repeat(900),
                "",
                entry.received(),
                "budget");
        return new Notice(
                "n-digest",
                like.receiver(),
                Notice.Kind.DIGEST,
                like.alert(),
                like.planned(),
                like.expires(),
                true,
                "",
                Collections.nCopies(300, big),
                like.more());
    }
}
