package org.wirebell.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.places.Gazetteer;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.FamilyClaims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Places;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/**
 * One claim of an item that is new, for a series that is told of all the time, while many others are held: from the figures
 * that were read to the new book, entry and updates. What is held must not matter. Says at its end how large such a book is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class LedgerBench {
    private static final int BUSY = 64;
    private static final int CLAIMS = 120;
    private static final List<String> SPEAKERS =
            List.of("mine office", "harbour office", "hospital of the port", "mayor of the town", "");
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    @Param({"100", "10000", "100000"})
    public int series;

    private final LedgerConfig config = LedgerConfig.defaults();
    private final Places places = Places.of(Gazetteer.standard());
    private final Claims claims = new Claims(config, places);
    private final Ledger ledger = new Ledger(config, places);
    private final Map<String, OpenBook> books = new HashMap<>();
    private final Map<String, Scene> scenes = new HashMap<>();
    private int told;

    /** Of every series one claim, of the busy ones as many as they keep. */
    @Setup(Level.Trial)
    public void fill() {
        for (int i = 0; i < series; i++) {
            add(finding(i));
        }
        for (int i = 0; i < BUSY * CLAIMS; i++) {
            add(finding(i % BUSY));
        }
        if (books.size() < series) {
            throw new IllegalStateException(series + " series expected, books: " + books.size());
        }
    }

    @Benchmark
    public int claim() {
        return add(finding(told % BUSY));
    }

    @TearDown(Level.Trial)
    public void size() {
        var sizes = books.values().stream()
                .map(OpenBook::book)
                .filter(book -> book.claims().size() > 1)
                .map(book -> new int[] {Json.write(book).length, book.claims().size()})
                .sorted((a, b) -> Integer.compare(a[0], b[0]))
                .toList();
        var median = sizes.get(sizes.size() / 2);
        var most = sizes.getLast();
        System.out.printf(
                "%nbooks of %d busy series: %d bytes with %d claims (median), %d with %d (most)%n",
                sizes.size(), median[0], median[1], most[0], most[1]);
    }

    private int add(Finding finding) {
        int updates = 0;
        for (var posting : FamilyClaims.NONE.with(finding, claims.of(finding)).postings()) {
            updates += post(posting);
        }
        return updates;
    }

    private int post(Posting posting) {
        var outcome = ledger.apply(
                key -> books.getOrDefault(key, OpenBook.of(Book.EMPTY)),
                posting,
                scenes.getOrDefault(posting.scene(), Scene.EMPTY));
        books.putAll(outcome.books());
        scenes.put(posting.scene(), outcome.scene());
        return outcome.updates().size();
    }

    /** The next item about the town: a toll that rises slowly, every 20 minutes, by five speakers in turn. */
    private Finding finding(int town) {
        int turn = told++;
        var speaker = SPEAKERS.get(turn / BUSY % SPEAKERS.size());
        var toll = Integer.toString(20 + turn / BUSY);
        var text = "At least " + toll + " people were killed when the pit wall gave way in " + News.town(town)
                + (speaker.isEmpty() ? "." : ", the " + speaker + " said.");
        var at = MOMENT.plus(Duration.ofMinutes(20L * (turn / BUSY)));
        var fields = Map.of(
                "id",
                "ledger-" + turn,
                "source",
                "bench-" + turn / BUSY % 7,
                "headline",
                "Mine collapses in " + News.town(town),
                "body",
                text,
                "published",
                at.toString(),
                "received",
                at.toString());
        var item = Json.read(Json.plain(fields), Item.class);
        return new Finding(
                item,
                "en",
                List.of(),
                List.of(),
                List.of(figure(toll, speaker, town)),
                "",
                "",
                item.source(),
                Map.of());
    }

    private static Figure figure(String toll, String speaker, int town) {
        var value = Optional.of(Long.parseLong(toll));
        return new Figure(
                toll,
                "At least ".length(),
                Figure.Part.BODY,
                value,
                value,
                Optional.empty(),
                Optional.empty(),
                Figure.Bound.AT_LEAST,
                Figure.Category.KILLED,
                "people",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                speaker,
                News.town(town),
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "bench");
    }
}
