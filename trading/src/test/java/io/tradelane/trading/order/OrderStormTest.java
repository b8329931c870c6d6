package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.OrderDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OrderStormTest extends DealFixture {

    @Test
    void eightThreadsPlacingTheSameTenOrdersMakeTenOrders() throws Exception {
        List<OrderDocument> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(document(unique("PO")));
        }
        List<ApplyResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<ApplyResult>> futures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                OrderDocument document = documents.get(i % 10);
                futures.add(threads.submit(() -> place(document)));
            }
            for (Future<ApplyResult> future : futures) {
                results.add(future.get());
            }
        }
        assertThat(results).filteredOn(ApplyResult.Applied.class::isInstance).hasSize(10);
        assertThat(results).filteredOn(ApplyResult.NoEffect.class::isInstance).hasSize(190);
        assertThat(asPerson(supplier, () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL))).orders()).hasSize(10)
                .allSatisfy(order -> assertThat(order.lines()).isEqualTo(2));
        assertThat(superuser().sql("select count(*) from po_line where buyer_org_id = :buyer").param("buyer", buyer)
                .query(Integer.class).single()).isEqualTo(20);
    }
}
