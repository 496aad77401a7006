package org.wirebell.desk.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Change;
import org.wirebell.desk.board.Told;
import org.wirebell.model.Priority;

/**
 * One piece of an open page as it looks now; {@code live.js} puts it where the piece with the same key stands.
 *
 * @param list id of the list that a new piece joins, empty when it may only replace
 * @param node absent when the piece is gone
 * @param say what is read out, empty for nothing
 * @param bells how often the bell rings for it, 0 for what is told quietly or to nobody
 * @param ring names what it rings for: the page rings once for each
 */
public record Patch(String key, String list, Optional<Node> node, String say, boolean loud, int bells, String ring) {

    /** The screen that asks; {@code DATA} is no screen but a program that wants events. */
    public enum View {
        DATA,
        LIVE,
        FIGURES,
        STORIES,
        /** One story whole. */
        STORY,
        SOURCES,
        SHIFT,
        RULES,
        SENT,
        ARCHIVE;

        /** Is painted anew as a whole: one word that something has changed is enough for it. */
        public boolean whole() {
            return switch (this) {
                case SHIFT, RULES, SENT, ARCHIVE -> true;
                case DATA, LIVE, FIGURES, STORIES, STORY, SOURCES -> false;
            };
        }

        /** A screen that is painted as a whole is another one after a change of this kind. */
        private boolean shows(Change.Kind kind) {
            return switch (this) {
                case SHIFT, SENT -> kind == Change.Kind.ALERT;
                case RULES -> kind == Change.Kind.RULE || kind == Change.Kind.SILENCE || kind == Change.Kind.ALERT;
                case ARCHIVE -> kind == Change.Kind.STORY; // whose newest items are in the archive by then, or soon
                case DATA, LIVE, FIGURES, STORIES, STORY, SOURCES -> false;
            };
        }
    }

    /** What a change does to a screen, or nothing. */
    public static Optional<Patch> of(Change.Kind kind, String key, View view, Board board, Look look) {
        if (view.whole()) {
            return view.shows(kind) ? Optional.of(quiet("screen", "", Optional.empty())) : Optional.empty();
        }
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
                    case STORIES, STORY, SOURCES, DATA, SHIFT, RULES, SENT, ARCHIVE -> Optional.empty();
                };
            case FEED ->
                switch (view) {
                    case LIVE -> Optional.of(quiet("feeds", "", Optional.of(SourceRow.summary(board.feeds(), look))));
                    case SOURCES ->
                        Optional.of(quiet(
                                SourceRow.key(key), "feeds", board.feed(key).map(f -> SourceRow.row(f, look))));
                    case FIGURES, STORIES, STORY, DATA, SHIFT, RULES, SENT, ARCHIVE -> Optional.empty();
                };
            case STORY ->
                switch (view) {
                    case STORIES ->
                        Optional.of(quiet(
                                StoryRow.key(key),
                                "stories",
                                board.story(key).filter(s -> s.id().equals(key)).map(s -> StoryRow.of(s, look))));
                    case STORY -> Optional.of(quiet(StoryRow.key(key), "", whole(key, board, look)));
                    case LIVE, FIGURES, SOURCES, DATA, SHIFT, RULES, SENT, ARCHIVE -> Optional.empty();
                };
            case SILENCE, RULE -> Optional.empty();
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
        return new Patch(
                AlertRow.key(id),
                "alerts",
                told.map(t -> AlertRow.of(t, look, false)),
                say,
                loud,
                told.filter(Told::aloud).map(t -> t.alert().priority().bells()).orElse(0),
                told.map(t -> "#" + t.alert().revision()).orElse(""));
    }

    private static Patch quiet(String key, String list, Optional<? extends Node> node) {
        return new Patch(key, list, node.map(n -> n), "", false, 0, "");
    }

    /** For the JSON mapper. */
    public Map<String, Object> plain() {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", key);
        map.put("list", list);
        map.put("say", say);
        map.put("loud", loud);
        map.put("bells", bells);
        map.put("ring", ring);
        node.ifPresent(n -> map.put("node", Node.plain(n)));
        return map;
    }
}
