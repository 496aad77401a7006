package org.wirebell.alerts.edge;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.wirebell.model.Notice;

/**
 * Mail by SMTP. The Message-ID comes from the notice, so that a repeat is seen as one; all notices of an alert refer to the
 * alert's first mail, so that they stand in one thread, even where that first mail was never sent.
 */
final class MailNotifier implements Notifier {
    private final Receiver.Mail mail;
    private final String name;
    private final Optional<String> password;
    private final Properties settings;
    private final InstantSource clock;
    private final String domain;

    MailNotifier(String name, Receiver.Mail mail, Optional<String> password, Duration timeout, InstantSource clock) {
        this.name = name;
        this.mail = mail;
        this.password = password;
        this.clock = clock;
        this.settings = settings(mail, timeout);
        this.domain = mail.from().replaceAll(".*@|[>\\s]+$", "");
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        var session = Session.getInstance(settings);
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect(mail.host(), port(), mail.user().orElse(null), password.orElse(null));
            var message = message(session, notice);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Sent(Plain.line(transport.getLastServerResponse(), 200), id(notice));
        } catch (SendFailedException e) {
            return judged(e, id(notice));
        } catch (AuthenticationFailedException e) {
            return later("sign-in refused by " + mail.host() + ": " + e.getMessage());
        } catch (MessagingException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("while mailing " + mail.host()).initCause(e);
            }
            return later("mailing by " + mail.host() + " failed: " + e.getMessage());
        }
    }

    private MimeMessage message(Session session, Notice notice) throws MessagingException {
        var words =
                MailText.of(Wording.of(notice, Headline.Size.of(mail.headline().orElse("full"))));
        var message = new Identified(session, id(notice));
        message.setFrom(new InternetAddress(mail.from()));
        for (var to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(words.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        if (!isRoot(notice)) {
            message.setHeader("In-Reply-To", root(notice));
            message.setHeader("References", root(notice));
        }
        message.setHeader("List-Id", "Wirebell " + name + " <" + name + ".wirebell." + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        var parts = new MimeMultipart("alternative", part(words.text(), "plain"), part(words.html(), "html"));
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private String id(Notice notice) {
        return isRoot(notice) ? root(notice) : "<" + atom(notice.id()) + "." + name + "@" + domain + ">";
    }

    private String root(Notice notice) {
        return "<" + atom(notice.alert().id()) + "." + name + "@" + domain + ">";
    }

    private static boolean isRoot(Notice notice) {
        return notice.kind() == Notice.Kind.NEW && notice.alert().revision() <= 1;
    }

    private static String atom(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** Some addresses may be good while others are not: the mail counts as sent when it went to any. */
    private static Delivery judged(SendFailedException failed, String id) {
        int sent = count(failed.getValidSentAddresses());
        if (sent > 0) {
            return new Delivery.Sent(
                    "accepted for " + sent + ", refused for " + count(failed.getInvalidAddresses()), id);
        }
        int code = codes(failed);
        var detail = Plain.line("SMTP " + code + ": " + failed.getMessage(), 300);
        return code >= 500 && code < 600 ? new Delivery.Refused("smtp_5xx", detail) : later(detail);
    }

    /** The lowest SMTP code in the chain of failures: one address that may work later is a reason to try again. */
    private static int codes(SendFailedException failed) {
        int lowest = Integer.MAX_VALUE;
        for (Exception e = failed; e instanceof MessagingException inner; e = inner.getNextException()) {
            int code = switch (e) {
                case SMTPSendFailedException whole -> whole.getReturnCode();
                case SMTPAddressFailedException one -> one.getReturnCode();
                default -> lowest;
            };
            lowest = Math.min(lowest, code);
        }
        return lowest == Integer.MAX_VALUE ? 0 : lowest;
    }

    private static int count(Address @org.jspecify.annotations.Nullable [] addresses) {
        return addresses == null ? 0 : addresses.length;
    }

    private static Delivery later(String why) {
        return new Delivery.Later(Plain.line(why, 300), Duration.ZERO);
    }

    private int port() {
        return mail.port().orElseGet(() -> switch (security(mail)) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        });
    }

    private static Receiver.Mail.Security security(Receiver.Mail mail) {
        return mail.security().orElse(Receiver.Mail.Security.STARTTLS);
    }

    private static Properties settings(Receiver.Mail mail, Duration timeout) {
        var settings = new Properties();
        var millis = Long.toString(timeout.toMillis());
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            settings.setProperty("mail.smtp." + limit, millis);
        }
        settings.setProperty("mail.smtp.sendpartial", "true");
        settings.setProperty("mail.smtp.auth", Boolean.toString(mail.user().isPresent()));
        switch (security(mail)) {
            case NONE -> settings.setProperty("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                settings.setProperty("mail.smtp.starttls.enable", "true");
                settings.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.setProperty("mail.smtp.ssl.enable", "true");
        }
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return settings;
    }

    /** {@link MimeMessage} would make a random id when it is saved. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
