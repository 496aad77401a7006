package org.wirebell.desk.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token that makes the first operator: there is no default password. It stands in the log and in a file of mode 0600 until it is used. */
public final class FirstToken {
    private static final Logger LOG = LoggerFactory.getLogger(FirstToken.class);

    private final Path file;
    private final Accounts accounts;
    private Optional<String> token = Optional.empty();

    public FirstToken(Path folder, Accounts accounts) {
        file = folder.resolve("admin-token");
        this.accounts = accounts;
    }

    /** To be called when all accounts are read: makes a token where nobody can sign in, or takes the one that was made before. */
    public synchronized void begin() {
        if (accounts.hasOperator()) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                make();
            }
            token = Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the desk cannot keep its first token in " + file, e);
        }
        LOG.info("nobody can sign in yet: open /sign-in with the one-time token {} (also in {})", token.get(), file);
    }

    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            out.write(ByteBuffer.wrap((Secrets.token() + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
    }

    synchronized boolean wanted() {
        return token.isPresent() && !accounts.hasOperator();
    }

    synchronized boolean fits(String given) {
        return wanted()
                && token.filter(t -> Secrets.same(Secrets.hash(t), Secrets.hash(given)))
                        .isPresent();
    }

    /** There is somebody now: it never counts again. */
    synchronized void spent() {
        token = Optional.empty();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is of no use any more and could not be deleted: {}", file, e.toString());
        }
    }
}
