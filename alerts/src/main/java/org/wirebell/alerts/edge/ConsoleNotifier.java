package org.wirebell.alerts.edge;

import java.io.PrintStream;
import org.wirebell.model.Notice;

/** Prints each notice as one text, so that two never mix. */
final class ConsoleNotifier implements Notifier {
    private final PrintStream out;
    private final int width;

    ConsoleNotifier(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public Delivery send(Notice notice) {
        out.println(ConsoleText.of(Wording.of(notice), width));
        out.flush();
        return out.checkError() ? new Delivery.Refused("closed", "the output is closed") : new Delivery.Sent("printed");
    }
}
