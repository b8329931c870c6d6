package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalSubject;
import io.tradelane.trading.order.ChangeDraft;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Money;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes of a dearer change of the buyer's own when its approval is decided: it is sent as its owner wanted it, or dropped. */
@Component
class BuyerChangeApproval implements ApprovalSubject {
    private final PurchaseOrders orders;
    private final ChangeDrafts drafts;

    BuyerChangeApproval(PurchaseOrders orders, ChangeDrafts drafts) {
        this.orders = orders;
        this.drafts = drafts;
    }

    @Override
    public ApprovalRequest.Kind kind() {
        return ApprovalRequest.Kind.BUYER_CHANGE;
    }

    @Override
    public CommandResult approved(UUID subject, Money amount) {
        Optional<ChangeDrafts.Kept> kept = drafts.find(subject);
        if (kept.isEmpty()) {
            return new CommandResult.IllegalTransition("GONE", "REQUEST_CHANGE");
        }
        if (!(orders.redraft(subject, kept.get().document(), kept.get().reason()) instanceof ChangeDraft.Drafted draft) || !draft.total().sameAs(amount)) {
            return new CommandResult.IllegalTransition("CHANGED", "REQUEST_CHANGE");
        }
        Actor who = Tenancy.current();
        CommandResult result = Tenancy.call(Actor.hub(who.organisation(), kept.get().owner(), who.source()), () -> orders.change(draft));
        if (result instanceof CommandResult.Done) {
            drafts.remove(subject);
        }
        return result;
    }

    @Override
    public void rejected(UUID subject, String reason) {
        drafts.remove(subject);
    }
}
