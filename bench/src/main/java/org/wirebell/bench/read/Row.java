package org.wirebell.bench.read;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One document, and what each of its readers made of it. */
record Row(Timed ours, Timed rome, Optional<Timed> python) {
    private static final Duration BUDGET = Duration.ofSeconds(3);

    static Row of(byte[] raw, Optional<Timed> python) {
        var ours = Timed.median(() -> Peer.WIREBELL.read(raw), BUDGET);
        var rome = Timed.median(() -> Peer.ROME.read(raw), BUDGET);
        return new Row(ours, rome, python);
    }

    /** Ours as a multiple of Rome's; nothing when Rome cannot read it. */
    Optional<Double> overRome() {
        return rome.isRead() ? Optional.of(ours.ms() / rome.ms()) : Optional.empty();
    }

    Optional<Double> overPython() {
        return python.filter(Timed::isRead).map(theirs -> ours.ms() / theirs.ms());
    }

    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("wirebell ms", ours.ms());
        figures.put("rome ms", rome.isRead() ? rome.ms() : rome.failure());
        python.filter(Timed::isRead).ifPresent(theirs -> figures.put("feedparser ms", theirs.ms()));
        return figures;
    }

    @Override
    public String toString() {
        return "%10s %10s  %10s  %10s  %15s"
                .formatted(
                        number(Optional.of(ours.ms())),
                        number(Optional.of(rome).filter(Timed::isRead).map(Timed::ms)),
                        number(python.filter(Timed::isRead).map(Timed::ms)),
                        number(overRome()),
                        number(overPython()));
    }

    private static String number(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.2f", number)).orElse("-");
    }
}
