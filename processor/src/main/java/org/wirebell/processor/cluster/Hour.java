package org.wirebell.processor.cluster;

/**
 * The texts received in one hour, in pages; or, under the name {@link Calendar#SPAN}, the moments between which texts are held.
 *
 * @param oldest of the span: the first hour of which something may be held, in hours since 1970
 * @param newest of the span: the latest receipt so far, in milliseconds since 1970
 * @param full how many pages before this one are full
 * @param texts handles on this page one behind the other
 */
public record Hour(long oldest, long newest, int full, String texts) {
    static Hour span(long oldest, long newest) {
        return new Hour(oldest, newest, 0, "");
    }

    static Hour page(int full, Bucket texts) {
        return new Hour(0, 0, full, texts.texts());
    }

    Bucket bucket() {
        return new Bucket(texts);
    }
}
