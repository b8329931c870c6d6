package io.tradelane.trading.order;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import java.util.List;
import java.util.UUID;

/** The one verdict in which every inbound document ends. */
public sealed interface ApplyResult {

    /** @param id what now stands: the order, the shipment, the invoice … */
    record Applied(UUID id) implements ApplyResult {}

    /** Known already, or nothing that would change anything. A repeat ends here and counts as success. */
    record NoEffect(String reason, UUID id) implements ApplyResult {}

    /** Cannot be applied now or not without a person; nothing has changed. */
    record Held(HoldReason reason, String detail) implements ApplyResult {}

    /** Can never be applied as it is: the sender gets the errors in an APERAK. */
    record Rejected(List<ApplicationError> errors) implements ApplyResult {}
}
