package org.wirebell.bench.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.figures.FigureReader;

/**
 * Texts of one line that grows, at 250, 500 and 1,000 thousand characters, through the reader of figures alone and through
 * the whole extractor. Whoever is linear takes four times as long for the last as for the first; sixteen times is the square.
 */
enum LongLines {
    DIGITS_AND_COMMAS("1,"),
    DIGITS("7"),
    ARABIC_DIGITS("٣"),
    NUMBER_WORDS("twelve hundred and "),
    DEAD("12 killed, "),
    THINGS("killed 12 houses, "),
    RANGES("killed 3 to 5 or "),
    SHARES("12 of the "),
    ONE_SENTENCE("the miners said that 7 of them were hurt while "),
    ONE_LETTER("a"),
    CAPITALS("A"),
    BRACKETS("(["),
    QUOTES("\"'"),
    HYPHENS("a-"),
    STOPS("."),
    STOPS_AND_BLANKS(". "),
    ABBREVIATIONS("Mr. "),
    BLANKS(" "),
    LINES("\n"),
    PLACES("Port Adel, "),
    CLAIMANTS("killed 7, the Zogo Mine Office said, "),
    TITLES("Mayor Of The Harbour Board "),
    ARABIC("قتل 12 شخصا و");

    private static final int SIZE = 250_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Four would be linear; the rest is for the noise of single runs. */
    private static final double MOST_GROWTH = 9;
    /** Below this, growth is the noise of the machine. */
    private static final double LEAST_MS = 400;

    private final String piece;

    LongLines(String piece) {
        this.piece = piece;
    }

    /** Prints the table and says what grows too fast. */
    public static void main(String[] args) throws InterruptedException {
        var figures = FigureReader.standard();
        var extractor = Extractor.standard();
        Map<String, ToIntFunction<String>> readers = new LinkedHashMap<>();
        readers.put("figures", text -> figures.read("", text, "en").size());
        readers.put("figures (ar)", text -> figures.read("", text, "ar").size());
        readers.put("extractor", text -> extractor.extract(item(text)).figures().size());
        var broken = new ArrayList<String>();
        System.out.printf("CPU ms, limit %d s; 250, 500, 1,000 thousand characters%n%-20s", LIMIT.toSeconds(), "");
        readers.keySet().forEach(name -> System.out.printf("  %-24s", name));
        System.out.println();
        for (int round = 0; round < 2; round++) { // the first warms up
            for (var line : values()) {
                var row = new ArrayList<String>();
                for (var reader : readers.entrySet()) {
                    var times = line.times(reader.getValue());
                    row.add("%-24s".formatted(show(times)));
                    if (round > 0 && tooFast(times)) {
                        broken.add(line + " through " + reader.getKey());
                    }
                }
                if (round > 0) {
                    System.out.printf("%-20s  %s%n", line, String.join("  ", row));
                }
            }
        }
        broken.forEach(what -> System.out.println("NOT LINEAR: " + what));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private List<Optional<Timed>> times(ToIntFunction<String> reader) throws InterruptedException {
        var times = new ArrayList<Optional<Timed>>();
        for (int n = SIZE; n <= 4 * SIZE && times.stream().allMatch(Optional::isPresent); n *= 2) {
            var text = piece.repeat(n / piece.length()) + " killed 12 people";
            times.add(Timed.once(() -> reader.applyAsInt(text), LIMIT));
        }
        return times;
    }

    private static boolean tooFast(List<Optional<Timed>> times) {
        double first = times.getFirst().map(Timed::ms).orElse(0.0);
        double last = times.getLast().map(Timed::ms).orElse(Double.MAX_VALUE);
        return last > LEAST_MS && last > MOST_GROWTH * first
                || times.stream().flatMap(Optional::stream).anyMatch(t -> !t.isRead());
    }

    private static String show(List<Optional<Timed>> row) {
        return row.stream()
                .map(time -> time.map(it -> it.failure().isEmpty() ? Long.toString(Math.round(it.ms())) : it.failure())
                        .orElse("> " + LIMIT.toSeconds() + " s"))
                .collect(Collectors.joining(" / "));
    }

    private static Item item(String text) {
        var fields = Map.of("id", "long", "source", "bench", "body", text, "published", "2026-03-01T06:00:00Z");
        return Json.read(Json.plain(fields), Item.class);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
