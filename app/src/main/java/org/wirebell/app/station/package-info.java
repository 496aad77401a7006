/**
 * The running program: the roles started in order and closed in reverse ({@link org.wirebell.app.station.Station}), its
 * health, its meters and the lag of its consumers.
 */
@NullMarked
package org.wirebell.app.station;

import org.jspecify.annotations.NullMarked;
