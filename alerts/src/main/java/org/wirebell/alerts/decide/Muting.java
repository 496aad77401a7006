package org.wirebell.alerts.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Finding;
import org.wirebell.model.Notice;
import org.wirebell.model.Series;
import org.wirebell.model.Silence;

/** What a silence would have muted of notices that went out, had it held at their time. */
public final class Muting {
    private Muting() {}

    /**
     * In the order of the notices. What takes back or amends is never muted.
     *
     * @param recorded the items and changes behind them
     */
    public static List<Notice> of(Silence silence, Collection<Notice> sent, Collection<Happening> recorded) {
        var causes = new HashMap<String, Happening>();
        recorded.forEach(happening -> causes.put(key(happening), happening));
        try (var silences = new Silences(List.of(silence))) {
            return sent.stream()
                    .filter(notice ->
                            notice.goes() && (notice.kind() == Notice.Kind.NEW || notice.kind() == Notice.Kind.UPDATE))
                    .filter(notice -> Optional.ofNullable(causes.get(key(notice)))
                            .flatMap(cause -> silences.covering(
                                    notice.alert().desk(),
                                    notice.alert().rule(),
                                    notice.alert().about(),
                                    cause,
                                    silence.from()))
                            .isPresent())
                    .toList();
        }
    }

    private static String key(Notice notice) {
        return notice.alert().causeItem() + " "
                + notice.alert().series().map(Series::key).orElse("");
    }

    private static String key(Happening happening) {
        var item = happening.cause().map(Finding::item).map(Speech::cause);
        return switch (happening) {
            case Happening.Found _ -> item.orElse("") + " ";
            case Happening.Changed changed -> {
                var update = changed.update();
                yield item.orElseGet(() -> update.evidence().family() + "#" + update.version()) + " "
                        + update.series().key();
            }
        };
    }
}
