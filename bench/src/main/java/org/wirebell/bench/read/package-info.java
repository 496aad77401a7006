/**
 * Our reader of feeds beside what else one could take, on the same files in one run. The front door is
 * {@link org.wirebell.bench.read.ReadPeers}.
 */
@NullMarked
package org.wirebell.bench.read;

import org.jspecify.annotations.NullMarked;
