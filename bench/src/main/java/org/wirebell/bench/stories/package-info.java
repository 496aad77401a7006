/** How well stories are joined, on labelled titles of the user's. */
@NullMarked
package org.wirebell.bench.stories;

import org.jspecify.annotations.NullMarked;
