/**
 * Reads places in headline, dateline and body. Front doors: {@link org.wirebell.processor.extract.places.Gazetteer} (which places there
 * are) and {@link org.wirebell.processor.extract.places.PlaceReader} (which of them a text means). The lists are resources beside this
 * package, written by hand but for {@code geonames.txt} (docs/places.md); country names come from the JDK. Pure.
 */
@NullMarked
package org.wirebell.processor.extract.places;

import org.jspecify.annotations.NullMarked;
