package org.wirebell.processor.extract;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Signal;
import org.wirebell.processor.extract.figures.FigureReader;
import org.wirebell.processor.extract.figures.Totals;
import org.wirebell.processor.extract.language.Languages;
import org.wirebell.processor.extract.places.PlaceReader;
import org.wirebell.processor.extract.signals.SignalReader;
import org.wirebell.processor.extract.words.Passage;

/** Reads everything that one item says by itself. Built once, shared by all threads. */
public final class Extractor {
    /** From so many dead on, an attack is a mass killing. */
    private static final long MANY = 20;

    private static final int MASS_CASUALTY = 6;
    /** Signals of this level and above are attacks. */
    private static final int ATTACK = 3;

    private final Languages languages;
    private final PlaceReader places;
    private final SignalReader signals;
    private final FigureReader figures;

    private Extractor(Languages languages, PlaceReader places, SignalReader signals, FigureReader figures) {
        this.languages = languages;
        this.places = places;
        this.signals = signals;
        this.figures = figures;
    }

    /** An extractor with the lists and the model that come with Wirebell. */
    public static Extractor standard() {
        return new Extractor(
                Languages.standard(), PlaceReader.standard(), SignalReader.standard(), FigureReader.standard());
    }

    /** What the item says; {@code story} and {@code duplicateOf} are empty, for they need other items. */
    public Finding extract(Item item) {
        var text = item.text();
        var headline = Passage.of(item.headline());
        var body = Passage.of(text);
        var language = languages.of(item.language(), List.of(headline, body));
        var opening = Dateline.of(text);
        var dateline = item.dateline().isBlank() ? opening.place() : item.dateline();
        var read = figures.read(item.headline(), text, language);
        int year =
                item.published().map(t -> t.atOffset(ZoneOffset.UTC).getYear()).orElse(0);
        return new Finding(
                item,
                language,
                places.read(new PlaceReader.Story(dateline, item.places(), headline, body, language, Home.of(item))),
                signals.demotes(item.genre())
                        ? List.of()
                        : withMassCasualty(signals.read(headline, body, language, year), read),
                read,
                "",
                "",
                Origin.of(item, opening),
                Map.of());
    }

    /** The country that the item is about and the names that it leaves open, beside the places of the finding. */
    public PlaceReader.Reading reading(Finding finding) {
        var item = finding.item();
        var dateline = item.dateline().isBlank() ? Dateline.of(item.text()).place() : item.dateline();
        return places.reading(new PlaceReader.Story(
                dateline,
                item.places(),
                Passage.of(item.headline()),
                Passage.of(item.text()),
                finding.language(),
                Home.of(item)));
    }

    /** How many the main event of the item killed and hurt, as far as it says. */
    public Totals totals(Finding finding) {
        return figures.totals(finding.item().headline(), finding.item().text(), finding.language());
    }

    /** An attack with many dead is told by its figure; an earthquake with as many is none. */
    private static List<Signal> withMassCasualty(List<Signal> signals, List<Figure> figures) {
        boolean attack = signals.stream().anyMatch(s -> s.level() >= ATTACK);
        boolean told = signals.stream().anyMatch(s -> s.level() >= MASS_CASUALTY);
        var toll = attack && !told ? figures.stream().filter(Extractor::many).findFirst() : Optional.<Figure>empty();
        if (toll.isEmpty()) {
            return signals;
        }
        var figure = toll.get();
        var all = new ArrayList<Signal>(signals);
        all.add(new Signal(
                "mass.casualty", MASS_CASUALTY, figure.quote(), figure.start(), figure.end(), figure.part(), "toll"));
        return all;
    }

    private static boolean many(Figure figure) {
        return figure.category() == Figure.Category.KILLED
                && figure.asserted()
                && figure.scope() == Figure.Scope.INCIDENT
                && figure.role().isEmpty()
                && figure.time().isEmpty()
                && figure.low().or(figure::value).orElse(0L) >= MANY;
    }
}
