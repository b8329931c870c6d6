package io.tradelane.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerTest extends TestDatabase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    @Autowired Ledger ledger;
    private UUID buyer;
    private UUID supplier;

    @BeforeEach
    void organisations() {
        buyer = organisation("Buyer", Kind.BUYER);
        supplier = organisation("Supplier", Kind.SUPPLIER);
    }

    private Posting receipt(UUID organisation, UUID source, String amount) {
        Money money = Money.of(amount, "EUR");
        return new Posting(organisation, Posting.Rule.GOODS_RECEIVED, source, DAY, "GR-1", new Posting.Builder(supplier)
                .debit(Account.INVENTORY, money).credit(Account.GOODS_RECEIVED_NOT_INVOICED, money).lines());
    }

    @Test
    void anEventIsBookedOnceAndNumbersHaveNoGaps() {
        UUID first = Ids.next();
        asHub(() -> ledger.post(List.of(receipt(buyer, first, "10.00"))));
        asHub(() -> ledger.post(List.of(receipt(buyer, first, "10.00"), receipt(buyer, Ids.next(), "5.00"))));

        assertThat(hub(() -> ledger.journals(buyer, 10))).extracting(JournalView::number).containsExactly(2L, 1L);
        assertThat(hub(() -> ledger.balances(buyer))).extracting(Balance::account)
                .containsExactly(Account.INVENTORY, Account.GOODS_RECEIVED_NOT_INVOICED);
        assertThat(hub(() -> ledger.balances(buyer)).getFirst().balance()).isEqualByComparingTo("15.00");
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void aPartyPostsInTheOthersBooksAndSeesOnlyItsOwn() {
        UUID source = Ids.next();
        in(person(buyer), () -> {
            ledger.post(List.of(receipt(buyer, source, "10.00"), receipt(supplier, source, "10.00")));
            return 0;
        });
        assertThat(in(person(buyer), () -> ledger.ofSource(source))).extracting(JournalView::organisation)
                .containsExactly(buyer);
        assertThat(in(person(supplier), () -> ledger.ofSource(source))).extracting(JournalView::organisation)
                .containsExactly(supplier);
    }

    @Test
    void aReversalBooksTheOppositeOnce() {
        UUID source = Ids.next();
        asHub(() -> ledger.post(List.of(receipt(buyer, source, "10.00"))));
        asHub(() -> ledger.reverse(source, DAY, "counted twice"));
        asHub(() -> ledger.reverse(source, DAY, "counted twice"));

        List<JournalView> journals = hub(() -> ledger.ofSource(source));
        assertThat(journals).hasSize(2);
        assertThat(journals.get(1).reversalOf()).isEqualTo(journals.get(0).id());
        assertThat(hub(() -> ledger.balances(buyer))).allSatisfy(balance -> assertThat(balance.balance()).isZero());
    }

    @Test
    void whatDoesNotBalanceIsRefusedByTheRecordAndByTheDatabase() {
        Money ten = Money.of("10.00", "EUR");
        assertThatThrownBy(() -> new Posting(buyer, Posting.Rule.OPENING, Ids.next(), DAY, "x",
                new Posting.Builder(null).debit(Account.INVENTORY, ten).lines())).hasMessageContaining("off balance");
        asHub(() -> ledger.post(List.of(receipt(buyer, Ids.next(), "10.00"))));
        String entry = """
                [{"id":"%s","organisation":"%s","rule":"OPENING","source":"%s","booked_on":"2026-11-22","text":"x",
                  "lines":[{"account":"1405","debit":10,"currency":"EUR"},{"account":"2202.02","credit":9,"currency":"EUR"}]}]
                """.formatted(Ids.next(), buyer, Ids.next());
        assertThatThrownBy(() -> inTransaction(Actor.hub(), () ->
                        jdbc.sql("select ledger_post(cast(:entry as jsonb))").param("entry", entry).query((row, n) -> 1)
                                .list()))
                .hasStackTraceContaining("does not balance");
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void nobodyChangesWhatIsBooked() {
        asHub(() -> ledger.post(List.of(receipt(buyer, Ids.next(), "10.00"))));
        for (String statement : List.of("update journal set text = 'x'", "delete from journal_line",
                "insert into journal_line (journal_id) values (null)",
                "update ledger_book set last_number = 0")) {
            assertThatThrownBy(() -> inTransaction(Actor.hub(), () -> jdbc.sql(statement).update()))
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> superuser().sql("update journal_line set debit = 1 where org_id = :buyer")
                .param("buyer", buyer).update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    void everyAccountOfTheChartIsInEveryBook() {
        asHub(() -> ledger.post(List.of(receipt(buyer, Ids.next(), "10.00"))));
        assertThat(superuser().sql("select code from gl_account where org_id = :buyer order by code")
                .param("buyer", buyer).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Account.values()).map(Account::code).toList());
    }
}
