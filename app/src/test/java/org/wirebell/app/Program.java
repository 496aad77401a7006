package org.wirebell.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started for a role: these classes, or those of another checkout.
 *
 * @param command to which the role is added
 * @param environment beside that of the test
 */
record Program(List<String> command, Map<String, String> environment) {
    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** This one, as it stands on the class path. */
    static Program ours() {
        return new Program(
                List.of(
                        tool("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx400m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()),
                Map.of());
    }

    /** What another checkout has built. */
    static Program of(Path checkout) {
        return new Program(
                List.of(checkout.resolve("wirebell").toAbsolutePath().toString()), Map.of("WIREBELL_HEAP", "400m"));
    }

    /** Sends a process a signal, such as {@code STOP} and {@code CONT}. */
    static void signal(Process process, String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + name + " ended with " + exit);
        }
    }

    /** One of the JDK's own. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
