package io.tradelane.trading.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeptFactsTest extends DealFixture {
    @Autowired KeptFacts kept;
    @Autowired Deliveries deliveries;

    @Test
    void whatIsKeptOfOneCompanyIsShownToNoOther() {
        OrderView order = confirmed();
        due(order, "current_date - 2");
        UUID other = organisation("Other buyer", Kind.BUYER);
        assertThat(asPerson(buyer, () -> kept.bySupplier())).containsEntry(supplier, new Deliveries.Kept(2, 0)).hasSize(1);
        assertThat(asPerson(other, () -> kept.bySupplier())).isEmpty();
        assertThat(asPerson(supplier, () -> kept.bySupplier())).isEmpty();
        due(order, "current_date + 2");
        assertThat(asPerson(buyer, () -> deliveries.bySupplier())).as("asked itself, it is today's").isEmpty();
        assertThat(asPerson(buyer, () -> kept.bySupplier())).as("kept for some minutes").containsEntry(supplier, new Deliveries.Kept(2, 0));
        assertThat(asPerson(other, () -> kept.bySupplier())).isEmpty();
    }

    private void due(OrderView order, String day) {
        superuser().sql("update po_line set promised_delivery = " + day + " where order_id = :order").param("order", order.id()).update();
    }
}
