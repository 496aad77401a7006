package org.wirebell.desk.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Change;
import org.wirebell.model.Priority;

/**
 * One piece of an open page as it looks now; {@code live.js} puts it where the piece with the same key stands.
 *
 * @param list id of the list that a new piece joins, empty when it may only replace
 * @param node absent when the piece is gone
 * @param say what is read out, empty for nothing
 */
public record Patch(String key, String list, Optional<Node> node, String say, boolean loud) {

    /** The screen that asks; {@code DATA} is no screen but a program that wants events. */
    public enum View {
        DATA,
        LIVE,
        FIGURES,
        STORIES,
        /** One story whole. */
        STORY,
        SOURCES
    }

    /** What a change does to a screen, or nothing. */
    public static Optional<Patch> of(Change.Kind kind, String key, View view, Board board, Look look) {
        return switch (kind) {
            case ALERT -> view == View.LIVE ? Optional.of(alert(key, board, look)) : Optional.empty();
            case SERIES ->
                switch (view) {
                    case LIVE ->
                        Optional.of(quiet(
                                SeriesCard.key(key), "series", board.series(key).map(l -> SeriesCard.line(l, look))));
                    case FIGURES ->
                        Optional.of(quiet(
                                SeriesCard.key(key), "series", board.series(key).map(l -> SeriesCard.card(l, look))));
                    case STORIES, STORY, SOURCES, DATA -> Optional.empty();
                };
            case FEED ->
                switch (view) {
                    case LIVE -> Optional.of(quiet("feeds", "", Optional.of(SourceRow.summary(board.feeds(), look))));
                    case SOURCES ->
                        Optional.of(quiet(
                                SourceRow.key(key), "feeds", board.feed(key).map(f -> SourceRow.row(f, look))));
                    case FIGURES, STORIES, STORY, DATA -> Optional.empty();
                };
            case STORY ->
                switch (view) {
                    case STORIES ->
                        Optional.of(quiet(
                                StoryRow.key(key),
                                "stories",
                                board.story(key).filter(s -> s.id().equals(key)).map(s -> StoryRow.of(s, look))));
                    case STORY -> Optional.of(quiet(StoryRow.key(key), "", whole(key, board, look)));
                    case LIVE, FIGURES, SOURCES, DATA -> Optional.empty();
                };
            case SILENCE, RULE -> Optional.empty(); // no screen shows them yet
            case DEAD ->
                view == View.LIVE || view == View.SOURCES
                        ? Optional.of(quiet(
                                "dead", "", Optional.of(SourceRow.dead(board.dead(), look, view == View.SOURCES))))
                        : Optional.empty();
        };
    }

    private static Optional<Node.Element> whole(String id, Board board, Look look) {
        return board.story(id)
                .map(s -> s.id().equals(id) ? StoryScreens.whole(s, board, look) : StorySheet.moved(id, s));
    }

    private static Patch alert(String id, Board board, Look look) {
        var told = board.alert(id);
        var say = told.map(t -> Words.word(t.alert().priority()) + ", "
                        + Words.reason(t.alert().reason()) + ": " + t.alert().title())
                .orElse("");
        var loud = told.filter(t -> t.alert().priority() == Priority.FLASH).isPresent();
        return new Patch(AlertRow.key(id), "alerts", told.map(t -> AlertRow.of(t, look, false)), say, loud);
    }

    private static Patch quiet(String key, String list, Optional<? extends Node> node) {
        return new Patch(key, list, node.map(n -> n), "", false);
    }

    /** For the JSON mapper. */
    public Map<String, Object> plain() {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", key);
        map.put("list", list);
        map.put("say", say);
        map.put("loud", loud);
        node.ifPresent(n -> map.put("node", Node.plain(n)));
        return map;
    }
}
