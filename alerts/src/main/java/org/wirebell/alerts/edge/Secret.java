package org.wirebell.alerts.edge;

/** A token or key. Its text form hides it. */
record Secret(String value) {
    /** As the value of an {@code Authorization} header. */
    String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "…";
    }
}
