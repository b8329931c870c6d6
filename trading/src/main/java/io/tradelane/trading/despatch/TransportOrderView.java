package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.order.Company;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a shipper asked a carrier or warehouse to move.
 *
 * @param transport how far the goods have come, by what was reported under its number
 * @param instruction as it stands
 * @param reason why the carrier declined, or on what conditions it would do it
 * @param message that it came in; {@code null} from the browser
 * @param shipments of ours that it moves, as far as they are known
 */
public record TransportOrderView(
        UUID id,
        String number,
        TransportInstructionDocument.Kind kind,
        Company shipper,
        Company carrier,
        TransportOrderStatus status,
        Transport transport,
        TransportInstructionDocument instruction,
        @Nullable String carrierReference,
        @Nullable String reason,
        @Nullable UUID message,
        Instant createdAt,
        Instant changedAt,
        int version,
        List<Shipment> shipments) {

    public record Shipment(UUID id, String number) {}

    TransportOrderView moving(List<Shipment> known) {
        return new TransportOrderView(id, number, kind, shipper, carrier, status, transport, instruction, carrierReference, reason, message, createdAt,
                changedAt, version, known);
    }
}
