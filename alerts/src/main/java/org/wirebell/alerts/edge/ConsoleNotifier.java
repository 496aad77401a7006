package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.util.Optional;
import org.wirebell.model.Notice;

/** Prints each notice as one text, so that two never mix. */
final class ConsoleNotifier implements Notifier {
    private final PrintStream out;
    private final int width;
    private final Headline.Size size;

    ConsoleNotifier(PrintStream out, int width, Headline.Size size) {
        this.out = out;
        this.width = width;
        this.size = size;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) {
        out.println(ConsoleText.of(Wording.of(notice, size), width));
        out.flush();
        return out.checkError() ? new Delivery.Refused("closed", "the output is closed") : new Delivery.Sent("printed");
    }
}
