package org.wirebell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of little room, in memory, for one folder; only root may have one. */
record SmallDisk(Path folder) implements AutoCloseable {
    private static final int BLOCK = 1 << 12;

    /** Empty where it cannot be mounted. */
    static Optional<SmallDisk> mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** To the last block. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast())) {
            var block = new byte[BLOCK];
            while (Files.getFileStore(folder).getUsableSpace() >= BLOCK) {
                out.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() >= BLOCK) {
                throw e; // else a store was faster
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }

    @Override
    public void close() throws IOException {
        if (run("umount", "--lazy", folder.toString()) != 0) {
            throw new IOException("cannot unmount " + folder);
        }
    }
}
