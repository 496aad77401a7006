package org.wirebell.app.command;

import org.wirebell.alerts.decide.Presets;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;

/** {@code wirebell presets}: ready conditions. */
@Command(
        name = "presets",
        description = "One JSON line a preset: its name, title, when it rings, and the conditions behind it.")
public final class PresetsCommand implements Runnable {
    @Override
    public void run() {
        try (var out = Output.lines()) {
            Presets.all().values().forEach(preset -> out.println(Json.plain(preset)));
        }
    }
}
