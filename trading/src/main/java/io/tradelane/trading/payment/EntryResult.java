package io.tradelane.trading.payment;

import io.tradelane.trading.shared.Money;
import java.util.List;
import java.util.UUID;

/** How one entry of a bank's notification ended. */
public sealed interface EntryResult {

    /** The bank's reference of the entry. */
    String reference();

    /**
     * Money brought home to the invoices it pays; {@code excess} over what was open lies as a prepayment and is a task.
     */
    record Settled(String reference, UUID payment, List<UUID> invoices, Money allocated,
            Money excess) implements EntryResult {}

    /** The other bank's word on a payment that is posted already. */
    record OtherSide(String reference, UUID payment) implements EntryResult {}

    /** An earlier payment taken back: its postings are reversed and the items open again. */
    record Reversed(String reference, UUID payment, UUID reversed) implements EntryResult {}

    /** Fits nothing: a clerk decides. */
    record Task(String reference, UUID payment, UUID task, PaymentTask.Reason reason) implements EntryResult {}

    /** The same entry again. */
    record NoEffect(String reference, UUID payment) implements EntryResult {}

    /** The same account and reference with other content; nothing has changed. */
    record Held(String reference, UUID payment) implements EntryResult {}
}
