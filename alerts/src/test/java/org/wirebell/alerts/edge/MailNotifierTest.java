package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Notice;

class MailNotifierTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailNotifier notifier(int port, Receiver.Mail.Security security, Optional<String> password) {
        var mail = new Receiver.Mail(
                "127.0.0.1",
                Optional.of(port),
                Optional.of(security),
                "Wirebell <bell@newsroom.example>",
                List.of("desk@newsroom.example", "night@newsroom.example"),
                password.map(_ -> "bell"),
                password.map(_ -> "MAIL_PASSWORD"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new MailNotifier("desk-mail", mail, password, TIMEOUT, InstantSource.fixed(Notices.NOW));
    }

    private Delivery send(Notice notice) throws InterruptedException {
        return notifier(server.getSmtp().getPort(), Receiver.Mail.Security.NONE, Optional.empty())
                .send(notice, Optional.empty());
    }

    @Test
    void updatesStandInTheThreadOfTheirAlert() throws InterruptedException, MessagingException {
        send(Notices.notice("n1", "desk-mail", "a1", 1, Notice.Kind.NEW));
        send(Notices.notice("n2", "desk-mail", "a1", 2, Notice.Kind.UPDATE));
        send(Notices.notice("n2", "desk-mail", "a1", 2, Notice.Kind.UPDATE));
        var mails = received(6);
        var root = mails[0].getMessageID();
        assertThat(root).isEqualTo("<a1.desk-mail@newsroom.example>");
        assertThat(mails[0].getHeader("References")).isNull();
        assertThat(mails[2].getMessageID()).isEqualTo("<n2.desk-mail@newsroom.example>");
        assertThat(mails[2].getHeader("References")).containsExactly(root);
        assertThat(mails[2].getHeader("In-Reply-To")).containsExactly(root);
        assertThat(mails[4].getMessageID()).as("a repeat is seen as one").isEqualTo(mails[2].getMessageID());
        assertThat(mails[2].getHeader("List-Id"))
                .containsExactly("Wirebell desk-mail <desk-mail.wirebell.newsroom.example>");
    }

    private MimeMessage[] received(int count) {
        assertThat(server.waitForIncomingEmail(TIMEOUT.toMillis(), count)).isTrue();
        return server.getReceivedMessages();
    }

    @Test
    void aHostileTitleAddsNoHeader() throws InterruptedException, MessagingException, IOException {
        var title = "31 dead\r\nBcc: all@newsroom.example\r\n\r\n<script>قُتل</script>";
        var alert = Notices.alert(
                "a\r\nBcc: x@y", 1, Optional.empty(), Notices.atLeast(31), Notices.evidence(title, title, "31"), title);
        assertThat(send(Notices.notice("n1", "desk-mail", Notice.Kind.NEW, alert)))
                .isInstanceOf(Delivery.Sent.class);
        var mail = received(2)[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject())
                .isEqualTo("[URGENT] NEW: 31 dead Bcc: all@newsroom.example <script>قُتل</script>");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("&lt;script&gt;قُتل")
                .doesNotContain("<script>");
        assertThat(GreenMailUtil.getBody(mail)).isNotEmpty();
    }

    @Test
    void signsInWhenAsked() throws InterruptedException {
        server.setUser("bell", "open sesame");
        int port = server.getSmtp().getPort();
        assertThat(notifier(port, Receiver.Mail.Security.NONE, Optional.of("open sesame"))
                        .send(Notices.notice("n1", "m", "a", 1, Notice.Kind.NEW), Optional.empty()))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(notifier(port, Receiver.Mail.Security.NONE, Optional.of("wrong"))
                        .send(Notices.notice("n1", "m", "a", 1, Notice.Kind.NEW), Optional.empty()))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        it -> assertThat(it.why()).startsWith("sign-in refused").doesNotContain("wrong"));
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() throws InterruptedException {
        var answer = notifier(server.getSmtp().getPort(), Receiver.Mail.Security.STARTTLS, Optional.empty())
                .send(Notices.notice("n1", "m", "a", 1, Notice.Kind.NEW), Optional.empty());
        assertThat(answer).isInstanceOf(Delivery.Later.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedLater() throws InterruptedException {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(notifier(port, Receiver.Mail.Security.NONE, Optional.empty())
                        .send(Notices.notice("n1", "m", "a", 1, Notice.Kind.NEW), Optional.empty()))
                .isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aDigestNamesClaimantAndSentenceOfEach() throws InterruptedException, MessagingException, IOException {
        assertThat(send(org.wirebell.model.Samples.digest()))
                .isEqualTo(new Delivery.Sent("250 OK", "<n2.desk-mail@newsroom.example>"));
        var parts = (MimeMultipart) received(2)[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("harbour office: “At least 31 people died")
                .contains("https://coastwire.example/ferry-1");
    }

    @Test
    void anEscalationAndAReminderSayWhatTheyAre() throws InterruptedException, MessagingException {
        send(Notices.notice("n1", "desk-mail", "a1", 2, Notice.Kind.ESCALATE));
        send(Notices.notice("n2", "desk-mail", "a1", 2, Notice.Kind.REMIND));
        assertThat(java.util.Arrays.stream(received(4))
                        .map(MailNotifierTest::subject)
                        .distinct())
                .containsExactly(
                        "[URGENT] NOT ACKNOWLEDGED: Ferry: at least 31 killed",
                        "[URGENT] REMINDER: Ferry: at least 31 killed");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
