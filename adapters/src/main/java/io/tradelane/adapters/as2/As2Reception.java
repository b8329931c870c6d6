package io.tradelane.adapters.as2;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Sha256;
import io.tradelane.adapters.Transmitter;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageReader;
import io.tradelane.adapters.as2.message.MessageReader.Incoming;
import io.tradelane.adapters.as2.message.Mic;
import io.tradelane.adapters.as2.message.Policy;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.adapters.as2.message.ReceiptRequest;
import io.tradelane.adapters.as2.message.Refused;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an AS2 message: checks it, stores it together with the receipt that it will get, and only then answers. Since the receipt is
 * stored in the same transaction as the message, a repeat of the message gets the same receipt to the last byte, also after a crash
 * between the two.
 */
@Component
class As2Reception {
    static final String RECEIPT = "as2.receipt";
    private static final Logger LOG = LoggerFactory.getLogger(As2Reception.class);
    /** RFC 5322, section 2.1.1. */
    private static final int MAX_MESSAGE_ID = 998;

    private final RunningChannels running;
    private final ChannelKeys keys;
    private final Intake intake;
    private final Transmitter transmitter;
    private final ReceiptSender receiptSender;
    private final LateReceipts lateReceipts;
    private final Receipts receipts;
    private final Clock clock;

    As2Reception(RunningChannels running, ChannelKeys keys, Intake intake, Transmitter transmitter, ReceiptSender receiptSender,
            LateReceipts lateReceipts, Clock clock) {
        this.running = running;
        this.keys = keys;
        this.intake = intake;
        this.transmitter = transmitter;
        this.receiptSender = receiptSender;
        this.lateReceipts = lateReceipts;
        this.receipts = new Receipts(clock);
        this.clock = clock;
    }

    As2Answer receive(As2Message message) throws IOException {
        if (message.name("AS2-From").isEmpty() || message.name("AS2-To").isEmpty()) {
            return As2Answer.problem(400, "AS2-From and AS2-To are required");
        }
        Optional<Channel> channel = running.of(As2Door.NAME, Direction.INBOUND).stream()
                .filter(c -> message.name("AS2-From").equals(c.parameters().get(As2Parameters.PARTNER_NAME))
                        && message.name("AS2-To").equals(c.parameters().get(As2Parameters.HUB_NAME)))
                .findFirst();
        Settings settings = channel.map(c -> Settings.of(As2Parameters.DESCRIPTION, c)).orElse(null);
        long maxBytes = settings == null ? 1024 * 1024 : settings.number(As2Parameters.MAX_BYTES);
        String receiptUrl = ReceiptRequest.of(message.headers()).map(ReceiptRequest::asynchronousUrl).orElse(null);
        if (receiptUrl != null && (settings == null || !ReceiptSender.allowed(settings, receiptUrl))) {
            return As2Answer.problem(403, "Receipts are not sent to that address");
        }
        Entity wire = wire(message, maxBytes);
        if (LateReceipts.isReceipt(wire)) {
            return lateReceipts.receive(message, wire);
        }
        try {
            return take(message, wire, channel.orElseThrow(() -> new Refused(Disposition.UNKNOWN_TRADING_RELATIONSHIP,
                    "There is no agreement between these two names")), maxBytes);
        } catch (Refused refused) {
            return refuse(message, channel.orElse(null), refused);
        }
    }

