package org.wirebell.ingest.read;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The hours and days, in UTC, in which an RSS feed asks not to be polled: {@code skipHours} and {@code skipDays}. */
public record Pauses(Set<Integer> hours, Set<DayOfWeek> days) {
    public static final Pauses NONE = new Pauses(Set.of(), Set.of());

    public Pauses {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
    }

    static Pauses in(Optional<Element> head) {
        return new Pauses(
                words(head, "skiphours", "hour")
                        .filter(hour -> hour.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .filter(hour -> hour <= 24)
                        .map(hour -> hour % 24) // early versions counted from 1 to 24
                        .collect(Collectors.toSet()),
                words(head, "skipdays", "day")
                        .flatMap(day -> Arrays.stream(DayOfWeek.values())
                                .filter(each -> each.name().equals(day.toUpperCase(Locale.ROOT))))
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> words(Optional<Element> head, String list, String name) {
        return head.flatMap(h -> Xml.child(h, list)).map(l -> Xml.children(l, name)).orElse(List.of()).stream()
                .map(element -> Xml.text(element).strip());
    }
}
