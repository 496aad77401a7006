/**
 * Reads numbers of people in news text: who was killed, hurt, missing, held, freed or driven out, with bound, claimant, place and
 * scope. The front door is {@link org.wirebell.processor.extract.figures.FigureReader}; its rules run in the order of LineReader.
 * Words are resources beside this package: a language is a folder of four lists (numerals, triggers, nouns, cues) with sections as
 * in {@code en}, its code in FigureReader, and a table of test lines. Pure: no clock, no files but those, no network.
 */
@NullMarked
package org.wirebell.processor.extract.figures;

import org.jspecify.annotations.NullMarked;
