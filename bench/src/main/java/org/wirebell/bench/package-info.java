/**
 * Speed and memory, measured: {@link org.wirebell.bench.ExtractBench} with JMH for the pure parts,
 * {@link org.wirebell.bench.EndToEnd} for the whole path through the embedded broker, {@code read} for our reader of feeds
 * beside others, {@code live} for hundreds of feeds at once. docs/benchmarks.md says how to run them.
 */
@NullMarked
package org.wirebell.bench;

import org.jspecify.annotations.NullMarked;
