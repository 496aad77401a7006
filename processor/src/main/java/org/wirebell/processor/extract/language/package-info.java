/**
 * Tells the language of a text. The front door is {@link org.wirebell.processor.extract.language.Languages}; the statistical model comes
 * from the class path (OpenNLP's language detector). Pure.
 */
@NullMarked
package org.wirebell.processor.extract.language;

import org.jspecify.annotations.NullMarked;
