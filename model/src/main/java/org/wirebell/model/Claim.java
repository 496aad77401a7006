package org.wirebell.model;

import java.time.Instant;

/**
 * A figure with everything that makes it comparable: who says it, of whom, where, since when, as of when.
 *
 * @param id deterministic: item family + version + offset
 * @param claimant canonical name (aliases resolved), empty when the text names none
 * @param claimantAs the claimant in the words used
 * @param origin who put the words into the world; copies share it
 * @param asOf orders the ledger: the moment that the text gives, else published, else received
 */
public record Claim(
        String id,
        Series series,
        String claimant,
        String claimantAs,
        String origin,
        Figure figure,
        Evidence evidence,
        Instant asOf,
        Instant received,
        boolean backfill) {}
