package org.wirebell.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with {@code src/test/resources/golden/<name>} of the module under test; {@code make golden} rewrites
 * the files instead.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void check(String name, String actual) {
        var file = FOLDER.resolve(name);
        var text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(
                        "no golden file " + file + "; 'make golden' writes it. It would hold:\n" + text);
            }
            var expected = Files.readString(file);
            if (!expected.equals(text)) {
                throw new AssertionError(
                        "differs from " + file + "; if the change is wanted, 'make golden' rewrites it.\n--- expected\n"
                                + expected + "--- actual\n" + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
