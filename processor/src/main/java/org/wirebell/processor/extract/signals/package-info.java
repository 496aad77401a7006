/**
 * Reads signals of escalation and de-escalation by patterns over words. The front door is
 * {@link org.wirebell.processor.extract.signals.SignalReader}; patterns, word sets and guards are resources beside this package. Pure.
 */
@NullMarked
package org.wirebell.processor.extract.signals;

import org.jspecify.annotations.NullMarked;
