package io.tradelane.trading.insight;

import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.JournalListener;
import io.tradelane.trading.incident.Obligations;
import io.tradelane.trading.insight.DealRepository.Touched;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows which document has to come next in a deal. Whatever moved a deal, message or person, is in the journal; before its transaction ends,
 * what is expected is held against how the deal stands then.
 */
@Component
class ExpectedDocuments implements JournalListener {
    private final DealRepository deals;
    private final Obligations obligations;

    ExpectedDocuments(DealRepository deals, Obligations obligations) {
        this.deals = deals;
        this.obligations = obligations;
    }

    @Override
    public void recorded(List<Entry> entries) {
        Touch touch = find();
        for (Entry entry : entries) {
            Set<UUID> ids = touch.of(entry.entityType());
            if (ids != null) {
                ids.add(entry.entityId());
            }
        }
    }

    private Touch find() {
        Object known = TransactionSynchronizationManager.getResource(this);
        if (known instanceof Touch touch) {
            return touch;
        }
        Touch touch = new Touch();
        TransactionSynchronizationManager.bindResource(this, touch);
        TransactionSynchronizationManager.registerSynchronization(touch);
        return touch;
    }

    private void follow(Touch touch) {
        Touched touched = deals.touched(touch.orders, touch.shipments, touch.invoices);
        if (!touched.orders().isEmpty() || !touched.invoices().isEmpty()) {
            obligations.reconcile(touched.orders(), touched.invoices(), deals.withdrawn(touched), deals.expected(touched));
        }
    }

    /** What one transaction moved. */
    private final class Touch implements TransactionSynchronization {
        private final Set<UUID> orders = new LinkedHashSet<>();
        private final Set<UUID> shipments = new LinkedHashSet<>();
        private final Set<UUID> invoices = new LinkedHashSet<>();

        @Nullable Set<UUID> of(String entityType) {
            return switch (entityType) {
                case PurchaseOrders.ENTITY -> orders;
                case DespatchAdvices.ENTITY -> shipments;
                case Invoices.ENTITY -> invoices;
                default -> null;
            };
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!orders.isEmpty() || !shipments.isEmpty() || !invoices.isEmpty()) {
                Tenancy.run(Tenancy.Actor.hub(), () -> follow(this));
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ExpectedDocuments.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ExpectedDocuments.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ExpectedDocuments.this, this);
        }
    }
}
