package org.wirebell.app.station;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.decide.Newsdesk;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.app.config.RuleText;
import org.wirebell.desk.api.Standing;
import org.wirebell.model.Priority;

/**
 * What the alerts of this configuration come to, for the desk.
 *
 * @param known rules that are left out or quarantined; absent where the alerts are planned elsewhere
 */
record DeskStanding(Supplier<AlertsConfig> config, Supplier<Optional<Map<String, String>>> known, InstantSource clock)
        implements Standing {
    @Override
    public List<Configured> rules() {
        return config.get().rules().stream().map(DeskStanding::configured).toList();
    }

    @Override
    public List<Hours> desks() {
        var desks = new TreeMap<>(config.get().desks());
        desks.putIfAbsent(Rule.DESK, Newsdesk.defaults());
        return desks.entrySet().stream()
                .map(desk -> hours(desk.getKey(), desk.getValue()))
                .toList();
    }

    @Override
    public Optional<Map<String, String>> faults() {
        return known.get();
    }

    private static Configured configured(Rule given) {
        var rule = given.resolved();
        return new Configured(
                rule.id(),
                rule.title(),
                rule.deskName(),
                word(rule.loudness()),
                rule.receivers(),
                rule.dry(),
                rule.note().orElse(""),
                RuleText.of(given));
    }

    private Hours hours(String name, Newsdesk desk) {
        return new Hours(
                name,
                desk.zone(),
                desk.quiet().map(q -> new Quiet(q.from(), q.to(), q.days(), word(q.through()))),
                desk.quietUntil(clock.instant(), Priority.LOW),
                desk.budget().perHour(),
                desk.budget().burst(),
                desk.digest().map(Newsdesk.Digest::at).orElse(List.of()));
    }

    private static String word(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
