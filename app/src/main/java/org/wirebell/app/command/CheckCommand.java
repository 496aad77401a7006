package org.wirebell.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirebell check}: all that is wrong with the configuration, or that nothing is. */
@Command(name = "check", description = "Checks the configuration; prints every complaint with file, line and path.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Override
    public Integer call() {
        var config = configured.load();
        System.out.println(
                configured.file() + ": good; " + config.ingest().sources().size() + " sources, "
                        + config.ingest().folders().size() + " folders, "
                        + config.alerts().rules().size() + " rules");
        return 0;
    }
}
