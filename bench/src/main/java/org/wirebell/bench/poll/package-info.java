/**
 * What polling costs: the ingest role, in a process of its own, at a thousand feeds of {@link
 * org.wirebell.bench.live.Press}. The front doors are {@link org.wirebell.bench.poll.PollCost} and, for runs beside
 * others, {@link org.wirebell.bench.poll.OurIngest}.
 */
@NullMarked
package org.wirebell.bench.poll;

import org.jspecify.annotations.NullMarked;
