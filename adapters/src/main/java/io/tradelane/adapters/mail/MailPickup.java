package io.tradelane.adapters.mail;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.ChannelStanding;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.Pauses;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.mail.MailParameters.Afterwards;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks into a mailbox. A message is moved or deleted when all its attachments are stored; one that was left there because the process died
 * is recognised by its Message-ID. What cannot be taken in goes to the mail folder {@code error}, and a person is told.
 */
@Component
public class MailPickup {
    private static final Logger LOG = LoggerFactory.getLogger(MailPickup.class);
    private static final int MESSAGES_A_POLL = 100;
    private static final String ERROR = "error";

    private final Intake intake;
    private final ChannelKeys keys;
    private final ChannelStanding standing;
    private final MailServers servers;
    private final Clock clock;
    private final Pauses pauses = new Pauses();

    MailPickup(Intake intake, ChannelKeys keys, ChannelStanding standing, MailServers servers, Clock clock) {
        this.servers = servers;
        this.intake = intake;
        this.keys = keys;
        this.standing = standing;
        this.clock = clock;
    }

    void startAnew(UUID channel) {
        pauses.succeeded(channel);
    }

    void poll(Channel channel) {
        if (pauses.pausing(channel.id())) {
            return;
        }
        Settings settings = MailDoor.settings(channel);
        try (Store store = servers.imap(channel, settings)) {
            takeAll(channel, settings, store);
            pauses.succeeded(channel.id());
            standing.working(channel);
        } catch (MessagingException | IOException | RuntimeException failed) {
            pauses.failed(channel.id());
            standing.failing(channel, String.valueOf(failed.getMessage()));
        }
    }

    private void takeAll(Channel channel, Settings settings, Store store) throws MessagingException, IOException {
        Folder folder = store.getFolder(settings.text(MailParameters.FOLDER));
        folder.open(Folder.READ_WRITE);
        try {
            var reading = new MailReading(channel, settings, keys, intake, clock);
            int last = Math.min(folder.getMessageCount(), MESSAGES_A_POLL);
            for (int i = 1; i <= last; i++) {
                Message message = folder.getMessage(i);
                if (!message.isSet(Flags.Flag.DELETED)) {
                    intake.check(channel);
                    takeOne(channel, settings, store, folder, message, reading);
                }
            }
        } catch (Busy waits) {
            LOG.debug("Messages of {} wait: {}", channel.name(), waits.getMessage());
        } finally {
            folder.close(true);
        }
    }

    private void takeOne(Channel channel, Settings settings, Store store, Folder folder, Message message, MailReading reading)
            throws MessagingException, IOException {
        try {
            reading.take(message);
        } catch (NotTaken refused) {
            LOG.warn("A message of {} goes to the mail folder {}: {}, {}", channel.name(), ERROR, refused.reason(), refused.getMessage());
            intake.refused(channel, reading.subject(message), refused.reason(), String.valueOf(refused.getMessage()));
            move(store, folder, message, ERROR);
            return;
        }
        if (Afterwards.valueOf(settings.text(MailParameters.AFTERWARDS)) == Afterwards.MOVE) {
            move(store, folder, message, settings.text(MailParameters.ARCHIVE));
        } else {
            message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    private static void move(Store store, Folder from, Message message, String name) throws MessagingException {
        Folder to = store.getFolder(name);
        if (!to.exists()) {
            to.create(Folder.HOLDS_MESSAGES);
        }
        from.copyMessages(new Message[] {message}, to);
        message.setFlag(Flags.Flag.DELETED, true);
    }
}
