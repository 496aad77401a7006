package org.wirebell.app.config;

/**
 * One fault in a configuration file.
 *
 * @param line counted from 1
 * @param path such as {@code feeds[1].every}; empty for the whole file
 */
public record Complaint(String file, int line, String path, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + what;
    }
}
