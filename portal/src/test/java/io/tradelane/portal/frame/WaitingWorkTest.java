package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.portal.PortalTest;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.contract.ContractFilter;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.invoice.InvoiceFilter;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqFilter;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WaitingWorkTest extends PortalTest {
    private static final int MOST = 200;
    @Autowired private WaitingWork work;
    @Autowired private PurchaseOrders orders;
    @Autowired private Invoices invoices;
    @Autowired private RequestsForQuotation requests;
    @Autowired private Contracts contracts;

    @Test
    void eachNumberIsTheLengthOfTheListItLeadsTo() {
        int waiting = waiting(trade.supplier);
        assertThat(waiting).isPositive();
        waiting(trade.buyer);
        waiting(trade.otherBuyer);
        trade.newOrder("PO-" + Ids.next(), 1);
        assertThat(waiting(trade.supplier)).as("at once").isEqualTo(waiting + 1);
    }

    /** @return how many orders wait for the company */
    private int waiting(UUID company) {
        Actor actor = Actor.person(company, Ids.next(), "Somebody");
        return Tenancy.call(actor, () -> {
            WaitingWork.Counts counts = work.counts(new Caller(actor, EnumSet.allOf(Permission.class), null, company));
            assertThat(counts.orders()).isEqualTo(orders.list(new OrderFilter(OrderFilter.Tab.NEEDS_ACTION, null, null, null, null, null, MOST)).orders().size());
            assertThat(counts.invoices()).isEqualTo(invoices.list(new InvoiceFilter(InvoiceStatus.EXCEPTION, null, null, null, null, MOST)).invoices().size());
            assertThat(counts.requests()).isEqualTo(requests.list(new RfqFilter(RfqFilter.Tab.NEEDS_ACTION, null, null, null, MOST)).requests().size());
            assertThat(counts.contracts()).isEqualTo(contracts.list(new ContractFilter(ContractFilter.Tab.NEEDS_ACTION, null, null, MOST)).contracts().size());
            return counts.orders();
        });
    }
}
