/**
 * The news topology: items in, findings, ledger entries and updates out. Front doors: {@link
 * org.wirebell.processor.Processor} on Kafka, {@link org.wirebell.processor.Tracker} without it. Decides nothing about
 * news itself: the packages below do, and they are pure.
 */
@NullMarked
package org.wirebell.processor;

import org.jspecify.annotations.NullMarked;
