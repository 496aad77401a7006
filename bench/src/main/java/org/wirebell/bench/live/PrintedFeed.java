package org.wirebell.bench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;

/**
 * A feed that has one story more each time it is told to print. Of a thousand, a document has 25 stories and 49 kB in
 * the mean; 45 of a hundred stories are an agency's that others carry too, and every eighth is the next take of the one
 * before.
 */
final class PrintedFeed {
    /** Of twenty feeds: eleven with whole articles, five with teasers, three Atom, one RDF. Every peer reads these. */
    private static final List<FeedKind> KINDS =
            List.of(FeedKind.RSS_ARTICLE, FeedKind.RSS_TEASER, FeedKind.ATOM, FeedKind.RDF);

    private static final int FEWEST = 15;
    private static final int SPREAD = 21;
    private static final int SHARED_PER_CENT = 45;
    private static final int TAKES = 8;
    /** Agency stories among which a feed chooses at a time. */
    private static final int CHOICE = 4;

    private final int number;
    private final int shown;
    private final FeedKind kind;
    private final Instant start;
    private final Duration pause;
    private final AtomicInteger edition = new AtomicInteger();
    private final LongAdder answers = new LongAdder();
    private final Map<Integer, String> entries = new ConcurrentHashMap<>();
    private volatile Sheet sheet = new Sheet(-1, "");

    /** A document, and the edition that it is of. */
    private record Sheet(int edition, String document) {}

    /**
     * @param start later editions are a second younger each
     * @param pause between the stories of the first edition, and up to so much between its newest and the start
     */
    PrintedFeed(int number, Instant start, Duration pause) {
        this.number = number;
        this.start = start;
        this.pause = pause;
        this.shown = FEWEST + number * 8 % SPREAD;
        int of20 = number % 20;
        this.kind = KINDS.get(of20 < 11 ? 0 : of20 < 16 ? 1 : of20 < 19 ? 2 : 3);
    }

    String contentType() {
        return kind.contentType();
    }

    /** Stories in a document. */
    int shown() {
        return shown;
    }

    void print() {
        edition.incrementAndGet();
    }

    int edition() {
        return edition.get();
    }

    /** Changes whenever the document does. */
    String etag(int edition) {
        return "\"p" + number + "-" + edition + "\"";
    }

    /** Times have whole seconds, and so have editions. */
    Instant modified(int edition) {
        return start.plusSeconds(edition);
    }

    void answered() {
        answers.increment();
    }

    /** How often it was asked. */
    long answers() {
        return answers.sum();
    }

    String document(int edition) {
        var last = sheet;
        if (last.edition() != edition) {
            var list = new ArrayList<String>();
            for (int story = edition; story > edition - shown; story--) {
                list.add(entries.computeIfAbsent(story, this::entry));
            }
            entries.keySet().removeIf(story -> story <= edition - shown);
            last = new Sheet(edition, kind.of(list));
            sheet = last;
        }
        return last.document();
    }

    private String entry(int story) {
        boolean take = Math.floorMod(story, TAKES) == TAKES - 1;
        var plain = told(take ? story - 1 : story);
        return kind.entry(new Story(
                "p" + number + "s" + (story + FEWEST + SPREAD),
                take ? "UPDATE 2: " + plain.headline() : plain.headline(),
                take ? plain.text() + " The office added that it would say more in the evening." : plain.text(),
                plain.published()));
    }

    private Story told(int story) {
        int dice = (number * 31 + story * 17) * 0x9E3779B1 >>> 8;
        int slot = (story + FEWEST + SPREAD) * CHOICE;
        int news = dice % 100 < SHARED_PER_CENT ? slot + dice / 100 % CHOICE : 1_000 * (number + 1) + slot;
        var age = pause.multipliedBy(Math.max(0, -story))
                .plus(pause.multipliedBy(number % SPREAD).dividedBy(SPREAD));
        return Story.invented(news, story > 0 ? modified(story) : start.minus(age));
    }
}
