package io.tradelane.routes.sourcing;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.contract.ContractClock;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.SourcingClock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings requests for quotation and quotations to the engine. */
@Component
public class SourcingProcess {
    private final RequestsForQuotation requests;
    private final Quotations quotations;
    private final SourcingClock clock;
    private final ContractClock contracts;
    private final Approvals approvals;
    private final Senders senders;
    private final Verdicts verdicts;

    SourcingProcess(RequestsForQuotation requests, Quotations quotations, SourcingClock clock, ContractClock contracts, Approvals approvals, Senders senders, Verdicts verdicts) {
        this.requests = requests;
        this.quotations = quotations;
        this.clock = clock;
        this.contracts = contracts;
        this.approvals = approvals;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyRequest(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::request);
    }

    public void applyQuotation(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                quotations.apply(message.document(QuotationDocument.class), parties, Senders.context(message))));
    }

    /** Of requests whose deadline has passed, and of quotations whose validity has. */
    public void endBidding() {
        Tenancy.run(Tenancy.Actor.hub(), clock::tick);
    }

    /** The last day to sign a contract, its first and its last. */
    public void turnContracts() {
        Tenancy.run(Tenancy.Actor.hub(), contracts::tick);
    }

    /** Of orders that have waited too long for who was asked. */
    public void escalateApprovals() {
        Tenancy.run(Tenancy.Actor.hub(), approvals::escalate);
    }

    /** It goes to all suppliers that it names, else to whom it is addressed. */
    private ApplyResult request(Message message) {
        RequestForQuotationDocument document = message.document(RequestForQuotationDocument.class);
        UUID buyer = senders.organisation(document, PartyRole.BUYER).orElse(message.organisation());
        if (buyer == null) {
            return new ApplyResult.Rejected(List.of(Refusal.UNKNOWN_BUYER.error()));
        }
        Set<UUID> named = senders.organisations(document, PartyRole.SUPPLIER);
        UUID addressee = message.counterparty();
        Set<UUID> suppliers = named.isEmpty() && addressee != null ? Set.of(addressee) : named;
        return requests.apply(document, buyer, suppliers, Senders.context(message));
    }
}
