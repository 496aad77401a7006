/** Every role in a process of its own under a steady load for long: does what it holds stay what it was? */
@NullMarked
package org.wirebell.bench.soak;

import org.jspecify.annotations.NullMarked;
