package org.wirebell.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.api.Standing;

/** An invented configuration: three rules, of which one is quarantined, and two desks. */
final class StillStanding implements Standing {
    @Override
    public List<Configured> rules() {
        return List.of(
                new Configured(
                        "strike-watch",
                        "Strikes at the docks",
                        "main",
                        "urgent",
                        List.of("console"),
                        false,
                        "ask Vera",
                        "id: strike-watch\nquery: strike AND dock\n"),
                new Configured(
                        "runaway", "runaway", "night", "low", List.of(), false, "", "id: runaway\nquery: a* AND b*\n"),
                new Configured(
                        "ferry-toll",
                        "ferry-toll",
                        "main",
                        "flash",
                        List.of(),
                        true,
                        "",
                        "id: ferry-toll\nquery: x\n"));
    }

    @Override
    public List<Hours> desks() {
        var quiet = new Quiet(
                LocalTime.of(23, 0), LocalTime.of(6, 30), List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), "flash");
        return List.of(
                new Hours("main", ZoneId.of("UTC"), Optional.empty(), Optional.empty(), 6, 3, List.of()),
                new Hours(
                        "night",
                        ZoneId.of("Europe/Paris"),
                        Optional.of(quiet),
                        Optional.of(Instant.now().plusSeconds(7_000)),
                        12,
                        4,
                        List.of(LocalTime.of(7, 0))));
    }

    @Override
    public Optional<Map<String, String>> faults() {
        return Optional.of(Map.of("runaway", "quarantined: spent 120,000 steps on one item, as in 2 items before"));
    }
}
