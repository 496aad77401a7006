/**
 * The alerts room: {@link org.wirebell.alerts.Alerts} starts the planner ({@link org.wirebell.alerts.AlertTopology}), which
 * turns findings and updates into alerts and notices, and the delivery of these. It decides nothing itself: package
 * {@code decide} does.
 */
@NullMarked
package org.wirebell.alerts;

import org.jspecify.annotations.NullMarked;
