package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the purchase order of what was agreed, at the prices agreed, by the same service as every order. */
@Component
class AwardedOrders {
    private final PurchaseOrders orders;
    private final RfqRepository rfqs;
    private final SourcingMessages messages;
    private final Clock clock;

    AwardedOrders(PurchaseOrders orders, RfqRepository rfqs, SourcingMessages messages, Clock clock) {
        this.orders = orders;
        this.rfqs = rfqs;
        this.messages = messages;
        this.clock = clock;
    }

    record Placed(UUID id, String number) {}

    Placed ofAward(RfqRow rfq, AwardPlan.Bid bid, List<AwardPlan.Part> parts) {
        List<OrderDocument.Line> lines = parts.stream()
                .map(part -> line(part.offer(), part.quantity(), bid.version().currency(),
                        part.offer().promisedDelivery() != null ? part.offer().promisedDelivery()
                                : part.line().requestedDelivery() != null ? part.line().requestedDelivery() : rfq.requestedDelivery()))
                .toList();
        return place(rfq, bid.quote(), bid.version(), lines);
    }

    /** Everything that is offered. */
    Placed ofOffer(QuoteRow quote, QuoteVersionRow version, List<QuoteLineRow> offered) {
        List<OrderDocument.Line> lines = new ArrayList<>();
        Tiers.byLine(offered).values().forEach(tiers -> Tiers.fitting(tiers, tiers.getFirst().quantity())
                .ifPresent(tier -> lines.add(line(tier, tier.quantity(), version.currency(), tier.promisedDelivery()))));
        return place(null, quote, version, lines);
    }

    private Placed place(@Nullable RfqRow rfq, QuoteRow quote, QuoteVersionRow version, List<OrderDocument.Line> lines) {
        LocalDate today = LocalDate.now(clock);
        List<Reference> references = new ArrayList<>(List.of(new Reference(Reference.Kind.QUOTATION, version.number(), null, version.submittedAt().toLocalDate())));
        if (rfq != null) {
            references.add(Reference.to(Reference.Kind.REQUEST_FOR_QUOTATION, rfq.number()));
        }
        OrderDocument document = new OrderDocument(rfqs.nextNumber("PO", today.getYear()), OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, today,
                rfq == null ? null : rfq.requestedDelivery(), version.currency(), messages.parties(rfq, quote.buyerOrgId(), quote.supplierOrgId()), references,
                version.paymentTerms() != null || rfq == null ? version.paymentTerms() : rfq.paymentTerms(), version.note(), null, lines);
        ApplyResult result = Tenancy.call(Acting.hubFor(quote.buyerOrgId()), () -> orders.placeAgreed(document, quote.parties(), MessageContext.NONE));
        if (result instanceof ApplyResult.Applied applied) {
            return new Placed(applied.id(), document.number());
        }
        throw new IllegalStateException("an order could not be placed: " + result);
    }

    private static OrderDocument.Line line(QuoteLineRow offer, BigDecimal quantity, String currency, @Nullable LocalDate delivery) {
        Price price = offer.price(currency);
        Quantity ordered = new Quantity(Figures.quantity(quantity), offer.unit());
        return new OrderDocument.Line(offer.lineNumber(), offer.item(), ordered, price, price == null ? null : price.of(ordered).rounded(), delivery,
                offer.note(), List.of());
    }
}
