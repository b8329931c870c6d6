package io.tradelane.adapters.as2.message;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What receipt a sender asks for (RFC 4130, section 7.3): {@code Disposition-Notification-To}, {@code -Options} and
 * {@code Receipt-Delivery-Option}.
 *
 * @param signed a signed receipt is asked for
 * @param digest the first hash of {@code signed-receipt-micalg} that we accept, SHA-256 when there is none
 * @param asynchronousUrl where to send it later; null: in the HTTP answer
 */
public record ReceiptRequest(boolean signed, Digest digest, @Nullable String asynchronousUrl) {

    public static Optional<ReceiptRequest> of(Headers headers) {
        if (headers.first("Disposition-Notification-To").isEmpty()) {
            return Optional.empty();
        }
        var options = headers.first("Disposition-Notification-Options").map(o -> ContentType.parse(";" + o));
        boolean signed = options.flatMap(o -> o.parameter("signed-receipt-protocol")).isPresent();
        Digest digest = options.flatMap(o -> o.parameter("signed-receipt-micalg")).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .flatMap(name -> Digest.named(name).stream()).findFirst().orElse(Digest.SHA_256);
        return Optional.of(new ReceiptRequest(signed, digest, headers.first("Receipt-Delivery-Option").orElse(null)));
    }

    /** The fields to ask for it with. The hash is named for an unsigned one too: where none is, a receiver takes SHA-1. */
    public Headers headers(String notifyTo) {
        Headers headers = Headers.of("Disposition-Notification-To", notifyTo, "Disposition-Notification-Options",
                (signed ? "signed-receipt-protocol=optional, pkcs7-signature; " : "") + "signed-receipt-micalg=optional, " + digest.micalg());
        return asynchronousUrl == null ? headers : headers.with("Receipt-Delivery-Option", asynchronousUrl);
    }
}
