package org.wirebell.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.wirebell.ingest.article.Article;
import org.wirebell.ingest.article.ArticleText;

/**
 * Reads the articles of a folder of saved pages ({@code ID.html} or {@code ID.html.gz}), writes their texts in the form that
 * a public benchmark scores, and prints processor time a page. docs/reading.md says where the benchmarks are and how to
 * score; their pages are other people's and stay out of this project.
 */
public final class ArticleBench {
    /** Compilers settle within so many pages; they are read once more for the figures. */
    private static final int WARM_UP = 150;

    private static final double NANOS = 1e6;

    private final List<Double> millis = new ArrayList<>();
    private final EnumMap<Article.Provenance, Integer> ways = new EnumMap<>(Article.Provenance.class);
    private int errors;

    private ArticleBench() {}

    /** Arguments: folder of pages, file to write, and {@code aeb} (id to {@code articleBody}) or {@code wcxb} (id to text). */
    public static void main(String[] args) throws IOException {
        if (args.length != 3 || !List.of("aeb", "wcxb").contains(args[2])) {
            System.err.println("usage: ArticleBench FOLDER OUT.json aeb|wcxb");
            System.exit(2);
        }
        new ArticleBench().run(Path.of(args[0]), Path.of(args[1]), args[2].equals("aeb"));
    }

    private void run(Path folder, Path to, boolean nested) throws IOException {
        var files = pages(folder);
        for (var file : files.subList(0, Math.min(WARM_UP, files.size()))) {
            read(bytes(file));
        }
        millis.clear();
        ways.clear();
        errors = 0;
        var texts = JsonMapper.builder().build().createObjectNode();
        for (var file : files) {
            var id = file.getFileName().toString().replaceFirst("\\.html(\\.gz)?$", "");
            var text = read(bytes(file));
            if (nested) {
                texts.putObject(id).put("articleBody", text);
            } else {
                texts.put(id, text);
            }
        }
        Files.writeString(to, texts.toString());
        Collections.sort(millis);
        System.out.printf(
                "%d pages, %d uncaught errors, CPU a page: median %.1f ms, p95 %.1f ms, longest %.1f ms; found by %s%n",
                files.size(), errors, share(0.5), share(0.95), millis.getLast(), new TreeMap<>(ways));
    }

    private String read(byte[] page) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        try {
            var article = ArticleText.of(page, "text/html", "");
            ways.merge(article.from(), 1, Integer::sum);
            return article.text();
        } catch (RuntimeException | StackOverflowError e) { // what a page must never do is counted here
            errors++;
            System.err.println(e);
            return "";
        } finally {
            millis.add((threads.getCurrentThreadCpuTime() - start) / NANOS);
        }
    }

    private double share(double share) {
        return millis.get((int) (share * (millis.size() - 1)));
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.html(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return in.readAllBytes();
        }
    }
}
