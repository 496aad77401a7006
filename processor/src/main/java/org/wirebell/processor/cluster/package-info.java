/**
 * Which items say the same: repeats of a version, and the same words under another name. Front door: {@link
 * org.wirebell.processor.cluster.ContentKey}. Pure: no Kafka, files, clock or logging.
 */
@NullMarked
package org.wirebell.processor.cluster;

import org.jspecify.annotations.NullMarked;
