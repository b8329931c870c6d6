package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalSubject;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes of a cart when its approval is decided. */
@Component
class CartApproval implements ApprovalSubject {
    private final CartRepository carts;
    private final PlaceCart place;
    private final CartJournal journal;
    private final Clock clock;

    CartApproval(CartRepository carts, PlaceCart place, CartJournal journal, Clock clock) {
        this.carts = carts;
        this.place = place;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public ApprovalRequest.Kind kind() {
        return ApprovalRequest.Kind.CART;
    }

    @Override
    public CommandResult approved(UUID subject, Money amount) {
        Optional<CartRow> cart = carts.lock(subject);
        if (cart.isEmpty() || cart.get().state() != CartState.WAITING) {
            return new CommandResult.IllegalTransition(cart.map(found -> found.state().name()).orElse("GONE"), "ORDER");
        }
        return place.place(cart.get(), true);
    }

    @Override
    public void rejected(UUID subject, String reason) {
        carts.lock(subject).filter(cart -> cart.state() == CartState.WAITING).ifPresent(cart -> {
            carts.move(cart.id(), CartState.RETURNED, reason, null, OffsetDateTime.now(clock));
            journal.moved(cart, "RETURN", CartState.RETURNED, Map.of("reason", reason));
        });
    }
}
