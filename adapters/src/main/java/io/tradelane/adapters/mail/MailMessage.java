package io.tradelane.adapters.mail;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.trading.partner.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Makes the message that carries a document: one attachment, or that in an envelope of S/MIME (RFC 8551), all of it in 7 bits. */
final class MailMessage {

    private MailMessage() {}

    static MimeMessage write(Session session, Channel channel, Settings settings, OutboundTransmission transmission, ChannelKeys keys, Clock clock)
            throws IOException, MessagingException {
        boolean sign = settings.flag(MailParameters.SIGN);
        boolean encrypt = settings.flag(MailParameters.ENCRYPT);
        String name = transmission.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
        Entity attachment = Entity.of(Headers.of("Content-Type", transmission.mediaType(), "Content-Transfer-Encoding", "base64",
                "Content-Disposition", "attachment; filename=\"" + name + "\""), Base64.getMimeEncoder().encode(transmission.bytes().all()));
        Entity wire = MessageWriter.write(attachment, new Protection(sign ? Digest.SHA_256 : null, encrypt ? Cipher.AES_256_CBC : null, false),
                sign ? keys.signing(channel) : null, encrypt ? keys.partnerEncrypting(channel) : null).wire();
        Headers headers = Headers.of(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
                "From", new InternetAddress(settings.text(MailParameters.FROM), true).toString(),
                "To", InternetAddress.toString(InternetAddress.parse(settings.text(MailParameters.TO), true)),
                "Subject", MimeUtility.encodeText(settings.text(MailParameters.SUBJECT) + " " + name, "UTF-8", null).replaceAll("\\s+", " "),
                "Message-ID", messageId(transmission.messageId()), "MIME-Version", "1.0", "Auto-Submitted", "auto-generated");
        Entity body = inSevenBits(wire);
        for (Headers.Field field : body.headers().fields()) {
            headers = headers.with(field.name(), field.value());
        }
        return new MimeMessage(session, new ByteArrayInputStream(Entity.of(headers, body.body()).bytes()));
    }

    /** What is encrypted is bytes; what is signed may not be touched any more, and was in 7 bits before. */
    private static Entity inSevenBits(Entity wire) {
        if (!wire.contentType().is("application/pkcs7-mime")) {
            return wire;
        }
        Headers headers = Headers.of("Content-Transfer-Encoding", "base64");
        for (Headers.Field field : wire.headers().fields()) {
            headers = field.name().equalsIgnoreCase("Content-Transfer-Encoding") ? headers : headers.with(field.name(), field.value());
        }
        return Entity.of(headers, Base64.getMimeEncoder().encode(wire.content()));
    }

    private static String messageId(String id) {
        String bare = id.replaceAll("^<|>$", "");
        return "<" + (bare.contains("@") ? bare : bare + "@tradelane") + ">";
    }
}
