package org.wirebell.ingest.edge;

/** What came of the wish to read an item's page; in lower case a metric tag. All but the first leave the teaser. */
enum ArticleOutcome {
    TAKEN,
    /** The page says no more than the feed did. */
    NO_MORE,
    /** The page does not speak of what the feed announced: a front page, a sign-in form, a robot check. */
    OTHER_STORY,
    /** The page declares that it is for subscribers. */
    PAID,
    NOT_HTML,
    /** {@code robots.txt} asks us not to, or could not be had. */
    ROBOTS,
    FAILED,
    /** Not read within the time or the number that one answer of a source is granted. */
    LATE
}
