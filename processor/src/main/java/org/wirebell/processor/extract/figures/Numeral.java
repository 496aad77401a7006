package org.wirebell.processor.extract.figures;

/** The worth of a number word and the part it plays in a spelled number. */
record Numeral(Part part, double worth) {
    static final Numeral NONE = new Numeral(Part.NO, 0);

    enum Part {
        NO,
        /** 1–9. */
        UNIT,
        /** 10–19: closes the place below a hundred. */
        TEEN,
        /** 20, 30 …: a unit may follow (or precede, in Arabic). */
        TEN,
        /** Like TEN, but teens may follow too: French "soixante-dix". */
        SCORE,
        /** 100 and words such as "doscientos" worth several. */
        HUNDRED,
        /** 1,000 and up. */
        SCALE,
        /** "dozen". */
        DOZEN,
        /** "dozens": only a least number is said. */
        VAGUE,
        /** "a couple": worth a number, loosely. */
        LOOSE,
        /** "half". */
        SHARE,
        ORDINAL,
        /** Letters glued to digits: "300k". */
        SUFFIX,
        ZERO
    }
}
