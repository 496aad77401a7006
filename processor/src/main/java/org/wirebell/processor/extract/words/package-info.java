/**
 * Text as words with offsets, folded so that spelling variants of one word are equal: case, accents, Arabic letter forms. The front door is
 * {@link org.wirebell.processor.extract.words.Words}. Pure.
 */
@NullMarked
package org.wirebell.processor.extract.words;

import org.jspecify.annotations.NullMarked;
