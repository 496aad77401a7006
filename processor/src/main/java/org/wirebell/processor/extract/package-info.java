/**
 * Reads one item: language, places, signals, figures and origin. Front doors: {@link org.wirebell.processor.extract.Extractor} and, for
 * the command line, {@link org.wirebell.processor.extract.Explained}. Pure: no Kafka, HTTP, files, clock, randomness or logging.
 */
@NullMarked
package org.wirebell.processor.extract;

import org.jspecify.annotations.NullMarked;
