/**
 * Decides what rings, for whom and why: rules, routes, revisions of alerts, explanations and the back-test. Front doors:
 * {@link org.wirebell.alerts.decide.Rule}, {@link org.wirebell.alerts.decide.Decider} and
 * {@link org.wirebell.alerts.decide.Backtest}. Pure: no Kafka, HTTP, files, clock, randomness or logging; live alerts, replay
 * and back-test call the same functions.
 */
@NullMarked
package org.wirebell.alerts.decide;

import org.jspecify.annotations.NullMarked;
