package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.inventory.MovementKind;
import io.tradelane.trading.inventory.Reporter;
import io.tradelane.trading.inventory.StockCheck;
import io.tradelane.trading.inventory.StockCounts;
import io.tradelane.trading.inventory.StockFilter;
import io.tradelane.trading.inventory.StockForms;
import io.tradelane.trading.inventory.StockItemView.Movement;
import io.tradelane.trading.inventory.StockPage;
import io.tradelane.trading.inventory.StockReports;
import io.tradelane.trading.inventory.StockResult;
import io.tradelane.trading.inventory.StockRow;
import io.tradelane.trading.inventory.Stocks;
import io.tradelane.trading.inventory.Warehouse;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stock in warehouses, from what is counted to what goods on their way do to it. */
class WarehouseStockTest extends DealFixture {
    @Autowired Warehouses warehouses;
    @Autowired Stocks stocks;
    @Autowired StockCounts counts;
    @Autowired StockReports reports;
    @Autowired StockCheck check;
    @Autowired ArticleCounts articleCounts;
    @Autowired ArticleListing listing;
    @Autowired DespatchAdvices advices;
    @Autowired GoodsReceipts receipts;

    private UUID warehouse(UUID organisation, String code) {
        return ((StockResult.Done) asPerson(organisation, () -> warehouses.add(organisation, new Warehouses.Form(code, null, null, false, false)))).id();
    }

    private StockPage page(UUID organisation) {
        return asPerson(organisation, () -> stocks.list(organisation, new StockFilter(StockFilter.Tab.ALL, null, null, 1, 100)));
    }

    private @Nullable StockRow row(UUID organisation, String number, String warehouse) {
        return page(organisation).rows().stream().filter(row -> row.number().equals(number) && row.warehouseCode().equals(warehouse)).findFirst().orElse(null);
    }

    private String stands(UUID organisation, String number, String warehouse) {
        StockRow row = row(organisation, number, warehouse);
        return row == null ? "nothing" : row.onHand().toPlainString() + " " + row.reserved().toPlainString() + " " + row.inTransit().toPlainString();
    }

    private List<Movement> movements(UUID organisation, UUID item) {
        return asPerson(organisation, () -> stocks.movements(organisation, item, null, 100));
    }

    private StockCounts.Counted counted(UUID organisation, StockForms.CountLine... lines) {
        return asPerson(organisation, () -> counts.count(organisation, Ids.next(), List.of(lines)));
    }

    private static StockForms.CountLine line(int row, @Nullable String warehouse, String number, long quantity) {
        return new StockForms.CountLine(row, warehouse, number, BigDecimal.valueOf(quantity), null, null);
    }

    private BigDecimal shown() {
        return asPerson(supplier, () -> listing.find(bolt)).orElseThrow().stock();
    }

    private void report(UUID organisation, Instant asOf, String place, Item item, long quantity) {
        inTransaction(Actor.hub(), () -> reports.apply(new InventoryReportDocument(unique("INV"), LocalDate.now(), asOf.atOffset(ZoneOffset.UTC), List.of(), List.of(
                new InventoryReportDocument.Line("1", item, place, null, List.of(new InventoryReportDocument.Stock(InventoryReportDocument.Kind.ON_HAND,
                        Quantity.of(quantity, "PCE")))))), new Reporter(organisation, null, null, Ids.next())));
    }