    private As2Answer take(As2Message message, Entity wire, Channel channel, long maxBytes) throws IOException {
        intake.check(channel);
        String messageId = messageId(message);
        Settings settings = Settings.of(As2Parameters.DESCRIPTION, channel);
        var policy = new Policy(settings.flag(As2Parameters.SIGNATURE_REQUIRED), settings.flag(As2Parameters.ENCRYPTION_REQUIRED),
                keys.decrypting(channel), keys.partnerSigning(channel), maxBytes, clock.instant());
        Incoming incoming = MessageReader.read(wire, policy);
        Optional<ReceiptRequest> request = ReceiptRequest.of(message.headers());
        Mic mic = incoming.mic(request.map(ReceiptRequest::digest).orElse(Digest.SHA_256));
        var receipt = new Receipt(messageId, message.name("AS2-To"), Disposition.PROCESSED, mic,
                "The message was received, checked and stored.");
        Entity answer = request.map(r -> receipts.write(receipt, r, signer(channel, r), message)).orElse(null);

        byte[] document = incoming.payload().content();
        if (document.length == 0) {
            throw new Refused(Disposition.UNEXPECTED_PROCESSING_ERROR, "The message holds no document");
        }
        var reception = new Reception(channel.organisation(), channel.id(), As2Door.NAME, messageId,
                incoming.payload().contentType().mediaType(), incoming.payload().fileName().orElse(null),
                properties(incoming, mic, answer));
        Arrival.Evidence evidence = incoming.signedEntity() == null ? null
                : new Arrival.Evidence("multipart/signed", incoming.signedEntity().bytes(), incoming.documentAt(), document.length);
        var stored = transmitter.receive(channel,
                new Arrival(reception, channel.name(), maxBytes, new ByteArrayInputStream(document), evidence));
        CrashPoint.reach("as2.stored");
        if (incoming.signer() != null) {
            keys.verifiedBy(channel, incoming.signer());
        }
        if (incoming.recipient() != null) {
            keys.encryptedFor(channel, incoming.recipient());
        }
        if (stored.duplicateTransport()) {
            LOG.info("AS2 message {} of {} came again", messageId, channel.name());
            if (!Arrays.equals(intake.kept(stored.interchange()).sha256(), Sha256.digest().digest(document))) {
                throw new Refused(Disposition.INVALID_MESSAGE_ID, "The Message-ID came before with another document");
            }
            answer = earlierReceipt(stored.interchange()).orElse(answer);
        }
        return deliver(answer, request, channel);
    }

    private static Map<String, String> properties(Incoming incoming, Mic mic, @Nullable Entity answer) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("as2.mic", mic.toString());
        properties.put("as2.encrypted", Boolean.toString(incoming.encrypted()));
        properties.put("as2.compressed", Boolean.toString(incoming.compressed()));
        if (incoming.signer() != null) {
            properties.put("as2.signer", incoming.signer().getSubjectX500Principal().getName());
            properties.put("as2.signer.serial", incoming.signer().getSerialNumber().toString(16));
        }
        if (answer != null) {
            properties.put(RECEIPT, Base64.getEncoder().encodeToString(answer.bytes()));
        }
        return properties;
    }

    private Optional<Entity> earlierReceipt(UUID interchange) {
        return Optional.ofNullable(intake.kept(interchange).properties().get(RECEIPT)).map(r -> Entity.parse(Base64.getDecoder().decode(r)));
    }

    private As2Answer refuse(As2Message message, @Nullable Channel channel, Refused refused) {
        LOG.warn("AS2 message {} from {} refused, {}: {}", printable(message.name("Message-ID")), printable(message.name("AS2-From")),
                refused.disposition().text(), refused.getMessage());
        if (channel != null) {
            intake.messageRefused(channel, printable(message.name("Message-ID")), String.valueOf(refused.disposition().text()), String.valueOf(refused.getMessage()));
        }
        Optional<ReceiptRequest> request = ReceiptRequest.of(message.headers());
        if (request.isEmpty()) {
            return As2Answer.problem(403, refused.disposition() + "\n" + refused.getMessage());
        }
        var receipt = new Receipt(printable(message.name("Message-ID")), message.name("AS2-To"), refused.disposition(), null,
                String.valueOf(refused.getMessage()));
        Identity signer = channel == null ? null : signer(channel, request.get());
        return deliver(receipts.write(receipt, request.get(), signer, message), request, channel);
    }

    private As2Answer deliver(@Nullable Entity receipt, Optional<ReceiptRequest> request, @Nullable Channel channel) {
        String url = request.map(ReceiptRequest::asynchronousUrl).orElse(null);
        if (receipt == null || request.isEmpty()) {
            return As2Answer.empty(200);
        }
        if (url == null || channel == null) {
            return As2Answer.receipt(receipt);
        }
        receiptSender.send(url, receipt);
        return As2Answer.empty(202);
    }

    private @Nullable Identity signer(Channel channel, ReceiptRequest request) {
        return request.signed() ? keys.signing(channel) : null;
    }

    private static String messageId(As2Message message) {
        String id = message.headers().first("Message-ID").orElse("").strip();
        if (id.isEmpty() || id.length() > MAX_MESSAGE_ID || !id.chars().allMatch(c -> c > 31 && c < 127)) {
            throw new Refused(Disposition.INVALID_MESSAGE_ID, "Message-ID must be 1 to 998 printable characters");
        }
        return id;
    }

    private static Entity wire(As2Message message, long maxBytes) throws IOException {
        Headers mime = new Headers(message.headers().fields().stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).startsWith("content-")).toList());
        try (var body = new LimitedStream(message.body(), maxBytes)) {
            return Entity.of(mime, body.readAllBytes());
        }
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(MAX_MESSAGE_ID, text.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
