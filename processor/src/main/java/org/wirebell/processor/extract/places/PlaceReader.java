package org.wirebell.processor.extract.places;

/** Reads which places a text means. Built once, shared by all threads. */
public final class PlaceReader {
    private PlaceReader() {}
}
