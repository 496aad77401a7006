/** The program as everybody starts it, from the folder of the project: how soon it tells something, and what it takes while nothing happens. */
@NullMarked
package org.wirebell.bench.launch;

import org.jspecify.annotations.NullMarked;
