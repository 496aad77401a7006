package org.wirebell.app.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** A broker as a program of its own: starts, says so by a file, and runs until it is ended. All of one JVM's trials are of one cluster. */
public final class BrokerProgram {
    private static final Uuid CLUSTER = new Uuid(0x77697265L, 0x62656c6cL);

    private BrokerProgram() {}

    /** Arguments: the folder, the port, and settings of the broker that win over ours, each as {@code name=value}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]);
        var settings = Arrays.stream(args)
                .skip(2)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        try (var _ = EmbeddedBroker.start(folder, Integer.parseInt(args[1]), CLUSTER, settings)) {
            Files.writeString(started(folder), "");
            Thread.currentThread().join();
        }
    }

    /** Is there when the broker runs. */
    public static Path started(Path folder) {
        return folder.resolve("started");
    }
}
