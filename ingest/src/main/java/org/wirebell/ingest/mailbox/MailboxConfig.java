package org.wirebell.ingest.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.ingest.web.Limits;

/**
 * A mailbox that is read by IMAP. The password is in an environment variable or in a file, never here.
 *
 * @param port by {@code tls} when absent: 993 or 143
 * @param tls ssl (from the first byte) when absent
 * @param unencrypted must be said where {@code tls} is none: the password and all mail can be read on the way
 * @param trustFile PEM certificates that are believed instead of those of the Java runtime
 * @param folder INBOX when absent
 * @param every how often it is looked at; half a minute when absent
 * @param senders addresses and domains whose mail is read; empty: everybody's. From is easily forged, so this keeps out
 *     noise and not enemies
 */
public record MailboxConfig(
        String host,
        Optional<Integer> port,
        Optional<Tls> tls,
        Optional<Boolean> unencrypted,
        Optional<String> user,
        Optional<String> userEnv,
        Optional<String> passwordEnv,
        Optional<Path> passwordFile,
        Optional<Path> trustFile,
        Optional<String> folder,
        Optional<Duration> every,
        Optional<String> language,
        Optional<ZoneId> zone,
        List<String> senders) {
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** How the connection is protected. */
    public enum Tls {
        SSL,
        STARTTLS,
        NONE
    }

    public MailboxConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be empty");
        }
        if (port.isPresent() && (port.get() < 1 || port.get() > 65_535)) {
            throw new IllegalArgumentException("port must be between 1 and 65535, was " + port.get());
        }
        if (tls.orElse(Tls.SSL) == Tls.NONE != unencrypted.orElse(false)) {
            throw new IllegalArgumentException(
                    "tls: none sends password and mail in the clear; where that is meant, and only there, say unencrypted: true");
        }
        if (user.isPresent() == userEnv.isPresent()) {
            throw new IllegalArgumentException("give either user or user-env");
        }
        if (passwordEnv.isPresent() == passwordFile.isPresent()) {
            throw new IllegalArgumentException("give either password-env or password-file");
        }
        every.ifPresent(look -> Limits.positive("every", look));
        senders = senders.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    }

    public Tls protection() {
        return tls.orElse(Tls.SSL);
    }

    public int portOrUsual() {
        return port.orElse(protection() == Tls.SSL ? 993 : 143);
    }

    public String folderOrInbox() {
        return folder.orElse("INBOX");
    }

    public Duration look() {
        return every.orElse(LOOK);
    }

    /** Where it is, for people and for the state that a restart resumes from. */
    public String address(String account) {
        var scheme = protection() == Tls.SSL ? "imaps" : "imap";
        return scheme + "://" + account + "@" + host + ":" + portOrUsual() + "/" + folderOrInbox();
    }

    /** Whether mail of this sender is to be read. */
    public boolean reads(String sender) {
        return senders.isEmpty()
                || senders.contains(sender)
                || senders.contains(sender.substring(sender.lastIndexOf('@') + 1));
    }
}
