package org.wirebell.processor.extract.figures;

import java.util.Locale;
import java.util.Optional;

/** What a word list says of a word or phrase; a section of a list is named by the tag in lower case with blanks. */
enum Tag {
    // nouns that are counted
    HUMAN,
    HOUSEHOLD,
    THING,
    /** A measure after a number: "km", "years". */
    UNIT,
    /** A name whose number is no count: "flight", "aged". */
    LABEL,
    /** "ages 15, 16 and 17". */
    AGES,
    /** Before the name of a person: "president", "mr". */
    TITLE,
    /** A body of people whose name is no place: "party", "ministry". */
    ORGANISATION,
    /** What carries a name of its own: "ferry", "typhoon". */
    NAMED,
    MONTH,
    WEEKDAY,
    CURRENCY,
    ADJECTIVE,
    // grammar
    DETERMINER,
    ARTICLE,
    AND,
    OR,
    OF,
    TO,
    FROM,
    AT,
    PREPOSITION,
    PLACE_PREPOSITION,
    BE,
    TO_BE,
    TO_HAVE,
    SEVERITY,
    /** Injured, unless death is said. */
    MAYBE_FATAL,
    HAVE,
    MODAL,
    ADVERB,
    RELATIVE,
    SUBORDINATE,
    /** Opens a clause in the writer's own voice: ", where …". */
    ASIDE,
    PRONOUN,
    NEGATION,
    VERB,
    NEUTRAL,
    /** Means harm only beside a known word for people. */
    WEAK,
    // bounds
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    FEWER_THAN,
    ABOUT,
    NEARLY,
    OR_MORE,
    OR_FEWER,
    OR_SO,
    // relations
    MORE,
    OTHERS,
    PARTITIVE,
    INCLUDING,
    TOTAL,
    COUNT_OF,
    LEVEL,
    LEFT,
    LOSE,
    LOST,
    /** "sent three to hospital". */
    SEND,
    /** Where the hurt and the ill are taken. */
    HOSPITAL,
    // words that the rules for single cases go by
    /** Who guards the law, and frees by force. */
    FORCE,
    /** How those who were exchanged get home. */
    HOMEWARD,
    /** What is done with the hurt and the ill before "to" and the name of a hospital. */
    TO_HOSPITAL,
    /** Verbs that bring people to hospital, and elsewhere, too. */
    TAKES,
    /** Of patients who are ill no more. */
    RECOVERED,
    /** Where the dead are buried. */
    GRAVE,
    /** What people are pulled from alive. */
    DANGER,
    /** Moments of the day: "between noon and six". */
    CLOCK,
    /** Before marks: "scored 61 out of 100". */
    MARKS,
    /** Before the two ends of a range: "from 800 to 1,200". */
    RANGES,
    /** Who takes people, and how: by force rather than by right. */
    SEIZURE,
    SWAP,
    /** Where the displaced are. */
    SHELTER,
    ANIMAL,
    LIVES,
    FALLEN,
    /** "two people" in one word, as in Arabic. */
    DUAL,
    AMONG,
    SHARE_LINK,
    OUT_OF,
    POPULATION,
    EXPOSURE,
    WITH,
    BY,
    // cues
    UNASSERTED,
    UNASSERTED_AFTER,
    HEDGED,
    DENIED,
    ACCUSED,
    MANAGED,
    PREVIOUS,
    /** An earlier count as the subject: "an earlier toll", whose numbers are the old ones. */
    FORMER,
    RATE,
    PAST,
    /** A time before the news: "last week". */
    ELSEWHEN,
    SINCE,
    RUNNING,
    /** "so far": a running count of one incident as well as of many. */
    SO_FAR,
    /** Short stretches that are counted by themselves: "24 hours". */
    PERIOD,
    /** One incident, however long its toll rises. */
    DISASTER,
    BACKGROUND,
    /** "the fighting": over more than one incident only when it goes on. */
    STRIFE,
    DISEASE,
    /** A tale and the words after which it is retold. */
    FICTION,
    RETOLD,
    /** Force that frees, and prisoners who free themselves. */
    RAID,
    JAILBREAK,
    /** "sentenced": whoever is, has not died yet. */
    DOOMED,
    /** Words of sport, where injuries are of one player. */
    SPORT,
    /** Words of golf, where a score is shot. */
    SCORECARD,
    /** Where patients are, who are discharged rather than released. */
    WARD,
    /** Ships and planes that people are taken off. */
    CRAFT,
    /** "hit", "rocked": what a disaster does to the place behind it. */
    STRIKES,
    EVENT,
    // claimants
    SAY,
    /** A verb of telling: whoever stands before it speaks, known to a list or not. */
    SPEECH,
    /** One whose unlisted subject may follow: "…, affirment des groupes locaux". */
    SPEECH_BEHIND,
    /** A verb of saying whose subject follows, as in Arabic. */
    SAY_FIRST,
    ACCORDING,
    /** A verb that passes on what somebody else says, and the word before that other: "نقلت … عن …". */
    QUOTING,
    /** A verb by which whoever keeps a count moves it: "lowered the toll". */
    REVISES,
    ORIGIN,
    SOURCE,
    AS_OF;

    static Optional<Tag> named(String section) {
        var name = section.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (var tag : values()) {
            if (tag.name().equals(name)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }
}
