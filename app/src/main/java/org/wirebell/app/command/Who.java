package org.wirebell.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who decides, and why: the options of every command that changes something. */
final class Who {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything else
    private CommandSpec command;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for colleagues.")
    private String note = "";

    String by() {
        if (by.isBlank()) {
            throw Wrong.use(command.qualifiedName() + ": --by must name who decides");
        }
        return by;
    }

    String note() {
        return note;
    }
}
