package org.wirebell.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Place;
import org.wirebell.model.Silence;
import org.wirebell.query.Matcher;

/** What a silence says of alerts that are on the board, at any time. The planner decides with whole items; here the evidence must do. */
final class Hushed implements AutoCloseable {
    private static final String QUERY = "silence";

    private final Silence silence;
    private final Board board;
    private final Matcher matcher;

    /** Throws {@link IllegalArgumentException} when its query cannot be read. */
    Hushed(Silence silence, Board board) {
        this.silence = silence;
        this.board = board;
        matcher = new Matcher(silence.query().map(q -> Map.of(QUERY, q)).orElse(Map.of()));
        var fault = matcher.broken().get(QUERY);
        if (fault != null) {
            matcher.close();
            throw new IllegalArgumentException("query: " + fault);
        }
    }

    boolean hushes(Alert alert) {
        var desk = alert.desk().isEmpty() ? AlertApi.DESK : alert.desk();
        return (silence.desk().isEmpty() || silence.desk().equals(desk))
                && (silence.rules().isEmpty() || silence.rules().contains(alert.rule()))
                && (silence.series().isEmpty() || silence.series().get().equals(alert.about()))
                && (silence.places().isEmpty() || isThere(alert))
                && (silence.query().isEmpty() || says(alert));
    }

    private boolean isThere(Alert alert) {
        var names = new ArrayList<String>();
        alert.series().ifPresent(s -> names.add(s.place()));
        places(alert).forEach(p -> names.addAll(p.names()));
        return silence.places().stream().anyMatch(asked -> names.stream().anyMatch(asked::equalsIgnoreCase));
    }

    private List<Place> places(Alert alert) {
        var ofStory = board.story(alert.story()).map(s -> s.places()).orElse(List.of());
        return alert.series()
                .map(s -> ofStory.stream().filter(p -> p.id().equals(s.place())).toList())
                .orElse(ofStory);
    }

    private boolean says(Alert alert) {
        var evidence = alert.evidence();
        var item = Json.read(
                Json.plain(Map.of(
                        "id", evidence.family(),
                        "source", evidence.source(),
                        "headline", evidence.headline(),
                        "body", evidence.sentence(),
                        "language", alert.language(),
                        "received", alert.received().toString())),
                Item.class);
        var finding = new Finding(
                item,
                alert.language(),
                places(alert),
                alert.signals(),
                List.of(),
                alert.story(),
                "",
                evidence.source(),
                Map.of());
        return !matcher.match(finding).isEmpty();
    }

    @Override
    public void close() {
        matcher.close();
    }
}
