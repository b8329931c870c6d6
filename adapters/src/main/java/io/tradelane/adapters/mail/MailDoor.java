package io.tradelane.adapters.mail;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a document as an attachment. Delivered means that the mail server has taken it; the Message-ID is the same on every try. */
@Component
class MailDoor implements Door, OutboundDoor, ConnectionTest {
    private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
    private static final int PERMANENT = 500;
    private final MailPickup pickup;
    private final ChannelKeys keys;
    private final RunningChannels running;
    private final MailServers servers;
    private final Clock clock;

    MailDoor(MailPickup pickup, ChannelKeys keys, RunningChannels running, MailServers servers, Clock clock) {
        this.servers = servers;
        this.pickup = pickup;
        this.keys = keys;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String door() {
        return MailParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return MailParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new MailRoutes(this, pickup, running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        return channel.direction() == Direction.OUTBOUND ? Map.of() : Map.of("pollMillis", settings(channel).text(MailParameters.POLL_MILLIS));
    }

    @Override
    public void prepare(Channel channel) {
        if (channel.direction() == Direction.INBOUND) {
            pickup.startAnew(channel.id());
            return;
        }
        try {
            InternetAddress.parse(settings(channel).text(MailParameters.TO), true);
            new InternetAddress(settings(channel).text(MailParameters.FROM), true);
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("This is no e-mail address: " + wrong.getRef(), wrong);
        }
    }

    static Settings settings(Channel channel) {
        return Settings.of(MailParameters.DESCRIPTION, channel);
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = settings(channel);
        Session session = servers.session(channel, settings, "smtp");
        try {
            var transport = (SMTPTransport) servers.smtp(settings, session);
            try {
                return sent(transport, MailMessage.write(session, channel, settings, transmission, keys, clock));
            } finally {
                close(transport);
            }
        } catch (MessagingException | IOException failed) {
            throw new TransientFailure("The mail server " + settings.text(MailParameters.HOST) + " does not take it: " + failed.getMessage(), failed);
        }
    }

    static DeliveryReceipt sent(SMTPTransport transport, MimeMessage message) throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            if (transport.getLastReturnCode() >= PERMANENT) {
                return new DeliveryReceipt.Refused("The mail server answered " + transport.getLastServerResponse().strip(), null);
            }
            throw refused;
        }
        return new DeliveryReceipt.Delivered(Evidence.of(Map.of("mail.messageId", message.getMessageID(),
                "mail.answer", transport.getLastServerResponse().strip())));
    }

    /** A server that has taken a message and does not say goodbye has taken it all the same. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException noGoodbye) {
            LOG.debug("The mail server did not answer the end of the connection", noGoodbye);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = settings(channel);
        boolean in = channel.direction() == Direction.INBOUND;
        try {
            steps.reached(Step.RESOLVED, servers.resolve(settings).getHostAddress());
            try (var server = in ? servers.imap(channel, settings) : servers.smtp(settings, servers.session(channel, settings, "smtp"))) {
                steps.reached(Step.CONNECTED, settings.text(MailParameters.HOST));
                steps.reached(Step.AUTHENTICATED, settings.find(MailParameters.USER).orElse(null));
                if (server instanceof jakarta.mail.Store store) {
                    var folder = store.getFolder(settings.text(MailParameters.FOLDER));
                    folder.open(jakarta.mail.Folder.READ_WRITE);
                    steps.reached(Step.DIRECTORY_READABLE, folder.getFullName() + " (" + folder.getMessageCount() + ")");
                    folder.close(false);
                }
            }
        } catch (UnknownHostException unknown) {
            steps.failed(Step.RESOLVED, settings.text(MailParameters.HOST));
        } catch (IOException refused) {
            steps.failed(Step.RESOLVED, refused.getMessage());
        } catch (AuthenticationFailedException refused) {
            steps.reached(Step.CONNECTED, settings.text(MailParameters.HOST));
            steps.failed(Step.AUTHENTICATED, refused.getMessage());
        } catch (MessagingException failed) {
            boolean signedIn = steps.results().size() > 1;
            steps.failed(signedIn ? Step.DIRECTORY_READABLE : Step.CONNECTED, reason(failed));
        }
    }

    /** With the cause: that nothing was read for so long is not said by what the library says. */
    private static String reason(MessagingException failed) {
        Exception cause = failed.getNextException();
        return cause == null || cause.getMessage() == null ? failed.getMessage() : failed.getMessage() + ": " + cause.getMessage();
    }
}
