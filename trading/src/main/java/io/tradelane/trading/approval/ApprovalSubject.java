package io.tradelane.trading.approval;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.shared.Money;
import java.util.UUID;

/** What approvals are asked for. Called in the transaction of the decision, in the name of who decides. */
public interface ApprovalSubject {
    ApprovalRequest.Kind kind();

    /** Everybody has agreed to the amount: it is done. Anything but Done or AlreadyDone has written nothing, and the last approval does not count. */
    CommandResult approved(UUID subject, Money amount);

    void rejected(UUID subject, String reason);
}
