package org.wirebell.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/**
 * One item as the rules see it: which of their features it has, where, and the values of the fields that they ask for. Filled again for
 * the next item, so that nothing is allocated; for one thread at a time.
 */
final class Seen implements Cutter.Terms {
    /** A guess weighs as much as so many items. */
    private static final double GUESSED = 32;

    private final Features features;
    private final Cutter cutter;
    private final Column[] columns = new Column[Fields.values().length];
    private final Column[] group = new Column[columns.length];
    private final int[] starts = new int[Features.LONGEST_START + 1];

    private final Places places = new Places();
    private final int[] stamps;
    private final int[] first;
    private final int[] last;
    private final int[] present;
    /** How many of the items read had a feature. */
    private final int[] met;

    private int now;
    private int presentCount;
    private int tokens;
    /** How many fields share the text that is cut. */
    private int grouped;

    private long steps;

    Seen(Features features, Analyzer analyzer) {
        this.features = features;
        cutter = new Cutter(analyzer);
        for (var field : Fields.values()) {
            columns[field.ordinal()] = new Column(field, features.of(field));
        }
        stamps = new int[features.count()];
        first = new int[features.count()];
        last = new int[features.count()];
        present = new int[features.count()];
        met = new int[features.count()];
    }

    void read(Document document) {
        now++;
        presentCount = 0;
        tokens = 0;
        places.clear();
        for (var column : columns) {
            column.clear();
        }
        mark(Features.ALWAYS);
        grouped = 0;
        String value = "";
        for (IndexableField field : document) {
            var column = columns[Fields.named(field.name()).orElseThrow().ordinal()];
            var text = field.stringValue();
            if (text == null) {
                number(column, field.numericValue().longValue());
            } else if (column.asked.asksText()) {
                if (grouped > 0 && !(text.equals(value) && column.joins(group, grouped))) {
                    analyse(value);
                }
                value = text;
                group[grouped++] = column;
            }
        }
        if (grouped > 0) {
            analyse(value);
        }
    }

    private void number(Column column, long value) {
        if (column.asked.number != Dictionary.NONE) {
            mark(column.asked.number);
            column.add(value);
        }
    }

    /** Cuts a text that several fields share once only. */
    private void analyse(String text) {
        for (int i = 0; i < grouped; i++) {
            group[i].begin();
        }
        cutter.cut(group[0].field, text, this);
        for (int i = 0; i < grouped; i++) {
            group[i].end(text);
        }
        grouped = 0;
    }

    @Override
    public void term(char[] letters, int length, int forward, int start, int end) {
        tokens++;
        int hash = hash(letters, length);
        int text = Places.NONE;
        for (int i = 0; i < grouped; i++) {
            var column = group[i];
            column.step(forward);
            int word = column.asked.words.find(letters, length, hash);
            if (word != Dictionary.NONE) {
                place(word, column, start, end);
            }
            for (int rest = column.asked.lengths; rest != 0; rest &= rest - 1) {
                int beginning = Integer.numberOfTrailingZeros(rest);
                int found = beginning > length
                        ? Dictionary.NONE
                        : column.asked.starts.find(letters, beginning, starts[beginning]);
                if (found != Dictionary.NONE) {
                    text = text == Places.NONE ? places.keep(letters, length) : text;
                    places.spell(place(found, column, start, end), text, length);
                }
            }
        }
    }

    private int hash(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = Dictionary.hash(hash, letters[i]);
            if (i < Features.LONGEST_START) {
                starts[i + 1] = hash;
            }
        }
        return hash;
    }

    private int place(int feature, Column column, int start, int end) {
        int at = places.add(column.position(), column.base() + start, column.base() + end);
        if (mark(feature)) {
            first[feature] = at;
        } else {
            places.follow(last[feature], at);
        }
        last[feature] = at;
        return at;
    }

    private boolean mark(int feature) {
        if (stamps[feature] == now) {
            return false;
        }
        stamps[feature] = now;
        present[presentCount++] = feature;
        met[feature]++;
        return true;
    }

    /** Number of this item among those read; never 0. */
    int now() {
        return now;
    }

    /** The share of items that have a feature: what was guessed, until enough were read. */
    double share(int feature) {
        return (features.guess(feature) * GUESSED + met[feature]) / (GUESSED + now);
    }

    /** How many features the item has. */
    int present() {
        return presentCount;
    }

    int present(int i) {
        return present[i];
    }

    /** Words of the item that any rule may ask for. */
    int tokens() {
        return tokens;
    }

    Fields field(int feature) {
        return features.field(feature);
    }

    boolean has(int feature) {
        return stamps[feature] == now;
    }

    /** The first place of a feature, or {@link Places#NONE}. */
    int first(int feature) {
        return has(feature) ? first[feature] : Places.NONE;
    }

    Places places() {
        return places;
    }

    Column column(Fields field) {
        return columns[field.ordinal()];
    }

    /** From now on so many steps may be spent. */
    void grant(long allowed) {
        steps = allowed;
    }

    /** Takes steps off what was granted; false when there are none left. */
    boolean spend(int some) {
        steps -= some;
        return steps >= 0;
    }

    boolean spent() {
        return steps < 0;
    }
}
