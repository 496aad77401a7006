package org.wirebell.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.util.automaton.ByteRunnable;

/** A query as it is held against items. Costs are shares of items, 0 to 1 and above. */
sealed interface Node {
    /** Whether the item has it; means nothing when the steps granted are spent. */
    boolean in(Seen seen);

    /** Adds the words that it found, when it is in the item. */
    void show(Seen seen, Found found);

    /** How often an item has one of the anchors. */
    double cost(IntToDoubleFunction share);

    /** The features without which it cannot be in an item: one of them is there, or it is not. */
    void anchors(IntToDoubleFunction share, IntConsumer into);

    /** In each item. */
    record Everything() implements Node {
        @Override
        public boolean in(Seen seen) {
            return true;
        }

        @Override
        public void show(Seen seen, Found found) {}

        @Override
        public double cost(IntToDoubleFunction share) {
            return 1;
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            into.accept(Features.ALWAYS);
        }
    }

    /** In no item. */
    record Nothing() implements Node {
        @Override
        public boolean in(Seen seen) {
            return false;
        }

        @Override
        public void show(Seen seen, Found found) {}

        @Override
        public double cost(IntToDoubleFunction share) {
            return 0;
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {}
    }

    record Word(int feature) implements Node {
        @Override
        public boolean in(Seen seen) {
            return seen.has(feature);
        }

        @Override
        public void show(Seen seen, Found found) {
            var places = seen.places();
            for (int at = seen.first(feature); at != Places.NONE; at = places.next(at)) {
                found.add(seen.field(feature), places.start(at), places.end(at));
            }
        }

        @Override
        public double cost(IntToDoubleFunction share) {
            return share.applyAsDouble(feature);
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            into.accept(feature);
        }
    }

    /** Numbers of a field; the ends belong to it. */
    record Range(Fields field, int feature, long low, long high) implements Node {
        @Override
        public boolean in(Seen seen) {
            return seen.column(field).between(low, high);
        }

        @Override
        public void show(Seen seen, Found found) {}

        @Override
        public double cost(IntToDoubleFunction share) {
            return share.applyAsDouble(feature);
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            into.accept(feature);
        }
    }

    /** Words of a form; all begin alike. */
    record Spelled(int start, Form form) implements Node {
        @Override
        public boolean in(Seen seen) {
            var places = seen.places();
            for (int at = seen.first(start); at != Places.NONE; at = places.next(at)) {
                if (!seen.spend(1 + places.length(at))) {
                    return false;
                }
                if (form.fits(places, at)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void show(Seen seen, Found found) {
            var places = seen.places();
            for (int at = seen.first(start); at != Places.NONE; at = places.next(at)) {
                if (form.fits(places, at)) {
                    found.add(seen.field(start), places.start(at), places.end(at));
                }
            }
        }

        @Override
        public double cost(IntToDoubleFunction share) {
            return share.applyAsDouble(start);
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            into.accept(start);
        }
    }

    /** What a word must look like. */
    sealed interface Form {
        boolean fits(Places places, int at);
    }

    record Beginning(String letters) implements Form {
        @Override
        public boolean fits(Places places, int at) {
            return places.begins(at, letters);
        }
    }

    record Accepted(ByteRunnable automaton) implements Form {
        @Override
        public boolean fits(Places places, int at) {
            return places.accepted(at, automaton);
        }
    }

    /**
     * Parts that must be in an item, parts of which so many must be, and parts that must not.
     *
     * @param least how many of {@code some}; 0 only beside {@code must}
     */
    record Parts(List<Node> must, List<Node> some, List<Node> not, int least) implements Node {
        @Override
        public boolean in(Seen seen) {
            if (!seen.spend(must.size() + some.size() + not.size())) {
                return false;
            }
            for (var node : must) {
                if (!node.in(seen)) {
                    return false;
                }
            }
            return enough(seen) && none(seen);
        }

        private boolean enough(Seen seen) {
            int missing = least;
            for (int i = 0; i < some.size() && missing > 0; i++) {
                missing -= some.get(i).in(seen) ? 1 : 0;
            }
            return missing <= 0;
        }

        private boolean none(Seen seen) {
            for (var node : not) {
                if (node.in(seen)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void show(Seen seen, Found found) {
            if (in(seen)) {
                must.forEach(node -> node.show(seen, found));
                some.forEach(node -> node.show(seen, found));
            }
        }

        @Override
        public double cost(IntToDoubleFunction share) {
            var cheapest = must.stream().mapToDouble(node -> node.cost(share)).min();
            return cheapest.orElseGet(
                    () -> some.stream().mapToDouble(node -> node.cost(share)).sum());
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            if (must.isEmpty()) {
                some.forEach(node -> node.anchors(share, into));
                return;
            }
            var cheapest = must.getFirst();
            double cost = cheapest.cost(share);
            for (var node : must) {
                double other = node.cost(share);
                if (other < cost) {
                    cheapest = node;
                    cost = other;
                }
            }
            cheapest.anchors(share, into);
        }
    }

    /**
     * Words in a row, or near each other.
     *
     * @param offsets where each stands in the phrase
     * @param slop how many places they may be moved in all; when any, the words must differ
     */
    record Phrase(int[] words, int[] offsets, int slop) implements Node {
        @Override
        public boolean in(Seen seen) {
            return Row.find(this, seen, null);
        }

        @Override
        public void show(Seen seen, Found found) {
            Row.find(this, seen, found);
        }

        @Override
        public double cost(IntToDoubleFunction share) {
            return Arrays.stream(words).mapToDouble(share).min().orElseThrow();
        }

        @Override
        public void anchors(IntToDoubleFunction share, IntConsumer into) {
            int rarest = words[0];
            for (int word : words) {
                rarest = share.applyAsDouble(word) < share.applyAsDouble(rarest) ? word : rarest;
            }
            into.accept(rarest);
        }
    }
}
