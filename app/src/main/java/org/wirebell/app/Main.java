package org.wirebell.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wirebell.app.command.AlertsCommand;
import org.wirebell.app.command.AuditCommand;
import org.wirebell.app.command.BacktestCommand;
import org.wirebell.app.command.CheckCommand;
import org.wirebell.app.command.DeadCommand;
import org.wirebell.app.command.DemoCommand;
import org.wirebell.app.command.ExplainCommand;
import org.wirebell.app.command.ExportCommand;
import org.wirebell.app.command.FeedsCommand;
import org.wirebell.app.command.HealthCommand;
import org.wirebell.app.command.HeldCommand;
import org.wirebell.app.command.NoticesCommand;
import org.wirebell.app.command.PresetsCommand;
import org.wirebell.app.command.ReadCommand;
import org.wirebell.app.command.ReplayCommand;
import org.wirebell.app.command.RoleCommand;
import org.wirebell.app.command.RouteCommand;
import org.wirebell.app.command.RulesCommand;
import org.wirebell.app.command.SendTestCommand;
import org.wirebell.app.command.SilenceCommand;
import org.wirebell.app.command.StatusCommand;
import org.wirebell.app.command.TopicsCommand;
import org.wirebell.app.command.TrackCommand;
import org.wirebell.app.command.WhyNotCommand;
import org.wirebell.app.command.Wrong;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit 0 done, 1 something failed, 2 wrong use or bad configuration. */
@Command(
        name = "wirebell",
        description = "A streaming news-wire monitor: feeds and wires in, figures read, ledger kept, alerts out.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RoleCommand.Up.class,
            RoleCommand.Ingest.class,
            RoleCommand.Process.class,
            RoleCommand.Alert.class,
            RoleCommand.Desk.class,
            DemoCommand.class,
            ReadCommand.class,
            ExplainCommand.class,
            TrackCommand.class,
            BacktestCommand.class,
            WhyNotCommand.class,
            RulesCommand.class,
            PresetsCommand.class,
            RouteCommand.class,
            SilenceCommand.class,
            AlertsCommand.class,
            NoticesCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            HealthCommand.class,
            TopicsCommand.class,
            FeedsCommand.class,
            DeadCommand.class,
            HeldCommand.class,
            AuditCommand.class,
            SendTestCommand.class,
            ReplayCommand.class,
            ExportCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    /** Lucene advises to turn on an incubator module; we do without. Held here, or its level would be forgotten. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs one command and returns its exit code; complaints go to {@code err}. */
    public static int run(String[] args, PrintWriter err) {
        return new CommandLine(new Main())
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof Wrong wrong) {
                        err.println(wrong.getMessage());
                        return wrong.exit();
                    }
                    err.println("wirebell " + line.getCommandName() + ": " + thrown);
                    thrown.printStackTrace(err);
                    return 1;
                })
                .execute(args);
    }

    /** From the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
            return new String[] {"wirebell " + version.orElse("(unpackaged)")};
        }
    }
}
