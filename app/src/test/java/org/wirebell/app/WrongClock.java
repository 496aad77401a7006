package org.wirebell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A wall clock that is off, for the process of a role: what libfaketime shows to it. Nothing else is off, and what measures
 * durations is right.
 */
record WrongClock(Path library, Path file) {
    private static final Path LIBRARIES = Path.of("/usr/lib");

    /** Right at first; empty where libfaketime is not installed as Debian does. */
    static Optional<WrongClock> in(Path file) throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (var folders = Files.newDirectoryStream(LIBRARIES)) {
            for (var folder : folders) {
                var library = folder.resolve("faketime").resolve("libfaketime.so.1");
                if (Files.exists(library)) {
                    var clock = new WrongClock(library, file);
                    clock.is("+0");
                    return Optional.of(clock);
                }
            }
        }
        return Optional.empty();
    }

    /** From the next second on, also for a process that runs. @param off such as {@code +2h} */
    void is(String off) throws IOException {
        Files.writeString(file, off + "\n");
    }

    /** That program, with this clock. */
    Program of(Program program) {
        var environment = new HashMap<>(program.environment());
        environment.putAll(Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0", // else Object.wait returns at once
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
        return new Program(program.command(), environment);
    }
}
