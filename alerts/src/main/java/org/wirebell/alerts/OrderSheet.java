package org.wirebell.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.model.RuleVersion;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;

/**
 * What configuration, stored rules and silences come to, with the rule of the canary. A stored rule wins over one of the
 * configuration with the same id.
 *
 * @param faults rules and silences that are left out, with the reason, by id
 */
public record OrderSheet(Orders orders, Map<String, String> faults) {
    public OrderSheet {
        faults = Map.copyOf(faults);
    }

    public static OrderSheet of(
            AlertsConfig config, RuleReader reader, Collection<StoredRule> stored, Collection<Silence> silences) {
        return of(config, reader, stored, silences, List.of());
    }

    /** @param known rules that were in force before; those that are not any more are retired */
    static OrderSheet of(
            AlertsConfig config,
            RuleReader reader,
            Collection<StoredRule> stored,
            Collection<Silence> silences,
            Collection<Rule> known) {
        var faults = new TreeMap<String, String>();
        var rules = new LinkedHashMap<String, Rule>();
        var versions = new HashMap<String, RuleVersion>();
        var retired = new ArrayList<>(known);
        config.rules().forEach(rule -> rules.put(rule.id(), rule));
        stored.forEach(it -> {
            Optional.ofNullable(rules.remove(it.id())).ifPresent(retired::add);
            if (it.state() == StoredRule.State.ACTIVE || it.state() == StoredRule.State.DRY_RUN) {
                read(it, config, reader, faults).ifPresent(rule -> {
                    rules.put(rule.id(), rule);
                    versions.put(rule.id(), new RuleVersion(Integer.toString(it.version()), it.text()));
                });
            } else {
                read(it, config, reader, new TreeMap<>()).ifPresent(retired::add);
            }
        });
        var canary = Rule.canary();
        rules.put(canary.id(), canary);
        var book = new RuleBook(List.copyOf(rules.values()), retired, versions);
        var quiet = new Silences(silences);
        faults.putAll(book.broken());
        quiet.broken().forEach((id, fault) -> faults.put("silence " + id, fault));
        return new OrderSheet(config.orders(book, quiet), faults);
    }

    /** As its desk and state say, whatever the text does. */
    private static Optional<Rule> read(
            StoredRule it, AlertsConfig config, RuleReader reader, Map<String, String> faults) {
        try {
            var rule = reader.read(it.text());
            if (!rule.id().equals(it.id())) {
                throw new IllegalArgumentException("its text has the id " + rule.id());
            }
            config.check(rule);
            return Optional.of(rule.at(it.desk(), it.state() == StoredRule.State.DRY_RUN));
        } catch (IllegalArgumentException e) {
            faults.put(it.id(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
