/**
 * The desk: a page that people keep open, its API and its live stream. The front door is {@link org.wirebell.desk.Desk}.
 * State comes from topics only and is rebuilt from them at each start; this room reads no feeds and decides no alerts.
 */
@NullMarked
package org.wirebell.desk;

import org.jspecify.annotations.NullMarked;
