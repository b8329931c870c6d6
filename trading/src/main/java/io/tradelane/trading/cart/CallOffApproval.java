package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalSubject;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes of an order from a contract when its approval is decided: it is placed as its owner wanted it, at the prices that were approved, or dropped. */
@Component
class CallOffApproval implements ApprovalSubject {
    private final Contracts contracts;
    private final CallOffDrafts drafts;
    private final PurchaseOrders orders;

    CallOffApproval(Contracts contracts, CallOffDrafts drafts, PurchaseOrders orders) {
        this.contracts = contracts;
        this.drafts = drafts;
        this.orders = orders;
    }

    @Override
    public ApprovalRequest.Kind kind() {
        return ApprovalRequest.Kind.CALL_OFF;
    }

    @Override
    public CommandResult approved(UUID subject, Money amount) {
        List<CallOffDrafts.Kept> kept = drafts.find(subject);
        Optional<ContractView> contract = contracts.find(subject);
        if (kept.isEmpty() || contract.isEmpty() || !ApprovedCallOffs.total(contract.get(), kept.stream().map(CallOffDrafts.Kept::line).toList()).filter(amount::sameAs).isPresent()) {
            return new CommandResult.IllegalTransition("CHANGED", "CALL_OFF");
        }
        Actor who = Tenancy.current();
        CommandResult placed = Tenancy.call(Actor.hub(who.organisation(), kept.getFirst().owner(), who.source()),
                () -> contracts.callOff(subject, kept.stream().map(CallOffDrafts.Kept::line).toList(), contract.get().version()));
        if (placed instanceof CommandResult.Done order) {
            orders.approved(order.id());
            drafts.remove(subject);
        }
        return placed;
    }

    @Override
    public void rejected(UUID subject, String reason) {
        drafts.remove(subject);
    }
}
