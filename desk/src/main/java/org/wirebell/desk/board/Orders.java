package org.wirebell.desk.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;

/** Silences and rules that were made here. Not thread-safe; the board's lock guards it. */
final class Orders {
    private static final int SILENCES = 10_000;
    private static final int RULES = 10_000;
    private static final int VERSIONS = 50; // a rule

    private final Newest<Silence> silences = new Newest<>(SILENCES);
    private final Newest<List<StoredRule>> rules = new Newest<>(RULES); // newest version first

    void silence(String id, Optional<Silence> silence) {
        silence.ifPresentOrElse(s -> silences.put(id, s), () -> silences.remove(id));
    }

    void rule(String id, Optional<StoredRule> rule) {
        if (rule.isEmpty()) {
            rules.remove(id);
            return;
        }
        var versions = new ArrayList<>(Optional.ofNullable(rules.get(id)).orElse(List.of()));
        versions.removeIf(known -> known.version() == rule.get().version());
        versions.addFirst(rule.get());
        rules.put(id, versions.subList(0, Math.min(VERSIONS, versions.size())));
    }

    List<Silence> silences() {
        return silences.values().stream()
                .sorted(Comparator.comparing(Silence::until).thenComparing(Silence::id))
                .toList();
    }

    List<StoredRule> rules() {
        return rules.values().stream()
                .map(List::getFirst)
                .sorted(Comparator.comparing(StoredRule::id))
                .toList();
    }

    List<StoredRule> versions(String id) {
        return List.copyOf(Optional.ofNullable(rules.get(id)).orElse(List.of()));
    }
}
