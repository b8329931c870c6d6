package io.tradelane.adapters.mail;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Sha256;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.MalformedMessage;
import io.tradelane.adapters.as2.message.MessageReader;
import io.tradelane.adapters.as2.message.Policy;
import io.tradelane.adapters.as2.message.Refused;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one message apart and stores each attachment as an interchange of its own. */
final class MailReading {
    private static final int DEEPEST = 5;
    private static final int MOST_ATTACHMENTS = 100;
    /** What base 64 and line ends add to a document. */
    private static final double ENCODED = 1.4;

    private final Channel channel;
    private final Settings settings;
    private final ChannelKeys keys;
    private final Intake intake;
    private final Clock clock;

    MailReading(Channel channel, Settings settings, ChannelKeys keys, Intake intake, Clock clock) {
        this.channel = channel;
        this.settings = settings;
        this.keys = keys;
        this.intake = intake;
        this.clock = clock;
    }

    void take(Message message) throws MessagingException, IOException, NotTaken {
        String sender = sender(message);
        long limit = settings.number(MailParameters.MAX_BYTES);
        if (message.getSize() > limit * ENCODED) {
            throw new NotTaken("TOO_LARGE", "limit: " + limit + " bytes");
        }
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        MessageReader.Incoming opened = open(raw.toByteArray(), limit);
        List<Attachment> attachments = attachments(opened, limit);
        if (attachments.isEmpty()) {
            throw new NotTaken("NO_ATTACHMENT", "from " + sender);
        }
        String id = Optional.ofNullable(message.getHeader("Message-ID")).map(ids -> ids[0]).orElseGet(() -> Sha256.hex(raw.toByteArray()));
        for (int i = 0; i < attachments.size(); i++) {
            // With what it holds: a sender who uses an id again for another document has sent another document.
            store(attachments.get(i), id + "#" + i + ":" + Sha256.hex(attachments.get(i).bytes()), sender, limit, opened);
        }
        CrashPoint.reach("mail.stored");
    }

    /** Read whole before the first is stored. */
    private record Attachment(@Nullable String name, String mediaType, byte[] bytes) {}

    /** From here on all is in memory: what fails is what was sent, and the messages behind it are not to wait for it. */
    private static List<Attachment> attachments(MessageReader.Incoming opened, long limit) throws NotTaken {
        try {
            var parts = new ArrayList<Part>();
            collect(new MimeBodyPart(new ByteArrayInputStream(opened.payload().bytes())), parts, 0);
            var attachments = new ArrayList<Attachment>();
            for (Part part : parts) {
                try (InputStream bytes = new LimitedStream(part.getInputStream(), limit)) {
                    attachments.add(new Attachment(name(part), part.getContentType().replaceAll(";.*", "").strip().replaceAll("\\s", ""), bytes.readAllBytes()));
                }
            }
            return attachments;
        } catch (PayloadTooLarge tooLarge) {
            throw new NotTaken("TOO_LARGE", "limit: " + tooLarge.limit() + " bytes");
        } catch (MessagingException | IOException broken) {
            throw new NotTaken("NO_ATTACHMENT", "unreadable: " + broken.getMessage());
        }
    }

    private String sender(Message message) throws MessagingException, NotTaken {
        Address[] from = message.getFrom();
        String sender = from != null && from.length == 1 && from[0] instanceof InternetAddress one ? one.getAddress().toLowerCase(Locale.ROOT) : "";
        List<String> allowed = List.of(settings.text(MailParameters.SENDERS).toLowerCase(Locale.ROOT).split("[\\s,;]+"));
        if (sender.isEmpty() || allowed.stream().noneMatch(one -> one.startsWith("@") ? sender.endsWith(one) : sender.equals(one))) {
            throw new NotTaken("UNKNOWN_SENDER", sender.isEmpty() ? "no sender" : sender);
        }
        return sender;
    }

    /** Decrypted and verified as the channel asks. */
    private MessageReader.Incoming open(byte[] raw, long limit) throws NotTaken {
        try {
            var policy = new Policy(settings.flag(MailParameters.SIGNATURE_REQUIRED), settings.flag(MailParameters.ENCRYPTION_REQUIRED),
                    keys.decrypting(channel), keys.partnerSigning(channel), (long) (limit * ENCODED), clock.instant());
            return MessageReader.read(Entity.parse(raw), policy);
        } catch (Refused | MalformedMessage refused) {
            throw new NotTaken("NOT_PROTECTED", String.valueOf(refused.getMessage()));
        }
    }

    /** What has a name or is called an attachment; and a message that is nothing but one document. */
    private static void collect(Part part, List<Part> into, int depth) throws MessagingException, IOException, NotTaken {
        if (depth > DEEPEST || into.size() > MOST_ATTACHMENTS) {
            throw new NotTaken("TOO_LARGE", "more than " + MOST_ATTACHMENTS + " attachments, or " + DEEPEST + " levels");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, into, depth + 1);
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || !part.isMimeType("text/*") && !part.isMimeType("image/*")) {
            into.add(part);
        }
    }

    private void store(Attachment attachment, String id, String sender, long limit, MessageReader.Incoming opened) throws IOException, NotTaken {
        var reception = new Reception(channel.organisation(), channel.id(), MailParameters.NAME, id,
                attachment.mediaType(), attachment.name(), Map.of("mail.from", sender,
                "mail.signed", Boolean.toString(opened.signer() != null), "mail.encrypted", Boolean.toString(opened.encrypted())));
        Arrival.Evidence evidence = opened.signedEntity() == null ? null
                : new Arrival.Evidence("multipart/signed", opened.signedEntity().bytes());
        try {
            intake.take(new Arrival(reception, channel.name(), limit, new ByteArrayInputStream(attachment.bytes()), evidence));
        } catch (PayloadTooLarge tooLarge) {
            throw new NotTaken("TOO_LARGE", "limit: " + tooLarge.limit() + " bytes");
        }
    }

    private static @Nullable String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            return null;
        }
        try {
            String decoded = MimeUtility.decodeText(name);
            String last = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
            return last.isEmpty() || last.length() > 200 ? null : last;
        } catch (java.io.UnsupportedEncodingException unknown) {
            return null;
        }
    }

    /** For people; never empty. */
    String subject(Message message) throws MessagingException {
        String subject = message.getSubject();
        return subject == null || subject.isBlank() ? "(no subject)" : subject.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
