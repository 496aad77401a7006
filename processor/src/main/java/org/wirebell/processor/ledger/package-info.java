/**
 * Keeps the figures of one series side by side: who says how many, as of when, and what a new claim changes. Front doors:
 * {@link org.wirebell.processor.ledger.Claims} and {@link org.wirebell.processor.ledger.Ledger}. Pure: no Kafka, files,
 * clock or logging.
 */
@NullMarked
package org.wirebell.processor.ledger;

import org.jspecify.annotations.NullMarked;
