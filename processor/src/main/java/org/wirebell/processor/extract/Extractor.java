package org.wirebell.processor.extract;

import java.util.List;
import java.util.Map;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.processor.extract.figures.FigureReader;
import org.wirebell.processor.extract.language.Languages;

/** Reads everything that one item says by itself. Built once, shared by all threads. */
public final class Extractor {
    private final Languages languages;
    private final FigureReader figures;

    private Extractor(Languages languages, FigureReader figures) {
        this.languages = languages;
        this.figures = figures;
    }

    /** An extractor with the lists and the model that come with Wirebell. */
    public static Extractor standard() {
        return new Extractor(Languages.standard(), FigureReader.standard());
    }

    /** What the item says; {@code story} and {@code duplicateOf} are empty, for they need other items. */
    public Finding extract(Item item) {
        var text = item.text();
        var language = languages.of(item.language(), item.headline() + "\n" + text);
        return new Finding(
                item,
                language,
                List.of(),
                List.of(),
                figures.read(item.headline(), text, language),
                "",
                "",
                item.source(),
                Map.of());
    }
}
