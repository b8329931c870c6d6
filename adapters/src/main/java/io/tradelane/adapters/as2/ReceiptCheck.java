package io.tradelane.adapters.as2;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Delivered;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.MalformedMessage;
import io.tradelane.adapters.as2.message.Mic;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.adapters.as2.message.Refused;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what a receipt proves. Delivered needs all of: the partner's signature if one was asked for, our Message-ID, a positive
 * disposition, and the MIC of what we sent.
 *
 * @param expected MICs of what was sent, one for each hash the partner may have chosen
 */
record ReceiptCheck(String messageId, boolean signatureAsked, List<X509Certificate> partner, Collection<Mic> expected, Instant now) {

    DeliveryReceipt judge(Entity wire) {
        Receipt receipt;
        try {
            receipt = Receipt.read(wire, partner, now);
        } catch (Refused | MalformedMessage bad) {
            return refused("The receipt cannot be trusted: " + bad.getMessage(), wire, Map.of());
        }
        var details = new LinkedHashMap<String, String>();
        details.put("as2.disposition", receipt.disposition().toString());
        details.put("as2.text", receipt.text());
        if (receipt.mic() != null) {
            details.put("as2.mic", receipt.mic().toString());
        }
        if (signatureAsked && receipt.signedBy() == null) {
            return refused("The receipt is not signed although that was asked for", wire, details);
        }
        if (!bare(receipt.originalMessageId()).equals(bare(messageId))) {
            return refused("The receipt speaks of another message", wire, details);
        }
        if (!receipt.disposition().accepted()) {
            return refused("The partner refused the message: " + receipt.disposition().text(), wire, details);
        }
        if (!micFits(receipt)) {
            return refused("The receipt's MIC is not that of the message sent", wire, details);
        }
        return new Delivered(evidence(wire, details));
    }

    /** A repeat may be answered by a bare warning without MIC: the first copy was taken. */
    private boolean micFits(Receipt receipt) {
        Mic mic = receipt.mic();
        return mic == null ? receipt.disposition().equals(Disposition.DUPLICATE_DOCUMENT) : expected.stream().anyMatch(mic::matches);
    }

    static String bare(String messageId) {
        return messageId.strip().replaceAll("^<|>$", "");
    }

    private static DeliveryReceipt refused(String reason, Entity wire, Map<String, String> details) {
        return new DeliveryReceipt.Refused(reason, evidence(wire, details));
    }

    private static Evidence evidence(Entity wire, Map<String, String> details) {
        return new Evidence(wire.contentType().mediaType(), wire.bytes(), Map.copyOf(details));
    }
}
