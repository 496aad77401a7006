package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.time.InstantSource;

/** A fire drill: one notice marked [TEST] through the same code to the real receiver. */
public final class TestFire {
    private final DeliveryConfig config;
    private final Receivers receivers;
    private final InstantSource clock;
    private final PrintStream console;

    public TestFire(DeliveryConfig config, Receivers receivers, InstantSource clock, PrintStream console) {
        this.config = config;
        this.receivers = receivers;
        this.clock = clock;
        this.console = console;
    }

    /** Sends to one receiver and says what it answered. Throws {@link IllegalArgumentException} when there is none of that name. */
    public Delivery send(String receiver) throws InterruptedException {
        throw new UnsupportedOperationException("being built: " + config + receivers + clock + console + receiver);
    }
}
