/**
 * Where news comes in: polled feeds, watched folders, pushed documents, and the producer that hands items to Kafka. The
 * front door is {@link org.wirebell.ingest.edge.Ingest}. What a document says is decided in {@code read}, what is new and
 * when to ask again in {@code due}; here are only the hands.
 */
@NullMarked
package org.wirebell.ingest.edge;

import org.jspecify.annotations.NullMarked;
