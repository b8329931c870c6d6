package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer who asks two suppliers for a hundred bolts and fifty nuts. */
abstract class SourcingFixture extends DealFixture {
    @Autowired RequestsForQuotation requests;
    @Autowired Quotations quotations;
    @Autowired SourcingClock sourcingClock;
    protected UUID rival;

    @BeforeEach
    void rival() {
        rival = organisation("Ningbo Bolts", Kind.SUPPLIER);
    }

    RfqForm form(@Nullable String number, boolean sealed, int bolts) {
        return new RfqForm(number, "Bolts and nuts", "EUR", OffsetDateTime.now().plusDays(3).withOffsetSameInstant(ZoneOffset.ofHours(8)), "Asia/Shanghai", inTenDays(),
                "30 days net", null, sealed, 2, List.of(supplier, rival), List.of(
                new RfqForm.Line("1", boltItem(), Quantity.of(bolts, "PCE"), price("1.10"), null, null),
                new RfqForm.Line("2", nutItem(), Quantity.of(50, "PCE"), null, null, null)));
    }

    RfqView open() {
        return open(form(null, false, 100));
    }

    RfqView open(RfqForm form) {
        UUID id = done(asPerson(buyer, () -> requests.create(form)));
        done(asPerson(buyer, () -> requests.publish(id, 1)));
        return seen(buyer, id);
    }

    RfqView seen(UUID organisation, UUID rfq) {
        return asPerson(organisation, () -> requests.find(rfq)).orElseThrow();
    }

    static QuoteForm offer(String bolt, @Nullable String nut) {
        return new QuoteForm(null, LocalDate.now().plusDays(30), "EUR", null, null, List.of(line("1", bolt), line("2", nut)));
    }

    static QuoteForm.Line line(String number, @Nullable String price) {
        return new QuoteForm.Line(number, null, price == null ? null : price(price), null, 7, null, null);
    }

    CommandResult quote(UUID by, RfqView rfq, QuoteForm form) {
        QuoteView before = seen(by, rfq.id()).quoteOf(by);
        return asPerson(by, () -> quotations.submit(rfq.id(), form, before == null ? 0 : before.version()));
    }

    QuoteView quoted(UUID by, RfqView rfq, QuoteForm form) {
        UUID id = done(quote(by, rfq, form));
        return asPerson(by, () -> quotations.find(id)).orElseThrow();
    }

    /** The deadline passes. */
    void deadline(UUID rfq) {
        superuser().sql("update rfq set deadline = now() - interval '1 second' where id = :id").param("id", rfq).update();
    }

    void deadlineAndSweep(UUID rfq) {
        deadline(rfq);
        asHub(() -> sourcingClock.tick());
    }

    RequestForQuotationDocument reqote(String number) {
        return new RequestForQuotationDocument(number, LocalDate.now(), OffsetDateTime.now().plusDays(5), inTenDays(), "EUR", List.of(), List.of(), null, null,
                List.of(new RequestForQuotationDocument.Line("10", boltItem(), Quantity.of(100, "PCE"), null, null, null)));
    }

    QuotationDocument quotes(String number, @Nullable String request, @Nullable Integer version, String price) {
        return new QuotationDocument(number, LocalDate.now(), request, version, null, LocalDate.now().plusDays(20), "EUR", List.of(), List.of(), null, null, null,
                List.of(new QuotationDocument.Line("1", null, boltItem(), Quantity.of(100, "PCE"), price(price), null, Quantity.of(50, "PCE"), null, 5, null)));
    }

    ApplyResult comes(UUID from, QuotationDocument document) {
        return asEdi(from, () -> quotations.apply(document, new Parties(buyer, from), new MessageContext(null, null, from)));
    }

    static UUID done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).id();
    }

    static void invalid(CommandResult result, String field, String code) {
        assertThat(result).isEqualTo(CommandResult.invalid(field, code));
    }


    static Award award(String line, UUID supplier, @Nullable String quantity) {
        return new Award(line, supplier, quantity == null ? null : new BigDecimal(quantity));
    }
}
