/**
 * What programs and the page ask of the desk and do through it: handlers that read a request, ask the board or a port of the
 * app, and write through {@link org.wirebell.desk.deeds.Deeds}. The front door is {@link org.wirebell.desk.api.Doors}.
 */
@NullMarked
package org.wirebell.desk.api;

import org.jspecify.annotations.NullMarked;
