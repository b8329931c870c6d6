package io.tradelane.adapters.as2.message;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: message disposition notification (RFC 8098 as profiled by RFC 4130, section 7.4).
 *
 * @param originalMessageId with its angle brackets, as it came
 * @param recipient AS2 name of the side that received the message
 * @param mic null when the message could not be read
 * @param signedBy null when the receipt was not signed
 */
public record Receipt(String originalMessageId, String recipient, Disposition disposition, @Nullable Mic mic, String text,
        @Nullable X509Certificate signedBy) {
    private static final int MAX_TEXT = 500;

    public Receipt(String originalMessageId, String recipient, Disposition disposition, @Nullable Mic mic, String text) {
        this(originalMessageId, recipient, disposition, mic, text, null);
    }

    /** The body to send; signed by {@code signer} with {@code digest} unless {@code signer} is null. */
    public Entity write(@Nullable Identity signer, Digest digest) {
        var text = Entity.of(Headers.of("Content-Type", "text/plain; charset=us-ascii", "Content-Transfer-Encoding", "7bit"),
                ascii(printable(this.text) + "\r\n"));
        var fields = Headers.of("Reporting-UA", "Tradelane", "Original-Recipient", "rfc822; " + recipient,
                "Final-Recipient", "rfc822; " + recipient, "Original-Message-ID", originalMessageId,
                "Disposition", disposition.toString());
        if (mic != null) {
            fields = fields.with("Received-Content-MIC", mic.toString());
        }
        var machine = Entity.of(Headers.of("Content-Type", "message/disposition-notification", "Content-Transfer-Encoding", "7bit"),
                fields.toBytes());
        Entity report = Multipart.of("multipart/report; report-type=disposition-notification", List.of(text, machine));
        return signer == null ? report : Signatures.sign(report, signer, digest);
    }

    public static boolean isReceipt(Entity entity) {
        ContentType type = entity.contentType();
        if (type.is("multipart/signed")) {
            return Multipart.parts(entity).getFirst().contentType().is("multipart/report");
        }
        return type.is("multipart/report");
    }

    /**
     * @param trusted the partner's certificates; a signature is checked whenever there is one
     * @throws Refused when the signature is bad; {@link MalformedMessage} when this is no receipt
     */
    public static Receipt read(Entity wire, Collection<X509Certificate> trusted, Instant now) {
        if (!wire.contentType().is("multipart/signed")) {
            return parse(wire, null);
        }
        var verified = Signatures.verify(wire, trusted, now);
        return parse(verified.content(), verified.signer());
    }

    /** Reads without trusting: for finding out which message a receipt speaks of. */
    public static Receipt peek(Entity wire) {
        return parse(wire.contentType().is("multipart/signed") ? Multipart.parts(wire).getFirst() : wire, null);
    }

    private static Receipt parse(Entity report, @Nullable X509Certificate signer) {
        if (!report.contentType().is("multipart/report")) {
            throw new MalformedMessage("Not a receipt: " + report.contentType().mediaType());
        }
        List<Entity> parts = Multipart.parts(report);
        Entity machine = parts.stream().filter(p -> p.contentType().is("message/disposition-notification")).findFirst()
                .orElseThrow(() -> new MalformedMessage("A receipt has no message/disposition-notification"));
        String text = parts.stream().filter(p -> p.contentType().is("text/plain")).findFirst()
                .map(p -> new String(p.content(), StandardCharsets.UTF_8).strip()).orElse("");
        byte[] fieldBytes = machine.content();
        Headers fields = Headers.parse(fieldBytes, 0, fieldBytes.length);
        return new Receipt(fields.first("Original-Message-ID").orElse(""), finalRecipient(fields),
                fields.first("Disposition").map(Disposition::parse).orElseGet(() -> Disposition.parse("")),
                fields.first("Received-Content-MIC").flatMap(Mic::parse).orElse(null),
                text.substring(0, Math.min(MAX_TEXT, text.length())), signer);
    }

    private static String finalRecipient(Headers fields) {
        Optional<String> recipient = fields.first("Final-Recipient");
        return recipient.map(r -> r.substring(r.indexOf(';') + 1).strip()).orElse("");
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(MAX_TEXT, text.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
