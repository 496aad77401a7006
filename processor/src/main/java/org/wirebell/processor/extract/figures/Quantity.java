package org.wirebell.processor.extract.figures;

/** How many a number expression says; {@code share} is 0–1 and only set for shares. */
record Quantity(Kind kind, long low, long high, double share) {
    static final Quantity NONE = new Quantity(Kind.NONE, 0, 0, 0);
    /** A number, but no whole count: "7.8", "A320", "125cc". */
    static final Quantity OTHER = new Quantity(Kind.OTHER, 0, 0, 0);

    enum Kind {
        NONE,
        EXACT,
        /** "a dozen", "a couple": a number loosely meant. */
        LOOSE,
        RANGE,
        VAGUE,
        SHARE,
        ORDINAL,
        OTHER
    }

    static Quantity exact(long value) {
        return new Quantity(Kind.EXACT, value, value, 0);
    }

    static Quantity loose(long value) {
        return new Quantity(Kind.LOOSE, value, value, 0);
    }

    static Quantity vague(long low) {
        return new Quantity(Kind.VAGUE, low, low, 0);
    }

    static Quantity range(long low, long high) {
        return new Quantity(Kind.RANGE, low, high, 0);
    }

    static Quantity share(double share) {
        return new Quantity(Kind.SHARE, 0, 0, share);
    }

    static Quantity ordinal(long rank) {
        return new Quantity(Kind.ORDINAL, rank, rank, 0);
    }

    boolean isCount() {
        return kind == Kind.EXACT || kind == Kind.LOOSE || kind == Kind.RANGE || kind == Kind.VAGUE;
    }
}
