package org.wirebell.processor.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.wirebell.processor.extract.words.Fold;

/** The words of a text by which stories are told apart: stemmed by Lucene's analyzer of the language, without its smallest words. */
final class Terms {
    private static final Map<String, Analyzer> ANALYZERS = Map.ofEntries(
            Map.entry("en", new EnglishAnalyzer()),
            Map.entry("ar", new ArabicAnalyzer()),
            Map.entry("fa", new PersianAnalyzer()),
            Map.entry("fr", new FrenchAnalyzer()),
            Map.entry("es", new SpanishAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("tr", new TurkishAnalyzer()),
            Map.entry("de", new GermanAnalyzer()),
            Map.entry("it", new ItalianAnalyzer()),
            Map.entry("pt", new PortugueseAnalyzer()));
    /** Hebrew, Ukrainian and all the rest: folded words, as they stand. */
    private static final Analyzer PLAIN = new StandardAnalyzer();

    private Terms() {}

    /** Adds each term of the text with how often it stands there. */
    static void count(String text, String language, int weight, Map<String, Integer> into) {
        try (var tokens = ANALYZERS.getOrDefault(language, PLAIN).tokenStream("text", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (term.length() > 1) {
                    into.merge(Fold.fold(term.toString()), weight, Integer::sum);
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory
        }
    }

    static Map<String, Integer> of(String text, String language) {
        var counts = new HashMap<String, Integer>();
        count(text, language, 1, counts);
        return counts;
    }
}
