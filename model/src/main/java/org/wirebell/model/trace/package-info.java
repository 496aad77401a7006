/**
 * The way from an item to its notices as spans of one trace. Front door: {@link org.wirebell.model.trace.Traces}. Knows
 * the OpenTelemetry API and no more: who records spans and where they go is settled by the program that hands over a
 * tracer.
 */
@NullMarked
package org.wirebell.model.trace;

import org.jspecify.annotations.NullMarked;
