package org.wirebell.ingest.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.wirebell.ingest.web.Certificate;

/** A real IMAP server on loopback with one mailbox. */
public final class PostOffice implements AutoCloseable {
    public static final String USER = "wires@desk.example";
    public static final String PASSWORD = "ahoy";

    private final GreenMail server;
    private final GreenMailUser user;
    private final int port;

    private PostOffice(GreenMail server) {
        this.server = server;
        server.start();
        this.user = server.setUser(USER, PASSWORD);
        this.port = (server.getImap() == null ? server.getImaps() : server.getImap()).getPort();
    }

    /** @param port 0 takes a free one */
    public static PostOffice open(String protocol, int port) {
        return new PostOffice(new GreenMail(new ServerSetup(port, "127.0.0.1", protocol)));
    }

    /** By IMAPS, with this certificate. */
    public static PostOffice secure(Certificate certificate) {
        System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        return open("imaps", 0);
    }

    public int port() {
        return port;
    }

    public void deliver(String raw) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(raw, e);
        }
    }

    /** A plain mail; its Message-ID is made of the word. */
    public static String mail(String word, String from, String subject, String text) {
        return """
                Message-ID: <%s@harbour.example>
                From: %s
                To: wires@desk.example
                Subject: %s
                Date: Mon, 2 Mar 2020 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(word, from, subject, text);
    }

    /** Whether anything in the mailbox carries a flag that we have no business to set. */
    public boolean isUntouched() {
        try {
            for (var stored :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                if (stored.isSet(jakarta.mail.Flags.Flag.SEEN) || stored.isSet(jakarta.mail.Flags.Flag.DELETED)) {
                    return false;
                }
            }
            return true;
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
