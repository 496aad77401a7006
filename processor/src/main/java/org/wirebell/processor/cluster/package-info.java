/**
 * Which items say the same: texts that were taken from others, whole, cut, edited or updated
 * ({@link org.wirebell.processor.cluster.Copies}). Pure: what is held lies on shelves that the caller brings;
 * no Kafka, files, clock or logging.
 */
@NullMarked
package org.wirebell.processor.cluster;

import org.jspecify.annotations.NullMarked;