    @Test
    void everyChangeIsAMovementAndTheirSumIsWhatStands() {
        UUID main = warehouse(supplier, "SZ");
        UUID other = warehouse(supplier, "NB");
        assertThat(counted(supplier, line(1, null, "B-8", 500)).counted()).isEqualTo(1);
        UUID item = row(supplier, "B-8", "SZ").item();
        UUID request = Ids.next();
        StockForms.Transfer transfer = new StockForms.Transfer(request, item, main, other, new BigDecimal("120"), null);
        assertThat(asPerson(supplier, () -> stocks.transfer(supplier, transfer))).isInstanceOf(StockResult.Done.class);
        assertThat(asPerson(supplier, () -> stocks.transfer(supplier, transfer))).as("the same once more").isInstanceOf(StockResult.AlreadyDone.class);
        asPerson(supplier, () -> stocks.correct(supplier, new StockForms.Correction(Ids.next(), item, other, new BigDecimal("-20"), "broken")));
        asPerson(supplier, () -> stocks.count(supplier, new StockForms.Count(Ids.next(), item, main, new BigDecimal("377"), null, "yearly")));
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("377 0 0");
        assertThat(stands(supplier, "B-8", "NB")).isEqualTo("100 0 0");
        assertThat(shown()).as("what the catalogue shows").isEqualByComparingTo("477");
        List<Movement> movements = movements(supplier, item);
        assertThat(movements).extracting(Movement::kind).containsExactlyInAnyOrder(MovementKind.COUNT, MovementKind.CORRECTION, MovementKind.TRANSFER, MovementKind.TRANSFER, MovementKind.COUNT);
        assertThat(movements.stream().map(Movement::onHand).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("477");
        assertThat(movements.getFirst().by()).isEqualTo("Somebody");
    }

    @Test
    void whatCannotBeIsToldAndNothingIsBooked() {
        UUID main = warehouse(supplier, "SZ");
        UUID other = warehouse(supplier, "NB");
        counted(supplier, line(1, null, "B-8", 10));
        UUID item = row(supplier, "B-8", "SZ").item();
        assertThat(asPerson(supplier, () -> stocks.transfer(supplier, new StockForms.Transfer(Ids.next(), item, main, other, new BigDecimal("11"), null))))
                .isEqualTo(StockResult.invalid("quantity", "too-large"));
        assertThat(asPerson(supplier, () -> stocks.correct(supplier, new StockForms.Correction(Ids.next(), item, main, BigDecimal.ONE, " "))))
                .isEqualTo(StockResult.invalid("note", "required"));
        assertThat(asPerson(supplier, () -> stocks.count(supplier, new StockForms.Count(Ids.next(), item, main, new BigDecimal("-1"), null, null))))
                .isEqualTo(StockResult.invalid("quantity", "negative"));
        assertThat(asPerson(supplier, () -> stocks.count(supplier, new StockForms.Count(Ids.next(), item, main, BigDecimal.ONE, Instant.now().minus(Duration.ofDays(1)), null))))
                .isEqualTo(StockResult.invalid("at", "older-count"));
        assertThat(asPerson(buyer, () -> stocks.count(buyer, new StockForms.Count(Ids.next(), item, main, BigDecimal.ONE, null, null)))).isInstanceOf(StockResult.NotFound.class);
        StockCounts.Counted list = counted(supplier, line(1, "XX", "B-8", 1), line(2, null, "NEVER-SEEN", 1), line(3, null, "N-8", 7), line(4, null, "N-8", 8));
        assertThat(list.counted()).isEqualTo(1);
        assertThat(list.wrong()).extracting(wrong -> wrong.row() + wrong.column() + wrong.code()).containsExactlyInAnyOrder("1warehouseunknown", "2numberunknown", "4numbertwice");
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("10 0 0");
        assertThat(stands(supplier, "N-8", "SZ")).isEqualTo("7 0 0");
    }

    @Test
    void anOrderReservesADespatchTakesAndAReceiptBringsIn() {
        warehouse(supplier, "SZ");
        warehouse(buyer, "HH");
        counted(supplier, line(1, null, "B-8", 130));
        OrderView order = confirmed();
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("130 100 0");
        assertThat(shown()).isEqualByComparingTo("30");
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 2, "CT", null, null)));
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("30 0 0");
        assertThat(row(supplier, "N-8", "SZ")).as("nuts were never counted: their stock is not kept").isNull();
        assertThat(stands(buyer, "100-8", "HH")).as("in the buyer's numbering").isEqualTo("0 0 100");
        UUID shipment = hub(() -> advices.ofOrder(order.id())).getFirst().id();
        List<GoodsReceipts.Expected> expected = asPerson(buyer, () -> receipts.expected(order.id(), shipment));
        CommandResult posted = asPerson(buyer, () -> receipts.post(new GoodsReceipts.Receipt(Ids.next(), order.id(), shipment, null, expected.stream()
                .map(line -> line.orderLineNumber().equals("1")
                        ? new GoodsReceipts.Counted(line.orderLineId(), new BigDecimal("95"), new BigDecimal("3"), GoodsReceipts.Difference.DAMAGED, null)
                        : new GoodsReceipts.Counted(line.orderLineId(), line.expected(), BigDecimal.ZERO, null, null)).toList())));
        assertThat(posted).isInstanceOf(CommandResult.Done.class);
        assertThat(stands(buyer, "100-8", "HH")).isEqualTo("95 0 0");
        assertThat(movements(buyer, row(buyer, "100-8", "HH").item())).allSatisfy(movement -> assertThat(movement.cause().number()).isNotNull());
        asHub(() -> check.run(null));
        assertThat(page(buyer).check().wrong()).isZero();
        assertThat(page(supplier).check().wrong()).isZero();
    }

    @Test
    void onlyAConfirmedOrderReserves() {
        warehouse(supplier, "SZ");
        counted(supplier, line(1, null, "B-8", 130));
        OrderView order = placed(document(unique("PO")));
        assertThat(stands(supplier, "B-8", "SZ")).as("an order that is not confirmed reserves nothing").isEqualTo("130 0 0");
        asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), order.version()));
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("130 100 0");
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null, null)));
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("30 0 0");
    }

    @Test
    void whoKeepsNoStockIsLeftAlone() {
        OrderView order = confirmed();
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null, null)));
        assertThat(page(supplier).rows()).isEmpty();
        assertThat(page(buyer).rows()).isEmpty();
    }

    @Test
    void aReportIsACountAndWhatHappenedSinceIsKept() {
        Item item = new Item(null, null, "B-8", "Bolt");
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        report(supplier, yesterday, "4012345000009", item, 200);
        assertThat(stands(supplier, "B-8", "4012345000009")).isEqualTo("200 0 0");
        UUID id = row(supplier, "B-8", "4012345000009").item();
        UUID place = row(supplier, "B-8", "4012345000009").warehouse();
        asPerson(supplier, () -> stocks.correct(supplier, new StockForms.Correction(Ids.next(), id, place, new BigDecimal("-5"), "samples")));
        report(supplier, yesterday.plus(Duration.ofHours(1)), "4012345000009", item, 190);
        assertThat(stands(supplier, "B-8", "4012345000009")).isEqualTo("185 0 0");
        report(supplier, yesterday.minus(Duration.ofHours(1)), "4012345000009", item, 999);
        assertThat(stands(supplier, "B-8", "4012345000009")).as("an older report").isEqualTo("185 0 0");
        assertThat(shown()).isEqualByComparingTo("185");
    }

    @Test
    void whatIsSaidOfAnArticleIsWhatAllWarehousesHaveTogether() {
        UUID main = warehouse(supplier, "SZ");
        warehouse(supplier, "NB");
        counted(supplier, line(1, null, "B-8", 50), line(2, "NB", "B-8", 30));
        in(person(supplier), () -> articleCounts.set(supplier, List.of(new ArticleStock.Level("B-8", new BigDecimal("100"), Instant.now()))));
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("70 0 0");
        assertThat(shown()).isEqualByComparingTo("100");
        assertThat(asPerson(supplier, () -> warehouses.of(supplier))).extracting(Warehouse::id).contains(main);
    }

    @Test
    void aDifferenceBehindTheBackOfTheLedgerIsFoundAndClosesAgain() {
        warehouse(supplier, "SZ");
        counted(supplier, line(1, null, "B-8", 50));
        superuser().sql("update stock_balance set on_hand = 51 where org_id = :org").param("org", supplier).update();
        asHub(() -> check.run(supplier));
        assertThat(page(supplier).check().wrong()).isEqualTo(1);
        superuser().sql("update stock_balance set on_hand = 50 where org_id = :org").param("org", supplier).update();
        asHub(() -> check.run(supplier));
        assertThat(page(supplier).check().wrong()).isZero();
    }

    @Test
    void twoWhoTakeTheLastPiecesAtOnceDoNotBothGetThem() throws Exception {
        UUID main = warehouse(supplier, "SZ");
        UUID other = warehouse(supplier, "NB");
        counted(supplier, line(1, null, "B-8", 10));
        UUID item = row(supplier, "B-8", "SZ").item();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<StockResult>> all = IntStream.range(0, 6).mapToObj(n -> pool.submit(() -> {
                go.await();
                return asPerson(supplier, () -> stocks.transfer(supplier, new StockForms.Transfer(Ids.next(), item, main, other, new BigDecimal("6"), null)));
            })).toList();
            go.countDown();
            int done = 0;
            for (Future<StockResult> one : all) {
                done += one.get() instanceof StockResult.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(stands(supplier, "B-8", "SZ")).isEqualTo("4 0 0");
    }

    @Test
    void stockIsItsOwnersTheHubsAndTheAuditorsOnly() {
        warehouse(supplier, "SZ");
        counted(supplier, line(1, null, "B-8", 10));
        asHub(() -> check.run(supplier));
        UUID stranger = organisation("Stranger", Kind.BOTH);
        for (String table : List.of("warehouse", "stock_item", "stock_balance", "stock_movement", "stock_check")) {
            String sql = "select count(*) from " + table + " where org_id = :org";
            assertThat(in(person(supplier), () -> jdbc.sql(sql).param("org", supplier).query(Integer.class).single())).as(table).isPositive();
            assertThat(in(auditor(), () -> jdbc.sql(sql).param("org", supplier).query(Integer.class).single())).as(table).isPositive();
            for (Actor actor : List.of(person(buyer), person(stranger), operator())) {
                assertThat(in(actor, () -> jdbc.sql(sql).param("org", supplier).query(Integer.class).single())).as(table).isZero();
            }
        }
    }
}
