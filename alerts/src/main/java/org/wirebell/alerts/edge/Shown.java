package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a receiver has of an alert.
 *
 * @param handles what the channel calls the messages, oldest first: all of them up to a bound, then the first and the newest;
 *     empty on channels that name none
 * @param revision the newest one shown
 */
public record Shown(List<String> handles, int revision) {
    private static final int MOST = 100;

    public Shown {
        handles = List.copyOf(handles);
    }

    /** Of the message that began it: a thread hangs on it. */
    public Optional<String> first() {
        return handles.stream().findFirst();
    }

    Shown and(String handle, int newer) {
        var all = new ArrayList<>(handles);
        if (!handle.isEmpty() && !all.contains(handle)) {
            all.add(handle);
        }
        if (all.size() > MOST) {
            all.remove(1);
        }
        return new Shown(all, Math.max(revision, newer));
    }
}
