/**
 * What others would use instead, beside ours on the same loopback work in one run. The front door is {@link
 * org.wirebell.bench.peers.Peers}; what is not Java stands in {@code bench/peers}.
 */
@NullMarked
package org.wirebell.bench.peers;

import org.jspecify.annotations.NullMarked;
