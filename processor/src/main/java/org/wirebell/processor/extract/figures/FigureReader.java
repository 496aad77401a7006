package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Figure;

/** Reads the figures of a story. Built once, shared by all threads. */
public final class FigureReader {
    private static final List<String> LANGUAGES = List.of("en", "ar", "fr", "es");

    /** Texts up to so many characters are often taken for another language. */
    private static final int SHORT = 160;
    /** The share of a line's words that the lists of its language know at least, and how far they lead. */
    private static final double MOST = 0.6;

    private static final double CLEARLY = 0.25;

    private final Map<String, LineReader> readers;

    private FigureReader(Map<String, LineReader> readers) {
        this.readers = readers;
    }

    /** A reader with the word lists that come with Wirebell: English, Arabic, French and Spanish. */
    public static FigureReader standard() {
        return new FigureReader(LANGUAGES.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(l -> l, l -> new LineReader(Lexicon.of(l)))));
    }

    /**
     * The figures of headline and body in the order in which they stand. {@code language} is an ISO 639-1 code; text in a
     * language without word lists yields none.
     */
    public List<Figure> read(String headline, String body, String language) {
        var reader = reader(headline, body, language);
        if (reader.isEmpty()) {
            return List.of();
        }
        var mentions = new ArrayList<Mention>();
        int headlines = part(headline, reader.get(), mentions);
        part(body, reader.get(), mentions);
        StoryPass.lend(mentions);
        var figures = new ArrayList<Figure>(mentions.size());
        var places = new IdentityHashMap<Mention, Integer>();
        for (var mention : mentions) {
            places.put(mention, places.size());
        }
        for (int i = 0; i < mentions.size(); i++) {
            figures.add(Figures.of(mentions.get(i), places, i < headlines ? Figure.Part.HEADLINE : Figure.Part.BODY));
        }
        return List.copyOf(figures);
    }

    /** How many the main event of the story killed and hurt. */
    public Totals totals(String headline, String body, String language) {
        var mentions = new ArrayList<Mention>();
        reader(headline, body, language).ifPresent(reader -> {
            part(headline, reader, mentions);
            part(body, reader, mentions);
        });
        return Totals.of(mentions);
    }

    /** The reader of that language; for a line too short to tell, the one whose lists know its words. */
    private Optional<LineReader> reader(String headline, String body, String language) {
        var told = Optional.ofNullable(readers.get(language));
        if (headline.length() + body.length() > SHORT) {
            return told;
        }
        var best = told;
        double known = told.map(r -> r.known(headline, body)).orElse(0.0);
        for (var reader : readers.values()) {
            double share = reader.known(headline, body);
            if (share >= MOST && share > known + CLEARLY) {
                best = Optional.of(reader);
                known = share;
            }
        }
        return best;
    }

    private static int part(String text, LineReader reader, List<Mention> into) {
        for (var sentence : Sentences.of(text)) {
            if (into.size() < LineReader.MOST_FIGURES) {
                into.addAll(reader.read(text, sentence, into));
            }
        }
        return into.size();
    }
}
