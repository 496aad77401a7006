package org.wirebell.processor.cluster;

import java.time.Instant;

/** When a tag was last heard of a country. */
public record Heard(Instant last) {}
