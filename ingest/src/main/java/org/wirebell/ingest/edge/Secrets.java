package org.wirebell.ingest.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.wirebell.ingest.drop.Drop;
import org.wirebell.ingest.drop.DropConfig;
import org.wirebell.ingest.mailbox.MailboxConfig;

/** Names and passwords from where the configuration says that they are. A missing one is refused before anything starts. */
record Secrets(Function<String, Optional<String>> environment) {
    /** Whether all of them are there, before anything has begun. */
    void check(IngestConfig config) {
        config.mailboxes().forEach((id, mailbox) -> {
            account(id, mailbox);
            password(id, mailbox);
        });
        config.drops().forEach(this::signIn);
    }

    /** Throws {@link IllegalArgumentException} when the variable is not set or the file cannot be read. */
    Optional<String> secret(String setting, Optional<String> variable, Optional<Path> file) {
        return variable.map(name -> environment
                        .apply(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                setting + "-env: environment variable " + name + " is not set")))
                .or(() -> file.map(path -> read(setting, path)))
                .map(String::strip);
    }

    private static String read(String setting, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(setting + "-file: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    String account(String id, MailboxConfig mailbox) {
        return mailbox.user()
                .or(() -> secret("mailboxes." + id + ".user", mailbox.userEnv(), Optional.empty()))
                .orElse("");
    }

    String password(String id, MailboxConfig mailbox) {
        return secret("mailboxes." + id + ".password", mailbox.passwordEnv(), mailbox.passwordFile())
                .orElse("");
    }

    /** For FTP without a user the one that stands for nobody. */
    Drop.SignIn signIn(String id, DropConfig drop) {
        var path = "drops." + id;
        return new Drop.SignIn(
                drop.user()
                        .or(() -> secret(path + ".user", drop.userEnv(), Optional.empty()))
                        .orElse("anonymous"),
                secret(path + ".password", drop.passwordEnv(), drop.passwordFile())
                        .orElse(""));
    }
}
