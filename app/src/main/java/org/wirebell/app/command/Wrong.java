package org.wirebell.app.command;

/** Ends a command with a message for its user and an exit code: 1 something failed, 2 wrong use or bad configuration. */
public final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exit;

    private Wrong(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    static Wrong use(String message) {
        return new Wrong(2, message);
    }

    static Wrong failed(String message) {
        return new Wrong(1, message);
    }

    public int exit() {
        return exit;
    }
}
