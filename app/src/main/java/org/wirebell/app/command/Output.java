package org.wirebell.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output for JSON lines: UTF-8 whatever the machine's locale is, buffered, and flushed on close. */
final class Output {
    private Output() {}

    static PrintStream lines() {
        return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
    }

    /** For a person or a program that watches: each line at once. */
    static PrintStream live() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
