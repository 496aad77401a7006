package org.wirebell.app.command;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output for JSON lines: UTF-8 whatever the machine's locale is, buffered, and flushed on close. */
final class Output {
    private Output() {}

    static PrintStream lines() {
        return new PrintStream(
                new BufferedOutputStream(new Standard(System.out), 1 << 16), false, StandardCharsets.UTF_8);
    }

    /** For a person or a program that watches: each line at once. */
    static PrintStream live() {
        return new PrintStream(new Standard(System.out), true, StandardCharsets.UTF_8);
    }

    /** Bytes to standard output, which stays open when a command is done with it. */
    private static final class Standard extends FilterOutputStream {
        Standard(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
