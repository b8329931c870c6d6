package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuotationTest extends SourcingFixture {
    private static final List<String> TABLES = List.of("rfq", "rfq_line", "rfq_invitee", "rfq_question", "rfq_addendum", "quote", "quote_version", "quote_line",
            "rfq_award");

    @Test
    void aNewVersionTakesThePlaceOfTheOneBeforeWhichStaysAsItWas() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.35"));
        QuoteView quote = quoted(supplier, rfq, offer("1.15", "0.35"));
        assertThat(quote.versions()).extracting(version -> version.n() + " " + version.state() + " " + version.total())
                .containsExactly("1 SUPERSEDED 137.50 EUR", "2 SUBMITTED 132.50 EUR");
        assertThat(asPerson(supplier, () -> quotations.submit(rfq.id(), offer("1.10", "0.35"), 1))).isInstanceOf(CommandResult.StaleVersion.class);
    }

    @Test
    void bargainingAlternatesAndTheAcceptedCounterOfferIsWhatIsOrdered() {
        RfqView rfq = open();
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.35"));
        QuoteForm counter = new QuoteForm(null, null, "EUR", null, "Our limit", List.of(line("1", "1.12")));
        done(asPerson(buyer, () -> quotations.counter(quote.id(), counter, quote.version())));
        QuoteView countered = asPerson(supplier, () -> quotations.find(quote.id())).orElseThrow();
        assertThat(countered.current()).satisfies(version -> {
            assertThat(version.author()).isEqualTo(Side.BUYER);
            assertThat(version.answers()).isEqualTo(1);
            assertThat(version.total()).isEqualTo(Money.of("129.50", "EUR"));
            assertThat(version.lines()).hasSize(2);
        });
        assertThat(asPerson(buyer, () -> quotations.accept(quote.id(), countered.version()))).as("nobody accepts his own")
                .isInstanceOf(CommandResult.IllegalTransition.class);
        done(asPerson(supplier, () -> quotations.accept(quote.id(), countered.version())));
        deadlineAndSweep(rfq.id());
        done(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, null)), seen(buyer, rfq.id()).version())));
        assertThat(seen(buyer, rfq.id()).awards().getFirst().price().amount()).isEqualTo(Money.of("1.12", "EUR"));
    }

    @Test
    void aCounterOfferOfTheBuyerAloneCannotBeAwarded() {
        RfqView rfq = open();
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.35"));
        done(asPerson(buyer, () -> quotations.counter(quote.id(), new QuoteForm(null, null, "EUR", null, null, List.of(line("1", "0.10"))), quote.version())));
        deadlineAndSweep(rfq.id());
        invalid(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, null)), seen(buyer, rfq.id()).version())), "awards[0].supplier", "no-quote");
    }

    @Test
    void anExpiredQuotationIsNotAwardedAndCanBeRenewedWhileTheBiddingLasts() {
        RfqView rfq = open();
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.35"));
        superuser().sql("update quote_version set valid_to = current_date - 2 where quote_id = :id").param("id", quote.id()).update();
        asHub(() -> sourcingClock.tick());
        assertThat(asPerson(supplier, () -> quotations.find(quote.id())).orElseThrow().state()).isEqualTo(QuoteState.EXPIRED);
        assertThat(quoted(supplier, rfq, offer("1.20", "0.35")).state()).isEqualTo(QuoteState.SUBMITTED);
    }

    @Test
    void thePriceOfTheQuantityCounts() {
        RfqView rfq = open();
        QuoteForm tiers = new QuoteForm(null, inTenDays(), "EUR", null, null, List.of(
                new QuoteForm.Line("1", null, price("1.30"), new BigDecimal("10"), 7, null, null),
                new QuoteForm.Line("1", null, price("1.10"), new BigDecimal("100"), 9, null, null),
                new QuoteForm.Line("1", null, price("0.90"), new BigDecimal("1000"), 9, null, null)));
        QuoteView quote = quoted(supplier, rfq, tiers);
        assertThat(quote.current().total()).isEqualTo(Money.of("110.00", "EUR"));
        quoted(rival, rfq, offer("1.05", "0.40"));
        Comparison comparison = Comparison.of(seen(buyer, rfq.id()));
        assertThat(comparison.bids()).extracting(bid -> bid.supplier().name() + " " + bid.complete() + " " + bid.best())
                .containsExactly("Ningbo Bolts true true", "Suzhou Fasteners false false");
        assertThat(comparison.rows().getFirst().cells()).extracting(cell -> cell.offer().price().amount().amount() + " " + cell.best())
                .containsExactly("1.05 true", "1.10 false");
    }

    @Test
    void anotherCurrencyIsShownAndNotCompared() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.35"));
        QuoteForm dollars = new QuoteForm(null, inTenDays(), "USD", null, null, List.of(new QuoteForm.Line("1", null,
                Price.each(Money.of("0.50", "USD"), "PCE"), null, 7, null, null)));
        quoted(rival, rfq, dollars);
        Comparison comparison = Comparison.of(seen(buyer, rfq.id()));
        assertThat(comparison.bids()).extracting(Comparison.Bid::comparable).containsExactly(true, false);
        assertThat(comparison.rows().getFirst().cells()).extracting(Comparison.Cell::best).containsExactly(true, false);
    }

    @Test
    void noSupplierSeesARivalsQuotation() {
        RfqView rfq = open();
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.35"));
        UUID question = done(asPerson(supplier, () -> requests.ask(rfq.id(), null, "Where to?")));
        done(asPerson(buyer, () -> requests.answer(rfq.id(), question, "Cologne", 2)));
        assertThat(asPerson(rival, () -> quotations.find(quote.id()))).isEmpty();
        assertThat(seen(rival, rfq.id()).quotes()).isEmpty();
        assertThat(asPerson(rival, () -> quotations.counter(quote.id(), offer("1.00", null), quote.version()))).isInstanceOf(CommandResult.NotFound.class);
        deadlineAndSweep(rfq.id());
        done(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, null)), seen(buyer, rfq.id()).version())));
        UUID stranger = organisation("Stranger", Kind.BOTH);
        for (String table : TABLES) {
            assertThat(in(person(stranger), () -> rows(table))).as("%s as a third organisation", table).isZero();
            assertThat(rows(table)).as("%s without a scope", table).isZero();
            assertThat(in(person(buyer), () -> rows(table))).as("%s as the buyer", table).isPositive();
            assertThat(in(person(supplier), () -> rows(table))).as("%s as the supplier", table).isPositive();
            assertThat(in(auditor(), () -> rows(table))).as("%s as auditor", table).isPositive();
            assertThat(in(operator(), () -> rows(table))).as("%s as operator", table).isZero();
            boolean all = Set.of("rfq", "rfq_line", "rfq_addendum").contains(table);
            int expected = all ? in(person(buyer), () -> rows(table)) : table.equals("rfq_invitee") ? 1 : 0;
            assertThat(in(person(rival), () -> rows(table))).as("%s as a rival", table).isEqualTo(expected);
        }
        assertThat(in(person(rival), () -> jdbc.sql("update rfq set title = 'mine' where id = :id").param("id", rfq.id()).update())).isZero();
    }

    @Test
    void sealedBidsAreTheirSuppliersAloneUntilTheDeadline() {
        agree(supplier, buyer, DocumentType.QUOTATION);
        RfqView rfq = open(form(null, true, 100));
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.35"));
        assertThat(seen(buyer, rfq.id())).satisfies(seen -> {
            assertThat(seen.quotes()).isEmpty();
            assertThat(seen.secret()).isTrue();
            assertThat(seen.invitee(supplier).state()).isEqualTo(InviteeState.QUOTED);
        });
        assertThat(in(person(buyer), () -> rows("quote_line"))).isZero();
        assertThat(outbox(supplier, buyer)).isEmpty();
        assertThat(asPerson(buyer, () -> quotations.counter(quote.id(), offer("1.00", null), quote.version()))).isInstanceOf(CommandResult.NotFound.class);
        deadlineAndSweep(rfq.id());
        assertThat(seen(buyer, rfq.id()).quotes()).hasSize(1);
        assertThat(outbox(supplier, buyer)).containsExactly("QUOTATION");
    }

    @Test
    void reqoteAndQuotesBargainWithTheBrowserOverOneRequest() {
        agree(supplier, buyer, DocumentType.QUOTATION);
        agree(buyer, rival, DocumentType.REQUEST_FOR_QUOTATION);
        String number = unique("RFQ-");
        ApplyResult came = asEdi(buyer, () -> requests.apply(reqote(number), buyer, Set.of(supplier), new MessageContext(null, null, buyer)));
        UUID id = ((ApplyResult.Applied) came).id();
        assertThat(asEdi(buyer, () -> requests.apply(reqote(number), buyer, Set.of(supplier), new MessageContext(null, null, buyer))))
                .isInstanceOf(ApplyResult.Held.class).as("another deadline is another content");
        assertThat(outbox(buyer, rival)).isEmpty();
        assertThat(comes(supplier, quotes("A-1", number, null, "1.25"))).isInstanceOf(ApplyResult.Applied.class);
        assertThat(comes(supplier, quotes("A-1", number, null, "1.25"))).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(comes(supplier, quotes("A-1", number, null, "1.24"))).isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(comes(supplier, quotes("A-1", number, 2, "1.22"))).isInstanceOf(ApplyResult.Applied.class);
        assertThat(comes(rival, quotes("B-1", number, null, "1.00"))).as("not invited").isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_REQUEST));
        assertThat(outbox(supplier, buyer)).hasSize(2);
        RfqView rfq = seen(buyer, id);
        assertThat(rfq.quotes().getFirst().current().lines().getFirst().lineNumber()).isEqualTo("10");
        assertThat(rfq.quotes().getFirst().current().lines().getFirst().minimumOrder()).isEqualByComparingTo("50");
        deadlineAndSweep(id);
        assertThat(comes(supplier, quotes("A-2", number, null, "1.10"))).isInstanceOfSatisfying(ApplyResult.Rejected.class,
                rejected -> assertThat(rejected.errors().getFirst().code()).isEqualTo(Refusal.BIDDING_ENDED.code()));
    }

    @Test
    void oneRequestComesForEachSupplierInAMessageOfItsOwn() {
        var document = reqote(unique("RFQ-"));
        MessageContext context = new MessageContext(null, null, buyer);
        UUID id = ((ApplyResult.Applied) asEdi(buyer, () -> requests.apply(document, buyer, Set.of(supplier), context))).id();
        assertThat(asEdi(buyer, () -> requests.apply(document, buyer, Set.of(rival), context))).isEqualTo(new ApplyResult.Applied(id));
        assertThat(asEdi(buyer, () -> requests.apply(document, buyer, Set.of(rival), context))).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(seen(buyer, id).invitees()).hasSize(2);
        assertThat(asEdi(rival, () -> requests.apply(document, buyer, Set.of(rival), new MessageContext(null, null, rival)))).isInstanceOf(ApplyResult.Rejected.class);
    }

    @Test
    void anOfferNobodyAskedForIsKeptAndAcceptedAsAnOrder() {
        assertThat(comes(supplier, quotes("OFFER-7", null, null, "1.05"))).isInstanceOf(ApplyResult.Applied.class);
        QuoteView offer = asPerson(buyer, quotations::unsolicited).getFirst();
        assertThat(offer.rfq()).isNull();
        assertThat(asPerson(rival, quotations::unsolicited)).isEmpty();
        done(asPerson(buyer, () -> quotations.accept(offer.id(), offer.version())));
        assertThat(asPerson(supplier, () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL)))
                .orders()).singleElement().satisfies(order -> assertThat(order.total()).isEqualTo(Money.of("105.00", "EUR")));
    }

    @Test
    void whatIsNoOfferIsRefusedWithItsReason() {
        RfqView rfq = open();
        assertThat(quote(supplier, rfq, offer("1.20", null))).isInstanceOf(CommandResult.Done.class);
        invalid(quote(rival, rfq, new QuoteForm(null, null, "EUR", null, null, List.of(line("1", "1.20")))), "validTo", "required");
        invalid(quote(rival, rfq, new QuoteForm(null, LocalDate.now().minusDays(1), "EUR", null, null, List.of(line("1", "1.20")))), "validTo", "in-the-past");
        invalid(quote(rival, rfq, new QuoteForm(null, inTenDays(), "EUR", null, null, List.of(line("1", null)))), "lines", "nothing-offered");
        invalid(quote(rival, rfq, new QuoteForm(null, inTenDays(), "EUR", null, null, List.of(line("1", "-0.01")))), "lines[0].price", "negative");
        Price perKilogram = new Price(new Money(new BigDecimal("1"), "EUR"), Quantity.of(1, "KGM"));
        assertThat(quote(rival, rfq, new QuoteForm(null, inTenDays(), "EUR", null, null, List.of(new QuoteForm.Line("1", null, perKilogram, null, 7, null, null)))))
                .as("a price by the kilogram of what is asked by the piece").isInstanceOf(CommandResult.Invalid.class);
        assertThat(comes(supplier, quotes("X-1", rfq.number(), null, "1.20")).getClass()).isEqualTo(ApplyResult.Applied.class);
        assertThat(asEdi(rival, () -> quotations.apply(quotes("X-2", null, null, "1"), new Parties(buyer, supplier), new MessageContext(null, null, rival))))
                .isInstanceOf(ApplyResult.Rejected.class);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
