/**
 * When to look at a source again, and what of an answer is new. The front doors are {@link org.wirebell.ingest.due.Due}
 * and {@link org.wirebell.ingest.due.Cursor}. Pure: the time comes in as an argument; no network, Kafka, files, clock,
 * randomness or logging.
 */
@NullMarked
package org.wirebell.ingest.due;

import org.jspecify.annotations.NullMarked;
