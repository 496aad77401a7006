/**
 * What travels between the rooms: events, their topics, deterministic ids and the one JSON mapper. The front doors are
 * {@link org.wirebell.model.Topics} and {@link org.wirebell.model.Json}. Nothing here reads a clock or touches the
 * outside world.
 */
@NullMarked
package org.wirebell.model;

import org.jspecify.annotations.NullMarked;
