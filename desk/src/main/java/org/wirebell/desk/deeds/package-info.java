/**
 * What persons do at the desk, written to the topics: each deed with a record in {@code audit} of who did it and what was
 * there before. The front door is {@link org.wirebell.desk.deeds.Deeds}; nothing else in this room writes.
 */
@NullMarked
package org.wirebell.desk.deeds;

import org.jspecify.annotations.NullMarked;
