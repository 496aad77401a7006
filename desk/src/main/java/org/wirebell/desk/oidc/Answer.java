package org.wirebell.desk.oidc;

import java.util.Map;

/** What came of asking a provider who somebody is. */
sealed interface Answer {
    /**
     * Somebody whom the provider knows.
     *
     * @param claims of the ID token, which was checked
     */
    record Somebody(Map<String, Object> claims) implements Answer {}

    /** It does not add up; nobody is let in. */
    record Refused(String why) implements Answer {}

    /** The provider does not answer, or not what providers answer. */
    record Away(String why) implements Answer {}
}
