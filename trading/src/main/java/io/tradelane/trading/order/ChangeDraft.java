package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.shared.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A buyer's change as it would be carried out now, before it is. */
public sealed interface ChangeDraft {

    /** @param lines as they stand and shall stand @param total of the order once it is applied */
    record Drafted(UUID order, OrderChangeDocument document, @Nullable CancelReason reason, List<RevisedLine> lines, Money total) implements ChangeDraft {}

    /** @param result why it cannot be carried out */
    record Not(CommandResult result) implements ChangeDraft {}
}
