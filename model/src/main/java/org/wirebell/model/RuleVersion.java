package org.wirebell.model;

/**
 * A rule as it stood at one moment, for whoever asks later why it spoke.
 *
 * @param version number of a rule that was made in the page or through the API; of one of the configuration, which counts none,
 *     the beginning of a hash of its text
 * @param text the rule as a person wrote it; of one of the configuration all that it says, as JSON
 */
public record RuleVersion(String version, String text) {}
