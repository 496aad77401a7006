package org.wirebell.processor.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Signal;

/**
 * The JSON contract of {@code wirebell explain}: a line {@code {"id","text",("headline","language","published","credit","link")}} in, a line
 * {@code {"id","language","places","signals","figures","country","open","totals"}} out; {@code open} lists names that places of several
 * countries share, where nothing tells which is meant.
 */
public final class Explained {
    private static final List<String> TAKEN =
            List.of("id", "headline", "language", "published", "credit", "dateline", "source", "link");

    private final Extractor extractor;

    public Explained(Extractor extractor) {
        this.extractor = extractor;
    }

    /** What one line of input says. Throws {@link IllegalArgumentException} saying what is wrong with the line. */
    public String line(Map<String, Object> input) {
        var finding = extractor.extract(item(input));
        var shown = shown(finding);
        var reading = extractor.reading(finding);
        shown.put("country", reading.country());
        shown.put("open", reading.open());
        if (!finding.figures().isEmpty()) {
            shown.put("totals", extractor.totals(finding));
        }
        return Json.plain(shown);
    }

    /** An input line as an item; {@code text} becomes its body. */
    static Item item(Map<String, Object> input) {
        if (!(input.get("text") instanceof String text)) {
            throw new IllegalArgumentException("a line needs \"text\"");
        }
        var fields = new HashMap<String, Object>();
        for (var name : TAKEN) {
            var value = input.get(name);
            if (value != null && !value.toString().isEmpty()) {
                fields.put(name, value.toString());
            }
        }
        fields.putIfAbsent("id", "?");
        fields.put("body", text);
        return Json.read(Json.plain(fields), Item.class);
    }

    /** A finding as the command line shows it. */
    public static Map<String, Object> shown(Finding finding) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", finding.item().id());
        shown.put("language", finding.language());
        shown.put("places", finding.places());
        shown.put("signals", finding.signals().stream().map(Explained::shown).toList());
        shown.put("figures", finding.figures());
        return shown;
    }

    private static Map<String, Object> shown(Signal signal) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("tag", signal.tag());
        shown.put("level", signal.level());
        shown.put("quote", signal.quote());
        shown.put("start", signal.start());
        shown.put("end", signal.end());
        shown.put("part", signal.part());
        shown.put("rule", signal.rule());
        shown.put("actor", signal.actor());
        shown.put("target", signal.target());
        return shown;
    }
}
