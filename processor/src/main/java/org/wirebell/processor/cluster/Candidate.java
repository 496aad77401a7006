package org.wirebell.processor.cluster;

import java.time.Instant;

/**
 * A version of an item that may say what another said before it.
 *
 * @param family equal for all versions of one item of one source
 * @param at when it was received
 * @param language ISO 639-1, as told or found, empty when unknown; its words for numbers count as numbers
 */
public record Candidate(
        String id, String family, String source, Instant at, String language, String headline, String text) {}
