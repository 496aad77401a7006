package org.wirebell.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One invented event of each kind that persons make. */
public final class DeskSamples {
    private DeskSamples() {}

    public static Action action() {
        return new Action(
                "a1",
                Samples.alert().id(),
                "world",
                Action.Verb.ACK,
                2,
                "ruiz",
                Samples.T0.plusSeconds(60),
                Optional.of(Samples.T0.plusSeconds(7_260)),
                "",
                "calling the harbour office",
                Map.of());
    }

    public static Silence silence() {
        return new Silence(
                "s1",
                "world",
                List.of("ferry-toll"),
                List.of("Port Adel"),
                Optional.of("ferry"),
                Optional.empty(),
                "ruiz",
                "exercise in the harbour",
                Samples.T0,
                Samples.T0.plusSeconds(7_200),
                Map.of());
    }

    public static StoredRule rule() {
        return new StoredRule(
                "ferry-toll",
                "world",
                "name: Ferry toll\nquery: ferry\n",
                3,
                StoredRule.State.ACTIVE,
                "ruiz",
                Samples.T0,
                "wider",
                Map.of());
    }
}
