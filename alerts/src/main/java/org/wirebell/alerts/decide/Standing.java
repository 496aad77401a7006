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
 * @param causes families of the items that people were told of; a kill of one of them follows
 * @param heard who has said anything of the series that the rule saw
 * @param seen ids of the happenings handled last, so that a repeat changes nothing
 * @param life what time has to do with it
 * @param newest highest version of the item seen, empty when versions are not numbers
 */
public record Standing(
        Optional<Alert> alert,
        Optional<Alert.Reading> told,
        List<String> causes,
        List<String> heard,
        List<String> seen,
        String newest,
        Optional<Life> life) {
    private static final int REMEMBERED = 64;

    public static final Standing NONE =
            new Standing(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), "", Optional.empty());

    public Standing {
        causes = List.copyOf(causes);
        heard = List.copyOf(heard);
        seen = List.copyOf(seen);
    }

    boolean knows(String happening) {
        return seen.contains(happening);
    }

    /** Whether people were told and have not been told to forget it. */
    boolean open() {
        return in(Alert.State.OPEN) || in(Alert.State.HELD);
    }

    boolean in(Alert.State state) {
        return alert.filter(a -> a.state() == state).isPresent();
    }

    Standing saw(String happening) {
        return new Standing(alert, told, causes, heard, longer(seen, happening), newest, life);
    }

    Standing with(Alert revision) {
        return new Standing(Optional.of(revision), told, causes, heard, seen, newest, life);
    }

    Standing because(String family) {
        return causes.contains(family)
                ? this
                : new Standing(alert, told, longer(causes, family), heard, seen, newest, life);
    }

    Standing told(Optional<Alert.Reading> reading) {
        return new Standing(alert, reading, causes, heard, seen, newest, life);
    }

    Standing newest(String version) {
        return new Standing(alert, told, causes, heard, seen, version, life);
    }

    Standing heard(String claimant) {
        return claimant.isBlank() || heard.contains(claimant)
                ? this
                : new Standing(alert, told, causes, longer(heard, claimant), seen, newest, life);
    }

    Life lived() {
        return life.orElse(Life.NONE);
    }

    Standing living(Life next) {
        return new Standing(alert, told, causes, heard, seen, newest, Optional.of(next));
    }

    private static List<String> longer(List<String> list, String one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return longer.subList(Math.max(0, longer.size() - REMEMBERED), longer.size());
    }
}
