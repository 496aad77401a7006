/**
 * Speed and memory, measured: {@link org.wirebell.bench.ExtractBench} with JMH for the pure parts, and
 * {@link org.wirebell.bench.EndToEnd} for the whole path through the embedded broker.
 */
@NullMarked
package org.wirebell.bench;

import org.jspecify.annotations.NullMarked;
