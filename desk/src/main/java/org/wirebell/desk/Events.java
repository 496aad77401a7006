package org.wirebell.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Change;
import org.wirebell.desk.board.Filter;
import org.wirebell.desk.page.Look;
import org.wirebell.desk.page.Patch;
import org.wirebell.model.Json;

/**
 * What one reader of the live stream is told of a change: events for a program, or pieces of the screen that it has open.
 *
 * @param only id of the one story that the reader looks at, empty for all there is
 */
record Events(Board board, Patch.View view, Filter filter, String only, Supplier<Look> look) {

    /** Every event tells how the thing stands now, so of several changes to one thing only the last is told. */
    Set<Change> lastOfEach(List<Change> changes) {
        var keys = new HashSet<String>();
        var last = new HashSet<Change>();
        var newestFirst = new ArrayList<>(changes);
        newestFirst.sort(Comparator.comparingLong(Change::sequence).reversed());
        for (var change : newestFirst) {
            if (keys.add(change.kind() + "|" + (oneForAll(change) ? "" : change.key()))) {
                last.add(change);
            }
        }
        return last;
    }

    /** The live screen has one summary of all sources; a screen that is painted anew is told once. */
    private boolean oneForAll(Change change) {
        return view.whole() || (change.kind() == Change.Kind.FEED && view == Patch.View.LIVE);
    }

    static String name(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    /** One line of JSON, or nothing where the reader does not care. */
    Optional<String> data(Change change) {
        if (!only.isEmpty()
                && !(change.kind() == Change.Kind.STORY && change.key().equals(only))) {
            return Optional.empty();
        }
        if (change.kind() == Change.Kind.ALERT) {
            var told = board.alert(change.key());
            if (told.isPresent() && !filter.matches(told.get())) {
                return Optional.empty();
            }
        }
        return view == Patch.View.DATA
                ? Optional.of(Json.plain(event(change)))
                : Patch.of(change.kind(), change.key(), view, board, look.get()).map(p -> Json.plain(p.plain()));
    }

    private Object event(Change change) {
        var gone = Map.of("key", change.key(), "gone", true);
        return switch (change.kind()) {
            case ALERT -> board.alert(change.key()).<Object>map(t -> t).orElse(gone);
            case SERIES -> board.series(change.key()).<Object>map(l -> l).orElse(gone);
            case STORY ->
                board.story(change.key())
                        .<Object>map(s -> s.id().equals(change.key())
                                ? s
                                : Map.of("key", change.key(), "gone", true, "into", s.id()))
                        .orElse(gone);
            case FEED -> board.feed(change.key()).<Object>map(f -> f).orElse(gone);
            case SILENCE ->
                board.silences().stream()
                        .filter(s -> s.id().equals(change.key()))
                        .findFirst()
                        .<Object>map(s -> s)
                        .orElse(gone);
            case RULE ->
                board.versions(change.key()).stream()
                        .findFirst()
                        .<Object>map(r -> r)
                        .orElse(gone);
            case DEAD -> board.dead();
        };
    }
}
