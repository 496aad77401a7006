package org.wirebell.ingest.edge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.wirebell.ingest.article.Article;
import org.wirebell.ingest.article.ArticleText;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.read.Skim;

/**
 * Reads documents so that a large one delays and displaces nobody. A tree takes some twenty times the memory of its
 * document, so large ones are read few at a time; and on platform threads, since a virtual thread that computes for
 * seconds keeps its carrier from all the pollers that would run on it.
 */
final class Readers implements AutoCloseable {
    private static final int LARGE = 64 * 1024;
    private static final int AT_ONCE = 2;

    private final Map<String, Map<String, Integer>> priorities;
    private final ExecutorService large = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("read-large-", 0).factory());

    /** @param priorities what the priority words of each source mean, see {@link IngestConfig#priorities} */
    Readers(Map<String, Map<String, Integer>> priorities) {
        this.priorities = priorities;
    }

    /** As {@link Reader#read}; a failure of the machine, such as too little memory, is the only exception. */
    Reading read(byte[] raw, Hints plain) throws InterruptedException {
        var hints = plain.meaning(priorities.getOrDefault(plain.source(), Map.of()));
        return apart(hints.name(), raw.length, () -> Reader.read(raw, hints));
    }

    /** As {@link Skim#of}, on the same conditions. */
    Skim skim(byte[] raw, Hints plain, Set<String> known) throws InterruptedException {
        var hints = plain.meaning(priorities.getOrDefault(plain.source(), Map.of()));
        return apart(hints.name(), raw.length, () -> Skim.of(raw, hints, known));
    }

    /** As {@link ArticleText#of(byte[], String, String)}, on the same conditions. */
    Article article(byte[] raw, String contentType, String selector) throws InterruptedException {
        return apart("page", raw.length, () -> ArticleText.of(raw, contentType, selector));
    }

    private <T> T apart(String name, int bytes, Supplier<T> reading) throws InterruptedException {
        if (bytes < LARGE) {
            return reading.get();
        }
        try {
            return large.submit(reading::get).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + ": " + bytes + " bytes could not be read", e);
        }
    }

    @Override
    public void close() {
        large.shutdownNow();
    }
}
