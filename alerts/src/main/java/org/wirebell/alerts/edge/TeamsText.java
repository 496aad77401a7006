package org.wirebell.alerts.edge;

/**
 * Foreign text for a text run of an Adaptive Card, which knows no markdown. Date functions ({@code {{DATE(…)}}}) are taken apart.
 */
final class TeamsText {
    private TeamsText() {}

    static String of(String text) {
        return text.replace("{{", "{ {");
    }
}
