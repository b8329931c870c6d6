package io.tradelane.routes.invoice;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.invoice.Invoices;
import org.springframework.stereotype.Component;

/** Brings invoices and their answers to the engine. */
@Component
public class InvoiceProcess {
    private final Invoices invoices;
    private final Senders senders;
    private final Verdicts verdicts;

    InvoiceProcess(Invoices invoices, Senders senders, Verdicts verdicts) {
        this.invoices = invoices;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyInvoice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                invoices.apply(message.document(InvoiceDocument.class), parties, Senders.context(message))));
    }

    public void applyResponse(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                invoices.apply(message.document(InvoiceResponseDocument.class), parties, Senders.context(message))));
    }
}
