package io.medianest.server.courier;

import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.platform.resilience.UpstreamFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages by mail. `smtp://` speaks in the clear until the server offers encryption, without which no password is
/// sent; `smtps://` encrypts from the first byte. Thread-safe.
final class Mail {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final String CONNECT_MILLIS = "3000";
    private static final String READ_MILLIS = "10000";
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int USUAL_PORT = 587;
    private static final int USUAL_TLS_PORT = 465;
    private static final int PERMANENT = 500;

    /// Sends a mail, or gives up when the time for it is over: the limits of the library are for each line that the
    /// server says, and one that says a letter every few seconds would never come to an end.
    void send(Destination destination, Message message) {
        var sent = new FutureTask<>(() -> talk(destination, message), true);
        var talking = Thread.ofVirtual().name("mail").start(sent);
        try {
            sent.get(Deadline.left(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw UpstreamFailure.timeout(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UpstreamFailure failure
                    ? failure
                    : UpstreamFailure.broken("could not be spoken to", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpstreamFailure.refused("was not waited for");
        } finally {
            // Closes the connection of a virtual thread that still reads from it.
            talking.interrupt();
        }
    }

    private static void talk(Destination destination, Message message) {
        var session = session(destination);
        try {
            var transport = session.getTransport();
            try {
                var password = destination.secret();
                transport.connect(destination.username(), password == null ? null : password.reveal());
                var mail = mail(session, destination, message);
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /// Changes nothing about whether the server has taken the mail.
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server was not taken leave of", e);
        }
    }

    private static Session session(Destination destination) {
        var address = destination.address();
        boolean tls = "smtps".equals(address.getScheme());
        var protocol = tls ? "smtps" : "smtp";
        int port = address.getPort() > 0 ? address.getPort() : tls ? USUAL_TLS_PORT : USUAL_PORT;
        var settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        var of = "mail." + protocol + ".";
        settings.put(of + "host", address.getHost());
        settings.put(of + "port", Integer.toString(port));
        settings.put(of + "connectiontimeout", CONNECT_MILLIS);
        settings.put(of + "timeout", READ_MILLIS);
        settings.put(of + "writetimeout", READ_MILLIS);
        // What was taken is sent: a server that is slow to say good-bye must not have it sent again.
        settings.put(of + "quitwait", "false");
        settings.put(of + "ssl.checkserveridentity", "true");
        settings.put(of + "starttls.enable", "true");
        settings.put(of + "auth", Boolean.toString(destination.username() != null));
        if (destination.username() != null && !tls) {
            settings.put(of + "starttls.required", "true");
        }
        return Session.getInstance(settings);
    }

    private static MimeMessage mail(Session session, Destination destination, Message message)
            throws MessagingException {
        var mail = new Numbered(session, message.id());
        mail.setFrom(new InternetAddress(Objects.requireNonNull(destination.sender()), true));
        for (var recipient : destination.recipients()) {
            mail.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(recipient, true));
        }
        mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
        mail.setText(text(message), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    private static String text(Message message) {
        return message.link() == null ? message.text() : message.text() + "\n\n" + message.link();
    }

    /// Bears the same number each time that it is sent, by which mailboxes know it again.
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<%s@medianest>".formatted(id));
        }
    }

    private static UpstreamFailure failure(MessagingException failure) {
        return switch (failure) {
            case AuthenticationFailedException _ ->
                UpstreamFailure.refused("does not take the user name or the password");
            case MailConnectException e
            when e.getCause() instanceof SocketTimeoutException -> UpstreamFailure.timeout(e);
            case MailConnectException e ->
                UpstreamFailure.broken("cannot be reached: nothing answers at its address and port", e);
            case SMTPAddressFailedException e -> refusedOrBroken(e.getReturnCode(), "does not take an address", e);
            case SMTPSendFailedException e -> refusedOrBroken(e.getReturnCode(), "does not take the mail", e);
            case SendFailedException e
            when e.getNextException() instanceof SMTPAddressFailedException address ->
                refusedOrBroken(address.getReturnCode(), "does not take an address", e);
            default -> other(failure);
        };
    }

    private static UpstreamFailure other(MessagingException failure) {
        return switch (failure.getCause()) {
            case SocketTimeoutException e -> UpstreamFailure.timeout(e);
            case SSLException e -> UpstreamFailure.broken("shows a certificate that is not trusted for its address", e);
            case null -> UpstreamFailure.refused("does not offer encryption, without which no password is sent");
            default -> UpstreamFailure.broken("broke off the conversation", failure);
        };
    }

    /// From 500 on, a mail server will not change its mind.
    private static UpstreamFailure refusedOrBroken(int code, String what, MessagingException failure) {
        return code >= PERMANENT
                ? UpstreamFailure.refused("%s (SMTP %d)".formatted(what, code))
                : UpstreamFailure.broken("%s (SMTP %d)".formatted(what, code), failure);
    }
}
