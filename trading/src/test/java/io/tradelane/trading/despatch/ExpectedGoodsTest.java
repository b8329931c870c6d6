package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.ExpectedGoods.Arrival;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever stands on a package, a paper or a piece leads to what is to be counted in, for its buyer and nobody else. */
class ExpectedGoodsTest extends DealFixture {
    @Autowired ExpectedGoods goods;
    @Autowired DespatchAdvices advices;
    @Autowired GoodsReceipts receipts;

    private List<Arrival> found(UUID organisation, String code) {
        return asPerson(organisation, () -> goods.find(organisation, code));
    }

    @Test
    void everyCodeLeadsToTheShipmentUntilItIsReceived() {
        OrderView order = confirmed();
        assertThat(found(buyer, order.number())).as("an order without a shipment").extracting(Arrival::shipment).containsExactly((UUID) null);
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, "CT", "CARRIER-9", null)));
        ShipmentView shipment = hub(() -> advices.ofOrder(order.id())).getFirst();
        String sscc = shipment.packages().getFirst().sscc();
        for (String code : List.of(sscc, "00" + sscc, "(00) " + sscc, "]C100" + sscc, order.number(), " " + order.number() + " ", shipment.number(), "CARRIER-9", boltGtin, "01" + "0" + boltGtin)) {
            assertThat(found(buyer, code)).as(code).extracting(Arrival::shipment).contains(shipment.id());
        }
        assertThat(found(buyer, "NO-SUCH")).isEmpty();
        assertThat(found(supplier, sscc)).as("for its buyer only").isEmpty();
        assertThat(found(organisation("Stranger", Kind.BUYER), sscc)).isEmpty();
        assertThat(asPerson(buyer, () -> goods.underway(buyer))).extracting(Arrival::shipment).containsExactly(shipment.id());
        asPerson(buyer, () -> receipts.post(new GoodsReceipts.Receipt(Ids.next(), order.id(), shipment.id(), null, receipts.expected(order.id(), shipment.id()).stream()
                .map(line -> new GoodsReceipts.Counted(line.orderLineId(), line.expected(), BigDecimal.ZERO, null, null)).toList())));
        assertThat(asPerson(buyer, () -> goods.underway(buyer))).isEmpty();
        assertThat(found(buyer, sscc)).isEmpty();
    }
}
