package org.wirebell.alerts.edge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Notice;
import org.wirebell.model.Samples;

/** Invented notices for the tests of delivery. */
final class Notices {
    static final Instant NOW = Samples.T0.plusSeconds(60);

    private Notices() {}

    static Optional<Alert.Reading> exactly(long value) {
        return Optional.of(new Alert.Reading(
                Optional.of(value), Optional.of(value), Optional.of(value), Figure.Bound.EXACT, Samples.T0));
    }

    static Optional<Alert.Reading> atLeast(long value) {
        return Optional.of(new Alert.Reading(
                Optional.of(value), Optional.of(value), Optional.empty(), Figure.Bound.AT_LEAST, Samples.T0));
    }

    static Evidence evidence(String headline, String sentence, String quote) {
        var like = Samples.evidence();
        return new Evidence(
                like.family(),
                like.version(),
                like.source(),
                headline,
                like.link(),
                like.published(),
                like.part(),
                sentence,
                quote,
                Math.max(0, sentence.indexOf(quote)),
                0,
                quote.length(),
                like.rule());
    }

    /** A notice about the alert {@code alert}, for the receiver {@code receiver}. */
    static Notice notice(String id, String receiver, String alert, int revision, Notice.Kind kind) {
        return notice(
                id,
                receiver,
                kind,
                alert(alert, revision, exactly(20), atLeast(31), Samples.evidence(), "Ferry: at least 31 killed"));
    }

    static Notice notice(String id, String receiver, Notice.Kind kind, Alert alert) {
        return new Notice(id, receiver, kind, alert, NOW, NOW.plusSeconds(1_800), Map.of());
    }

    static Alert alert(
            String id,
            int revision,
            Optional<Alert.Reading> before,
            Optional<Alert.Reading> after,
            Evidence evidence,
            String title) {
        var like = Samples.alert();
        return new Alert(
                id,
                like.rule(),
                like.about(),
                revision,
                like.state(),
                like.priority(),
                like.reason(),
                title,
                before,
                after,
                like.claimant(),
                like.series(),
                like.signals(),
                evidence,
                like.language(),
                like.causeItem(),
                like.recipients(),
                like.revisions(),
                like.opened(),
                like.received(),
                like.why(),
                Map.of());
    }

    static Notice storm(
            Notice.Kind kind,
            Optional<Alert.Reading> before,
            Optional<Alert.Reading> after,
            String sentence,
            String quote) {
        return notice(
                "n-" + kind.name().toLowerCase(java.util.Locale.ROOT),
                "desk",
                kind,
                alert("a-storm", 3, before, after, evidence("Storm toll", sentence, quote), "Storm in Velmar: killed"));
    }

    static Notice changed(
            Notice notice, String claimant, List<String> why, List<Alert.Revision> history, String language) {
        var like = notice.alert();
        var alert = new Alert(
                like.id(),
                like.rule(),
                like.about(),
                like.revision(),
                like.state(),
                like.priority(),
                like.reason(),
                like.title(),
                like.before(),
                like.after(),
                claimant,
                like.series(),
                like.signals(),
                like.evidence(),
                language,
                like.causeItem(),
                like.recipients(),
                history,
                like.opened(),
                like.received(),
                why,
                Map.of());
        return notice(notice.id(), notice.receiver(), notice.kind(), alert);
    }
}
