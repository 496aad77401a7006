package org.wirebell.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.mailbox.MailboxConfig.Tls;
import org.wirebell.ingest.web.Certificate;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;

/** Whom it believes to be the server. */
@Timeout(60)
class ImapMailboxTest {
    @TempDir
    private Path folder;

    @Test
    void believesACertificateForTheHostAndNoOther() throws Exception {
        var localhost = Certificate.of(folder, "localhost");
        var elsewhere = Certificate.of(folder, "elsewhere.example");
        try (var post = PostOffice.secure(localhost)) {
            post.deliver(PostOffice.mail("a", "pat@harbour.example", "Pier closed", "The pier is closed."));
            try (var visit =
                    mailbox(post, Tls.SSL, Optional.of(localhost.pem())).open()) {
                var letter = visit.after(0, 10).getFirst();
                assertThat(letter.id()).isEqualTo("<a@harbour.example>");
                assertThat(letter.sender()).isEqualTo("pat@harbour.example");
                assertThat(visit.raw(letter, 20)).hasSize(20);
            }
            refused(mailbox(post, Tls.SSL, Optional.of(elsewhere.pem())), Why.TLS);
            refused(mailbox(post, Tls.SSL, Optional.empty()), Why.TLS);
        }
        try (var post = PostOffice.secure(elsewhere)) { // the right certificate, of another host
            refused(mailbox(post, Tls.SSL, Optional.of(elsewhere.pem())), Why.TLS);
        }
    }

    @Test
    void neverGoesOnWithoutTlsWhereItIsAskedFor() {
        try (var post = PostOffice.open("imap", 0)) {
            assertThatThrownBy(
                            () -> mailbox(post, Tls.STARTTLS, Optional.empty()).open())
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("STARTTLS");
        }
    }

    private static void refused(Mailbox mailbox, Why why) {
        assertThatThrownBy(mailbox::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static Mailbox mailbox(PostOffice post, Tls tls, Optional<Path> trust) {
        var config = new MailboxConfig(
                "localhost",
                Optional.of(post.port()),
                Optional.of(tls),
                Optional.empty(),
                Optional.of(PostOffice.USER),
                Optional.empty(),
                Optional.of("PASSWORD"),
                Optional.empty(),
                trust,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ImapMailbox(config, PostOffice.USER, PostOffice.PASSWORD, Limits.defaults());
    }
}
