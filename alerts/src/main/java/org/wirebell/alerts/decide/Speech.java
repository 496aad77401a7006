package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Series;
import org.wirebell.model.Signal;

/**
 * What a revision says, whoever hears it.
 *
 * @param received when the causing item reached us
 * @param planned when it was decided: later than received for what waited out an embargo
 */
record Speech(
        String title,
        Optional<Alert.Reading> before,
        Optional<Alert.Reading> after,
        String claimant,
        Optional<Series> series,
        List<Signal> signals,
        Evidence evidence,
        String language,
        String causeItem,
        String story,
        int corroborated,
        Priority loudness,
        Instant received,
        Instant planned,
        List<String> why) {

    /** Names an item's version so that no two share it: feeds seldom count versions. */
    static String cause(Item item) {
        return item.family() + "#"
                + (item.version().isEmpty() ? item.contentHash().substring(0, 12) : item.version());
    }

    /** A revision with a notice for each receiver that the rule names, or for those who were told. */
    Decision.Speak speak(
            Rule rule, String about, Standing standing, Alert.State state, Alert.Reason reason, Notice.Kind kind) {
        var told = standing.alert().map(Alert::recipients).orElse(List.of());
        var route = Route.of(rule, kind, told);
        var alert = revision(rule, about, standing, state, reason, route.and(told), route.steps());
        var notices = route.receivers().stream()
                .map(receiver -> Notices.of(alert, receiver, kind, planned))
                .toList();
        return new Decision.Speak(standing.with(alert), alert, notices);
    }

    /** A revision that is shown but told to nobody. */
    Decision.Silent edit(Rule rule, String about, Standing standing, Alert shown) {
        var alert = revision(
                rule,
                about,
                standing,
                shown.state(),
                Alert.Reason.MINOR_CHANGE,
                shown.recipients(),
                List.of("not told"));
        return new Decision.Silent(standing.with(alert), Optional.of(alert), Decision.Why.MINOR, why);
    }

    /** What would have been told and is not; the alert stays as it was. */
    Decision.Silent unsaid(Rule rule, String about, Standing standing, Decision.Why silence) {
        var told = standing.alert().map(Alert::recipients).orElse(List.of());
        var alert = revision(
                rule, about, standing, Alert.State.OPEN, Alert.Reason.FIRST, told, List.of("not told: " + silence));
        return new Decision.Silent(standing, Optional.empty(), Optional.of(alert), silence, why);
    }

    private Alert revision(
            Rule rule,
            String about,
            Standing standing,
            Alert.State state,
            Alert.Reason reason,
            List<String> recipients,
            List<String> route) {
        var last = standing.alert();
        int number = last.map(Alert::revision).orElse(0) + 1;
        var history = new ArrayList<>(last.map(Alert::revisions).orElse(List.of()));
        history.add(new Alert.Revision(number, reason, after, claimant, causeItem, received));
        return new Alert(
                Decider.alertId(rule.deskName(), rule.id(), about),
                rule.id(),
                about,
                number,
                state,
                loudness,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                recipients,
                history.subList(Math.max(0, history.size() - Alert.HISTORY), history.size()),
                last.map(Alert::opened).orElse(received),
                received,
                Stream.concat(why.stream(), route.stream()).toList(),
                rule.deskName(),
                story,
                corroborated,
                last.flatMap(Alert::handling).filter(_ -> state != Alert.State.CLOSED),
                Optional.empty(),
                Map.of());
    }
}
