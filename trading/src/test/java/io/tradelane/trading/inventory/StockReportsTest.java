package io.tradelane.trading.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockReportsTest extends DealFixture {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-23T18:00:00+01:00");
    private static final Item BOLT = new Item(null, null, "B-8", "Bolt");
    @Autowired StockReports reports;

    private <T> T inHub(Supplier<T> work) {
        Object[] result = new Object[1];
        inTransaction(Actor.hub(), () -> result[0] = work.get());
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }

    private Taken stock(OffsetDateTime asOf, InventoryReportDocument.Line... lines) {
        InventoryReportDocument document = new InventoryReportDocument(unique("INV"), LocalDate.now(), asOf, List.of(), List.of(lines));
        return inHub(() -> reports.apply(document, new Reporter(supplier, buyer, null, Ids.next())));
    }

    private static InventoryReportDocument.Line line(String location, Stock... stocks) {
        return new InventoryReportDocument.Line("1", BOLT, location, null, List.of(stocks));
    }

    private static Stock of(Kind kind, long quantity) {
        return new Stock(kind, Quantity.of(quantity, "PCE"));
    }

    private List<String> seenBy(UUID organisation) {
        return asPerson(organisation, () -> reports.stock()).stream()
                .map(level -> level.location() + " " + level.kind() + " " + level.quantity().toPlainString()).toList();
    }

    @Test
    void aSnapshotReplacesTheOneBeforeAndAddsNothing() {
        assertThat(stock(MONDAY, line("A", of(Kind.ON_HAND, 100), of(Kind.RESERVED, 30)), line("B", of(Kind.ON_HAND, 5))).rows()).isEqualTo(3);
        assertThat(stock(MONDAY.plusDays(1), line("A", of(Kind.ON_HAND, 80))).rows()).isEqualTo(1);
        assertThat(seenBy(buyer)).containsExactly("A ON_HAND 80", "B ON_HAND 5").isEqualTo(seenBy(supplier));
        assertThat(stock(MONDAY, line("A", of(Kind.ON_HAND, 999)))).as("an older report says nothing new").isEqualTo(new Taken(0, 1));
        assertThat(seenBy(buyer)).contains("A ON_HAND 80");
        assertThat(seenBy(organisation("Stranger", io.tradelane.trading.partner.Organisation.Kind.BOTH))).isEmpty();
    }

    @Test
    void linesOfOnePlaceAndArticleCountTogether() {
        stock(MONDAY, line("A", of(Kind.ON_HAND, 60)), line("A", of(Kind.ON_HAND, 40)));
        assertThat(seenBy(buyer)).containsExactly("A ON_HAND 100");
    }

    @Test
    void salesOfAPeriodAreReplaced() {
        sales(LocalDate.of(2026, 11, 21), 10);
        sales(LocalDate.of(2026, 11, 22), 12);
        assertThat(sales(LocalDate.of(2026, 11, 20), 99).rows()).isZero();
        assertThat(asPerson(supplier, () -> reports.sales())).singleElement().satisfies(figure -> {
            assertThat(figure.sold()).isEqualByComparingTo("12");
            assertThat(figure.revenue()).isEqualTo(Money.of("24.00", "EUR"));
        });
    }

    @Test
    void salesInAnotherCurrencyAreAnotherFigure() {
        sales(LocalDate.of(2026, 11, 21), sold(10, "EUR"), sold(4, "CHF"), sold(5, "EUR"));
        assertThat(figures()).containsExactly("4 CHF 8.00", "15 EUR 30.00");
        sales(LocalDate.of(2026, 11, 22), sold(16, "EUR"));
        assertThat(figures()).as("the later report says all there is to say of the period").containsExactly("16 EUR 32.00");
        assertThat(sales(LocalDate.of(2026, 11, 21), sold(4, "CHF")).rows()).isZero();
    }

    private List<String> figures() {
        return asPerson(supplier, () -> reports.sales()).stream()
                .map(figure -> figure.sold().toPlainString() + " " + figure.revenue().currency() + " " + figure.revenue().amount()).toList();
    }

    @Test
    void aReportThatNamesADayIsOfADay() {
        stock(OffsetDateTime.parse("2026-11-23T00:00:00Z"), line("A", of(Kind.ON_HAND, 1)));
        stock(MONDAY, line("B", of(Kind.ON_HAND, 1)));
        assertThat(asPerson(buyer, () -> reports.stock())).extracting(StockLevel::ofDay).containsExactly(true, false);
    }

    private static SalesReportDocument.Line sold(long sold, String currency) {
        return new SalesReportDocument.Line("1", BOLT, "SHOP", null, Quantity.of(sold, "PCE"), null, null, Money.of(sold * 2 + ".00", currency));
    }

    private Taken sales(LocalDate issued, long sold) {
        return sales(issued, sold(sold, "EUR"));
    }

    private Taken sales(LocalDate issued, SalesReportDocument.Line... lines) {
        SalesReportDocument document = new SalesReportDocument(unique("SLS"), issued, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 7), "EUR", List.of(),
                List.of(lines));
        return inHub(() -> reports.apply(document, new Reporter(buyer, supplier, null, Ids.next())));
    }
}
