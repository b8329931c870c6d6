package io.tradelane.adapters;

import io.tradelane.trading.shared.Nul;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known after one try to deliver. A failure that deserves another try is no receipt but a {@code TransientFailure}. */
public sealed interface DeliveryReceipt {

    /** The partner has it, proved as far as the door can: receipt with the right MIC, answer 2xx, file renamed. */
    record Delivered(Evidence evidence) implements DeliveryReceipt {}

    /** Handed over; the proof comes later, by {@link DeliveryReports}. */
    record AwaitingReceipt(String messageId) implements DeliveryReceipt {}

    /** The partner does not take it, or its receipt proves something else; a repeat would not change that. */
    record Refused(String reason, @Nullable Evidence evidence) implements DeliveryReceipt {
        public Refused {
            reason = String.valueOf(Nul.replaced(reason));
        }
    }

    /**
     * @param bytes what the partner answered, as it came; may be empty
     * @param details for the page and the journal, such as {@code http.status}, {@code as2.disposition}, {@code as2.mic}
     */
    record Evidence(String mediaType, byte[] bytes, Map<String, String> details) {
        public Evidence {
            details = details.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> String.valueOf(Nul.replaced(one.getValue()))));
        }

        public static Evidence of(Map<String, String> details) {
            return new Evidence("application/octet-stream", new byte[0], details);
        }
    }
}
