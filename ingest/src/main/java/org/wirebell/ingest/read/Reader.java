package org.wirebell.ingest.read;

/** The front door: any document in, items out. Never throws, whatever the bytes are. */
public final class Reader {
    private Reader() {}

    public static Reading read(byte[] raw, Hints hints) {
        if (raw.length == 0) {
            return Reading.failed("unknown", Problem.Why.EMPTY, hints.name() + ": is empty");
        }
        return Reading.failed("unknown", Problem.Why.UNKNOWN_FORMAT, hints.name() + ": no format fits");
    }
}
