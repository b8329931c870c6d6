package io.tradelane.adapters.mail;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.NoticeDoor;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.stereotype.Component;

/** Tells people by mail, in plain text, over the server of a channel that sends documents. */
@Component
class MailNotices implements NoticeDoor {
    private final MailServers servers;
    private final Clock clock;

    MailNotices(MailServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public String door() {
        return MailParameters.NAME;
    }

    @Override
    public DeliveryReceipt tell(Channel channel, String id, String to, String subject, String text) {
        Settings settings = MailDoor.settings(channel);
        Session session = servers.session(channel, settings, "smtp");
        try {
            MimeMessage message = write(session, settings, id, to, subject, text);
            try (var transport = (SMTPTransport) servers.smtp(settings, session)) {
                return MailDoor.sent(transport, message);
            }
        } catch (AddressException wrong) {
            return new DeliveryReceipt.Refused("This is no e-mail address: " + wrong.getRef(), null);
        } catch (MessagingException failed) {
            throw new TransientFailure("The mail server " + settings.text(MailParameters.HOST) + " does not take it: " + failed.getMessage(), failed);
        }
    }

    private MimeMessage write(Session session, Settings settings, String id, String to, String subject, String text) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            /** The same on every try, so that a repeat is recognised. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@tradelane>");
            }
        };
        message.setFrom(new InternetAddress(settings.text(MailParameters.FROM), true));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to, true));
        message.setSubject(subject.replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }
}
