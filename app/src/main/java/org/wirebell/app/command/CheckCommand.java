package org.wirebell.app.command;

import java.util.concurrent.Callable;
import org.wirebell.app.station.LeftOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirebell check}: all that is wrong with the configuration, or that nothing is; and what a process that runs leaves out. */
@Command(
        name = "check",
        description =
                "Checks the configuration; prints every complaint with file, line and path. Where Wirebell runs, also"
                        + " the rules that are left out there, and why.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Override
    public Integer call() throws InterruptedException {
        var config = configured.load();
        System.out.println(
                configured.file() + ": good; " + config.ingest().sources().size() + " sources, "
                        + config.ingest().folders().size() + " folders, "
                        + config.alerts().rules().size() + " rules");
        LeftOut.of(config.operations())
                .forEach((id, why) -> System.out.println("left out where it runs: " + id + ": " + why));
        return 0;
    }
}
