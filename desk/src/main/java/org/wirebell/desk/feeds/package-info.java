/**
 * Alerts as feeds that any reader takes: {@link org.wirebell.desk.feeds.Entries} chooses and words them,
 * {@link org.wirebell.desk.feeds.Atom} and {@link org.wirebell.desk.feeds.JsonFeed} write them. Pure.
 */
@NullMarked
package org.wirebell.desk.feeds;

import org.jspecify.annotations.NullMarked;
