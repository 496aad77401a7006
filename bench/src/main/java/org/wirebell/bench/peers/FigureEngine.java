package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.figures.FigureReader;

/** Readers of casualty figures that are Java and need no library that we do not have. */
interface FigureEngine {
    List<? extends Record> read(String headline, String body);

    static FigureEngine of(String name) throws IOException {
        return switch (name) {
            case "figures" -> figures();
            case "everything" -> everything();
            case "regex" -> PlainRules.read(Path.of("bench", "peers", "figures.regex"));
            default -> throw new IllegalArgumentException(name + " is no reader of figures");
        };
    }

    /** With claimant, population, place, baseline, bounds and the links between figures. */
    private static FigureEngine figures() {
        var reader = FigureReader.standard();
        return (headline, body) -> reader.read(headline, body, "en");
    }

    /** The whole reading of an item, as {@code wirebell explain} begins it: language, places and signals, too. */
    private static FigureEngine everything() {
        var extractor = Extractor.standard();
        return (headline, body) -> {
            var fields = Map.of("id", "bench", "headline", headline, "body", body);
            return extractor.extract(Json.read(Json.plain(fields), Item.class)).figures();
        };
    }
}
