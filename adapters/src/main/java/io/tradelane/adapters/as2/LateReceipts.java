package io.tradelane.adapters.as2;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.DeliveryReports;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.MalformedMessage;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes asynchronous receipts: finds the message each speaks of, judges it and reports. */
@Component
class LateReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(LateReceipts.class);

    private final RunningChannels running;
    private final ChannelKeys keys;
    private final DeliveryReports reports;
    private final Clock clock;

    LateReceipts(RunningChannels running, ChannelKeys keys, DeliveryReports reports, Clock clock) {
        this.running = running;
        this.keys = keys;
        this.reports = reports;
        this.clock = clock;
    }

    static boolean isReceipt(Entity wire) {
        try {
            return Receipt.isReceipt(wire);
        } catch (MalformedMessage neither) {
            return false;
        }
    }

    As2Answer receive(As2Message message, Entity wire) throws IOException {
        String original;
        try {
            original = Receipt.peek(wire).originalMessageId();
        } catch (MalformedMessage unreadable) {
            return As2Answer.problem(400, String.valueOf(unreadable.getMessage()));
        }
        Optional<Channel> channel = running.of(As2Door.NAME, Direction.OUTBOUND).stream()
                .filter(c -> message.name("AS2-From").equals(c.parameters().get(As2Parameters.PARTNER_NAME))
                        && message.name("AS2-To").equals(c.parameters().get(As2Parameters.HUB_NAME)))
                .findFirst();
        if (channel.isEmpty()) {
            return As2Answer.problem(403, "There is no agreement between these two names");
        }
        return judge(channel.get(), original, wire);
    }

    private As2Answer judge(Channel channel, String original, Entity wire) throws IOException {
        String bare = ReceiptCheck.bare(original);
        String ours = bare.endsWith("@tradelane") ? bare.substring(0, bare.length() - "@tradelane".length()) : bare;
        var sent = reports.sent(channel, ours).or(() -> reports.sent(channel, original));
        if (sent.isEmpty()) {
            LOG.warn("Receipt through {} for a message that was not sent", channel.name());
            return As2Answer.problem(404, "No such message was sent");
        }
        boolean signed = Settings.of(As2Parameters.DESCRIPTION, channel).text(As2Parameters.RECEIPT).equals("SIGNED");
        var outcome = new ReceiptCheck(original, signed, keys.partnerSigning(channel), Packing.acceptableMics(sent.get()),
                clock.instant()).judge(wire);
        reports.report(channel, sent.get().messageId(), outcome);
        return As2Answer.empty(200);
    }
}
