package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Set;
import org.wirebell.model.WireSignal;

/** What the codes of {@code signal} elements mean, in the IPTC's scheme {@code sig} and in those that agencies made. */
final class G2Signals {
    private G2Signals() {}

    /** Adds what the code says, if anything: most are for routing. */
    static void read(String qcode, Set<WireSignal> signals) {
        boolean status = qcode.toLowerCase(Locale.ROOT).startsWith("edstat:");
        switch (NewsMlG2.tail(qcode).toLowerCase(Locale.ROOT)) {
            case "update", "updating", "writethru", "append-major-content", "append-minor-content" ->
                signals.add(WireSignal.UPDATE);
            case "correction", "corrected", "corrective" -> signals.add(WireSignal.CORRECTION);
            case "kill", "killed", "retraction", "withdrawal", "cancel", "canceled", "cancelled" ->
                signals.add(WireSignal.KILL);
            case "hold", "withhold", "withheld" -> signals.add(WireSignal.HOLD);
            case "release", "released" -> signals.add(WireSignal.RELEASE);
            case "alert", "flash", "bulletin", "newsalert", "snap", "breaking", "breakingnews", "eilmeldung" ->
                signals.add(WireSignal.ALERT);
            case "embargo" -> signals.add(WireSignal.EMBARGO);
            case "replace", "replacement" -> signals.add(WireSignal.REPLACE);
            case "remove", "delete", "deleted" -> signals.add(WireSignal.DELETE);
            // Single letters mean something in the scheme edStat only.
            case "c" -> add(status, WireSignal.CORRECTION, signals);
            case "d" -> add(status, WireSignal.DELETE, signals);
            case "u" -> add(status, WireSignal.UPDATE, signals);
            default -> {}
        }
    }

    private static void add(boolean really, WireSignal signal, Set<WireSignal> signals) {
        if (really) {
            signals.add(signal);
        }
    }
}
