package org.wirebell.app.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.wirebell.desk.export.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell export}: every change of every series, one row a report, as CSV or HXL-tagged CSV. */
@Command(
        name = "export",
        description =
                "Figures as CSV: one row a report, with claimant, sentence and link. Readers pick; nothing is summed.")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Option(names = "--hxl", description = "Adds the row of HXL hashtags below the headers.")
    private boolean hxl;

    @Override
    public Integer call() {
        try (var cluster = Cluster.of(configured.load());
                PrintStream out = Output.lines()) {
            out.print(Csv.header(hxl));
            cluster.scan(cluster.topics().updates(), record -> out.print(Csv.row(record.value())));
        }
        return 0;
    }
}
