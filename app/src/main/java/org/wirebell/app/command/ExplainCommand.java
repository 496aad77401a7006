package org.wirebell.app.command;

import java.util.concurrent.Callable;
import org.wirebell.processor.extract.Explained;
import org.wirebell.processor.extract.Extractor;
import picocli.CommandLine.Command;

/** {@code wirebell explain}: what is read from a text, and which rule read it. */
@Command(
        name = "explain",
        description =
                "Reads {\"id\",\"text\",(\"headline\",\"language\",\"published\",\"credit\")} lines from standard input;"
                        + " prints language, places, signals and figures, each with the rule that read it.")
public final class ExplainCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var explained = new Explained(Extractor.standard());
        try (var out = Output.lines()) {
            return new Input().objects(object -> out.println(explained.line(object)));
        }
    }
}
