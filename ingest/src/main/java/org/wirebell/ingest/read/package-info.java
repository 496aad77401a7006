/**
 * Reads any feed or wire document into items. The front door is {@link org.wirebell.ingest.read.Reader}: bytes are
 * decoded, sniffed, and handed to one reader per format. Pure: no network, files, clock or logging, and no input makes
 * it throw.
 */
@NullMarked
package org.wirebell.ingest.read;

import org.jspecify.annotations.NullMarked;
