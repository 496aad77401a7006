/**
 * Delivery: notices go from their topic to people, one class per channel, and what became of each goes to {@code results}.
 * The front doors are {@link org.wirebell.alerts.edge.Workers} and {@link org.wirebell.alerts.edge.TestFire}. What is sent,
 * to whom and why has been decided before; here only "again, when?" is decided, in {@code Retry}.
 */
@NullMarked
package org.wirebell.alerts.edge;

import org.jspecify.annotations.NullMarked;
