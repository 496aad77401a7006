package org.wirebell.model;

/** How loud an alert is, with the number of wire bells: five for a flash, none for what can wait. */
public enum Priority {
    FLASH(5),
    URGENT(3),
    NORMAL(1),
    LOW(0),
    DIGEST(0);

    private final int bells;

    Priority(int bells) {
        this.bells = bells;
    }

    public int bells() {
        return bells;
    }

    public boolean louderThan(Priority other) {
        return compareTo(other) < 0;
    }
}
