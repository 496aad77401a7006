package org.wirebell.query;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.TextField;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Place;
import org.wirebell.model.Update;

/** The document form of what was found. Nothing is stored; an archive adds what it needs to show. */
public final class Documents {
    /** Letters of a name; Lucene refuses items with a term of more than 32,766 bytes. */
    private static final int LONGEST_NAME = 8_000;

    private Documents() {}

    public static Document of(Finding finding) {
        var document = base(finding);
        for (var figure : finding.figures()) {
            add(document, Fields.CATEGORY, figure.category().name());
            add(document, Fields.CLAIMANT, figure.attribution());
            add(document, Fields.POPULATION, figure.subject());
            if (figure.asserted()) {
                figure.value().ifPresent(value -> add(document, Fields.FIGURE, value));
            }
        }
        return document;
    }

    /** As {@link #of(Finding)} for the item behind the change, with the figure fields of this one series only. */
    public static Document of(Update update) {
        var document = update.cause().map(Documents::base).orElseGet(() -> evidence(update));
        var series = update.series();
        add(document, Fields.CATEGORY, series.category().name());
        add(document, Fields.POPULATION, series.population());
        add(document, Fields.EVENT, series.event());
        add(document, Fields.PLACE, series.place());
        add(document, Fields.CLAIMANT, update.claimant());
        update.value().or(update::low).ifPresent(value -> add(document, Fields.FIGURE, value));
        return document;
    }

    /** All that is known of the item when a change travels without it. */
    private static Document evidence(Update update) {
        var document = new Document();
        var evidence = update.evidence();
        text(document, Fields.HEADLINE, evidence.headline());
        text(document, Fields.BODY, evidence.sentence());
        add(document, Fields.SOURCE, evidence.source());
        add(document, Fields.ORIGIN, update.origin());
        time(document, Fields.PUBLISHED, evidence.published());
        time(document, Fields.RECEIVED, Optional.of(update.received()));
        return document;
    }

    private static Document base(Finding finding) {
        var document = new Document();
        var item = finding.item();
        words(document, item);
        names(document, item);
        add(document, Fields.LANGUAGE, finding.language().isEmpty() ? item.language() : finding.language());
        add(document, Fields.ORIGIN, finding.origin());
        finding.places().forEach(place -> place(document, place));
        for (var signal : finding.signals()) {
            add(document, Fields.SIGNAL, signal.tag());
            add(document, Fields.LEVEL, signal.level());
        }
        story(document, finding);
        item.urgency().ifPresent(urgency -> add(document, Fields.URGENCY, urgency));
        time(document, Fields.PUBLISHED, item.published());
        time(document, Fields.RECEIVED, item.received());
        return document;
    }

    private static void story(Document document, Finding finding) {
        add(document, Fields.STORY, finding.story());
        add(document, Fields.COPY, finding.duplicateOf().isEmpty() ? "no" : "yes");
        finding.escalation().ifPresent(escalation -> {
            add(document, Fields.STORY_LEVEL, escalation.level());
            add(document, Fields.RISE, escalation.rise());
            escalation.firsts().forEach(first -> add(document, Fields.FIRST, first.tag()));
        });
    }

    private static void words(Document document, Item item) {
        text(document, Fields.HEADLINE, item.headline());
        text(document, Fields.SUMMARY, item.summary());
        text(document, Fields.BODY, item.body());
        add(document, Fields.CREDIT, item.credit());
        item.authors().forEach(author -> add(document, Fields.AUTHOR, author));
        add(document, Fields.DATELINE, item.dateline());
        add(document, Fields.SLUG, item.slug());
        item.keywords().forEach(keyword -> add(document, Fields.KEYWORD, keyword));
    }

    private static void names(Document document, Item item) {
        add(document, Fields.SOURCE, item.source());
        add(document, Fields.FORMAT, item.format());
        item.places().forEach(place -> add(document, Fields.PLACE, place));
        for (var subject : item.subjects()) {
            add(document, Fields.SUBJECT, subject.code());
            add(document, Fields.SUBJECT, subject.scheme() + ":" + subject.code());
            add(document, Fields.SUBJECT, subject.name());
        }
        add(document, Fields.GENRE, item.genre());
        add(document, Fields.STATUS, item.status().name());
        item.signals().forEach(signal -> add(document, Fields.WIRE, signal.name()));
    }

    private static void place(Document document, Place place) {
        place.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(name -> add(document, Fields.PLACE, name));
        add(document, Fields.COUNTRY, place.country());
    }

    private static void text(Document document, Fields field, String value) {
        add(document, field, value);
        add(document, Fields.TEXT, value);
    }

    private static void add(Document document, Fields field, String value) {
        if (!value.isEmpty()) {
            boolean cut = field.kind() == Fields.Kind.NAME && value.length() > LONGEST_NAME;
            document.add(new TextField(field.key(), cut ? value.substring(0, LONGEST_NAME) : value, Field.Store.NO));
        }
    }

    private static void add(Document document, Fields field, long value) {
        document.add(new LongPoint(field.key(), value));
    }

    private static void time(Document document, Fields field, Optional<Instant> instant) {
        instant.ifPresent(at -> add(document, field, at.toEpochMilli()));
    }
}
