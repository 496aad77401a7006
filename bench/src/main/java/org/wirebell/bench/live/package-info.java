/**
 * A live run of many feeds on loopback, good and hostile ones, through the ingest role and an embedded broker, with an audit
 * of what became of every story. The front door is {@link org.wirebell.bench.live.LiveFeeds}; how long items of polled feeds take is told by
 * {@link org.wirebell.bench.live.Polled}.
 */
@NullMarked
package org.wirebell.bench.live;

import org.jspecify.annotations.NullMarked;
