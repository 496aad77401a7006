package org.wirebell.processor.extract.figures;

import org.wirebell.model.Figure.Category;

/** A word that says what happened to the people counted, and where in the clause it looks for them. */
record Trigger(Category category, Form form) {
    enum Form {
        /** "kill", "kills": its object follows. */
        ACTIVE,
        /** "killed": object or subject, as the words around decide. */
        PARTICIPLE,
        /** "slain": its subject stands before. */
        PASSIVE,
        /** "killing": object follows, or "of". */
        GERUND,
        /** "died": its subject stands before. */
        GOES,
        /** "dead", "missing": stands beside whom it describes. */
        STATE,
        /** "deaths": counted itself, or "of" people. */
        NOUN,
        /** "hostages": people by their state; what happens to them goes first. */
        STATUS,
        /** "execution": only "of" people. */
        ACT,
        /** "8 of the dead": the whole tells what happened to the part. */
        PARTITIVE,
        /** "death toll": a running count whose level follows. */
        SERIES,
        /** Languages in which the verb may stand on either side. */
        EITHER
    }
}
