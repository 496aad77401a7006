/** One class per command of the command line; each is a few lines around the room that does the work. */
@NullMarked
package org.wirebell.app.command;

import org.jspecify.annotations.NullMarked;
