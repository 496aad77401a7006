package org.wirebell.ingest.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.mailbox.MailboxConfig.Tls;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;
import org.wirebell.ingest.web.Trust;

/** IMAP through Angus Mail, one connection a visit. The folder is examined and messages are peeked at: no flag changes. */
public final class ImapMailbox implements Mailbox {
    private final MailboxConfig config;
    private final String user;
    private final String password;
    private final Session session;

    /** Throws {@link IllegalArgumentException} when the trust file cannot be read. */
    public ImapMailbox(MailboxConfig config, String user, String password, Limits limits) {
        this.config = config;
        this.user = user;
        this.password = password;
        this.session = Session.getInstance(settings(config, limits, Trust.context(config.trustFile())));
    }

    private static Properties settings(MailboxConfig config, Limits limits, SSLContext trust) {
        var settings = new Properties();
        var prefix = "mail." + protocol(config) + ".";
        settings.setProperty(
                prefix + "connectiontimeout", Long.toString(limits.connect().toMillis()));
        settings.setProperty(prefix + "timeout", Long.toString(limits.deadline().toMillis()));
        settings.setProperty(
                prefix + "writetimeout", Long.toString(limits.deadline().toMillis()));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
        // or else a server whose certificate is refused would be asked again with the runtime's own factory
        settings.setProperty(prefix + "socketFactory.fallback", "false");
        settings.setProperty(prefix + "ssl.socketFactory.fallback", "false");
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(config.protection() == Tls.STARTTLS));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(config.protection() == Tls.STARTTLS));
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "fetchsize", "262144");
        return settings;
    }

    private static String protocol(MailboxConfig config) {
        return config.protection() == Tls.SSL ? "imaps" : "imap";
    }

    @Override
    public Visit open() throws Outage {
        Store store = null;
        try {
            store = session.getStore(protocol(config));
            store.connect(config.host(), config.portOrUsual(), user, password);
            var folder = store.getFolder(config.folderOrInbox());
            folder.open(Folder.READ_ONLY);
            return new Open(store, folder, ((UIDFolder) folder).getUIDValidity());
        } catch (MessagingException e) {
            close(store);
            throw outage(e);
        }
    }

    private Outage outage(MessagingException e) {
        var where = config.host() + ":" + config.portOrUsual();
        return switch (e) {
            case AuthenticationFailedException refused ->
                new Outage(Why.DENIED, where + " refuses " + user + ": " + refused.getMessage(), refused);
            case FolderNotFoundException absent ->
                new Outage(Why.DENIED, where + " has no folder " + config.folderOrInbox(), absent);
            default -> Outage.of(where, e);
        };
    }

    private static void close(@org.jspecify.annotations.Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException _) {
            // it is gone, which is what was wanted
        }
    }

    private final class Open implements Visit {
        private final Store store;
        private final Folder folder;
        private final UIDFolder numbers;
        private final long validity;

        Open(Store store, Folder folder, long validity) {
            this.store = store;
            this.folder = folder;
            this.numbers = (UIDFolder) folder;
            this.validity = validity;
        }

        @Override
        public long validity() {
            return validity;
        }

        @Override
        public List<Long> newest(int most) throws Outage {
            return asked(() -> {
                int count = folder.getMessageCount();
                var messages = count == 0 ? new Message[0] : folder.getMessages(Math.max(1, count - most + 1), count);
                var profile = new FetchProfile();
                profile.add(UIDFolder.FetchProfileItem.UID);
                folder.fetch(messages, profile);
                var uids = new ArrayList<Long>();
                for (var message : messages) {
                    uids.add(numbers.getUID(message));
                }
                return uids.stream().filter(uid -> uid > 0).sorted().toList();
            });
        }

        @Override
        public List<Letter> after(long uid, int most) throws Outage {
            return asked(() -> {
                var found = new ArrayList<Numbered>();
                for (var message : numbers.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
                    if (message != null) { // else expunged since it was listed
                        found.add(new Numbered(numbers.getUID(message), message));
                    }
                }
                var next = found.stream()
                        .filter(one -> one.uid > uid) // "n:*" means the last message too, whatever its number
                        .sorted(Comparator.comparingLong(Numbered::uid))
                        .limit(most)
                        .toList();
                var profile = new FetchProfile();
                List.of("Message-ID", "From", "Date", "Subject").forEach(profile::add);
                folder.fetch(next.stream().map(Numbered::message).toArray(Message[]::new), profile);
                var letters = new ArrayList<Letter>();
                for (var one : next) {
                    letters.add(letter(one.uid, one.message));
                }
                return letters;
            });
        }

        @Override
        public byte[] raw(Letter letter, int most) throws Outage {
            return asked(() -> {
                var bytes = new Bounded(most);
                var message = numbers.getMessageByUID(letter.uid());
                try {
                    if (message != null) {
                        message.writeTo(bytes);
                    }
                } catch (MessageRemovedException _) {
                    return new byte[0];
                } catch (Full _) {
                    return bytes.kept.toByteArray();
                }
                return bytes.kept.toByteArray();
            });
        }

        /** What this library throws where a connection is gone depends on when it notices. */
        private <T> T asked(Step<T> step) throws Outage {
            try {
                return step.result();
            } catch (MessagingException e) {
                throw outage(e);
            } catch (IOException | IllegalStateException e) {
                throw Outage.of(config.host() + ":" + config.portOrUsual(), e);
            }
        }

        @Override
        public void close() {
            ImapMailbox.close(store);
        }
    }

    private interface Step<T> {
        T result() throws MessagingException, IOException;
    }

    private record Numbered(long uid, Message message) {}

    private static Letter letter(long uid, Message message) throws MessagingException {
        var id = header(message, "Message-ID");
        var sender = sender(message);
        return new Letter(
                uid,
                id.isEmpty() ? sender + " " + header(message, "Date") + " " + header(message, "Subject") : id,
                sender);
    }

    private static String header(Message message, String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    private static String sender(Message message) throws MessagingException {
        try {
            return Arrays.stream(InternetAddress.parseHeader(header(message, "From"), false))
                    .map(InternetAddress::getAddress)
                    .filter(address -> address != null)
                    .findFirst()
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        } catch (AddressException _) { // nobody's, as far as a list of senders can tell
            return "";
        }
    }

    /** Keeps the first bytes and ends the transfer when more come. */
    private static final class Bounded extends OutputStream {
        private final int most;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            int room = Math.min(length, most - kept.size());
            kept.write(from, offset, room);
            if (room < length) {
                throw new Full();
            }
        }
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
