package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the partners' systems, where an agreement asks for it: REQOTE to suppliers, QUOTES to buyers. */
@Component
class SourcingMessages {
    private final Agreements agreements;
    private final Organisations organisations;
    private final Outbox outbox;
    private final InviteeRepository invitees;

    SourcingMessages(Agreements agreements, Organisations organisations, Outbox outbox, InviteeRepository invitees) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.outbox = outbox;
        this.invitees = invitees;
    }

    /** The request, or what became of it with an amendment or another deadline; the last of them counts. */
    void request(RfqRow rfq, List<RfqLineRow> lines, UUID supplier, MessageContext context, String occasion) {
        List<RequestForQuotationDocument.Line> asked = lines.stream()
                .map(line -> new RequestForQuotationDocument.Line(line.lineNumber(), line.item(), line.asked(), line.target(rfq.currency()),
                        line.requestedDelivery(), line.note()))
                .toList();
        send(rfq.buyerOrgId(), supplier, request(rfq, supplier, List.of(), rfq.note(), asked), rfq.number(), context,
                        "rfq:" + rfq.id() + ":" + supplier + ":" + occasion)
                .ifPresent(item -> invitees.sent(rfq.id(), supplier, item));
    }

    /** No message of EDIFACT or X12 is a buyer's counter-offer: it is the request again, with the prices wanted and the quotation they answer. */
    void counter(RfqRow rfq, QuoteRow quote, QuoteVersionRow version, List<QuoteLineRow> lines) {
        List<RequestForQuotationDocument.Line> wanted = lines.stream()
                .map(line -> new RequestForQuotationDocument.Line(line.lineNumber(), line.item(), line.offered(), line.price(version.currency()),
                        line.promisedDelivery(), line.note()))
                .toList();
        send(rfq.buyerOrgId(), quote.supplierOrgId(),
                request(rfq, quote.supplierOrgId(), List.of(Reference.to(Reference.Kind.QUOTATION, quote.number())), version.note(), wanted),
                rfq.number(), MessageContext.NONE, "counter:" + version.id());
    }

    /** @param rfq {@code null} for an offer nobody asked for */
    void quotation(@Nullable RfqRow rfq, QuoteVersionRow version, List<QuoteLineRow> lines, MessageContext context) {
        List<QuotationDocument.Line> offered = new ArrayList<>(lines.size());
        for (QuoteLineRow line : lines) {
            offered.add(new QuotationDocument.Line(String.valueOf(offered.size() + 1), line.lineNumber(), line.item(), line.offered(),
                    line.price(version.currency()), null,
                    line.minimumOrder() == null ? null : new Quantity(Figures.quantity(line.minimumOrder()), line.unit()), line.promisedDelivery(),
                    line.leadTimeDays(), line.note()));
        }
        send(version.supplierOrgId(), version.buyerOrgId(),
                new QuotationDocument(version.number(), version.submittedAt().toLocalDate(), rfq == null ? null : rfq.number(), version.n(), null,
                        version.validTo(), version.currency(), parties(rfq, version.buyerOrgId(), version.supplierOrgId()), List.of(),
                        version.paymentTerms(), version.note(), Figures.money(version.total(), version.currency()), offered),
                rfq == null ? version.number() : rfq.number(), context, "quote:" + version.id());
    }

    private RequestForQuotationDocument request(
            RfqRow rfq, UUID supplier, List<Reference> references, @Nullable String note, List<RequestForQuotationDocument.Line> lines) {
        LocalDate issued = rfq.updatedAt().atZoneSameInstant(ZoneId.of(rfq.deadlineZone())).toLocalDate();
        return new RequestForQuotationDocument(rfq.number(), issued,
                rfq.deadline().atZoneSameInstant(ZoneId.of(rfq.deadlineZone())).toOffsetDateTime(), rfq.requestedDelivery(), rfq.currency(),
                parties(rfq, rfq.buyerOrgId(), supplier), references, rfq.paymentTerms(), note, lines);
    }

    private Optional<UUID> send(UUID from, UUID to, BusinessDocument document, String businessKey, MessageContext context, String key) {
        DocumentType type = document.type();
        return agreements.outbound(from, to, type)
                .map(agreed -> outbox.enqueue(new OutboundDocument(from, to, document, businessKey, context.interchange(), context.message(), key)));
    }

    /** Those the buyer's own document names, with this supplier alone of all that are asked. */
    List<Party> parties(@Nullable RfqRow rfq, UUID buyer, UUID supplier) {
        List<Party> all = new ArrayList<>();
        if (rfq != null && rfq.document() != null) {
            DocumentJson.read(rfq.document()).parties().stream().filter(party -> party.role() != PartyRole.SUPPLIER && party.role() != PartyRole.MESSAGE_RECIPIENT).forEach(all::add);
        }
        if (all.stream().noneMatch(party -> party.role() == PartyRole.BUYER)) {
            all.add(party(PartyRole.BUYER, buyer));
        }
        all.add(party(PartyRole.SUPPLIER, supplier));
        return all;
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        List<Party.Identifier> identifiers = organisation.gln() == null ? List.of()
                : List.of(new Party.Identifier(Party.Scheme.GLN, organisation.gln()));
        return new Party(role, identifiers, organisation.name(), null, null);
    }
}
