package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Alert;

/**
 * All that is remembered of one alert id; the value of the planner's store.
 *
 * @param alert the latest revision, absent while nothing was told
 * @param told the number that rises are measured from: told last, or found when the rule first looked
 * @param seen ids of the happenings handled last, so that a repeat changes nothing
 * @param newest highest version of the item seen, empty when versions are not numbers
 */
public record Standing(Optional<Alert> alert, Optional<Long> told, List<String> seen, String newest) {
    private static final int REMEMBERED = 64;

    public static final Standing NONE = new Standing(Optional.empty(), Optional.empty(), List.of(), "");

    public Standing {
        seen = List.copyOf(seen);
    }

    boolean knows(String happening) {
        return seen.contains(happening);
    }

    /** Whether people were told and have not been told to forget it. */
    boolean open() {
        return alert.filter(a -> a.state() == Alert.State.OPEN || a.state() == Alert.State.HELD)
                .isPresent();
    }

    Standing saw(String happening) {
        var longer = new ArrayList<>(seen);
        longer.add(happening);
        return new Standing(
                alert, told, longer.subList(Math.max(0, longer.size() - REMEMBERED), longer.size()), newest);
    }

    Standing with(Alert revision) {
        return new Standing(Optional.of(revision), told, seen, newest);
    }

    Standing told(Optional<Long> number) {
        return new Standing(alert, number, seen, newest);
    }

    Standing newest(String version) {
        return new Standing(alert, told, seen, version);
    }
}
