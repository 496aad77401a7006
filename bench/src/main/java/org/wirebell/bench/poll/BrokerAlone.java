package org.wirebell.bench.poll;

import java.io.IOException;
import java.nio.file.Path;
import org.wirebell.app.broker.EmbeddedBroker;

/** The embedded broker in a process of its own, until its input ends. Arguments: its folder, its port (any that is free). */
public final class BrokerAlone {
    private BrokerAlone() {}

    public static void main(String[] args) throws IOException {
        try (var broker = EmbeddedBroker.start(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 0)) {
            System.out.println("bootstrap " + broker.bootstrap());
            System.in.transferTo(System.err);
        }
    }
}
