package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirebell.model.Story;

/** The members of a story before and after an item, in the order in which they came. */
final class Roll {
    static final Comparator<Story.Member> ORDER =
            Comparator.comparing(Story.Member::at).thenComparing(Story.Member::family);

    private Roll() {}

    /** Members that the story lists no more, and those that are new or have changed. */
    record Change(List<Story.Member> gone, List<Story.Member> come) {}

    /** Both lists in order; a walk along the two. */
    static Change between(List<Story.Member> before, List<Story.Member> now) {
        var gone = new ArrayList<Story.Member>();
        var come = new ArrayList<Story.Member>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            int order = i == before.size() ? 1 : j == now.size() ? -1 : order(before.get(i), now.get(j));
            if (order < 0) {
                gone.add(before.get(i));
            } else if (order > 0 || !before.get(i).equals(now.get(j))) {
                come.add(now.get(j));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Change(gone, come);
    }

    private static int order(Story.Member before, Story.Member now) {
        return before == now ? 0 : ORDER.compare(before, now);
    }
}
