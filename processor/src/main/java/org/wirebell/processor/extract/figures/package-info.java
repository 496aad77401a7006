/**
 * Reads numbers of people in news text: who was killed, hurt, missing, held, freed or driven out, with bound, claimant, place and
 * scope. The front door is {@link org.wirebell.processor.extract.figures.FigureReader}; word lists are resources beside this
 * package, one plain text file per language and kind. Pure: no clock, no files but those, no network.
 */
@NullMarked
package org.wirebell.processor.extract.figures;

import org.jspecify.annotations.NullMarked;
