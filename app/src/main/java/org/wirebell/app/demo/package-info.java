/**
 * The samples replayed as live feeds and wires on loopback, and the alerts that came held against those that were
 * expected. The front door is {@link org.wirebell.app.demo.Demo}.
 */
@NullMarked
package org.wirebell.app.demo;

import org.jspecify.annotations.NullMarked;
