package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices and credit notes, matched line by line with order and receipt. */
@Service
@Transactional
public class Invoices {
    /** Entity type of an invoice in the journal. */
    public static final String ENTITY = "INVOICE";

    private final ApplyInvoice applyInvoice;
    private final ApplyInvoiceResponse applyResponse;
    private final DecideLine decideLine;
    private final InvoiceReader reader;

    Invoices(ApplyInvoice applyInvoice, ApplyInvoiceResponse applyResponse, DecideLine decideLine, InvoiceReader reader) {
        this.applyInvoice = applyInvoice;
        this.applyResponse = applyResponse;
        this.decideLine = decideLine;
        this.reader = reader;
    }

    /** What buyer's finance decides about a line on hold. */
    public enum Decision {
        /** Pay the line as invoiced. */
        ACCEPT_DIFFERENCE,
        /** Pay only what was received, at the confirmed price; the rest is disputed. */
        PAY_RECEIVED,
        REJECT
    }

    /**
     * Applies an INVOIC. The number is unique for the supplier within a year. Lines that match are approved and payable
     * at once; the others wait, for goods or for a person. The buyer gets an INVOIC when an agreement says so.
     *
     * <p>Held: unknown order, unknown preceding invoice of a credit note, other content under a known number. Rejected:
     * no lines, totals that do not add up, a currency other than the order's.
     */
    public ApplyResult apply(InvoiceDocument document, Parties parties, MessageContext context) {
        return applyInvoice.apply(document, parties, context);
    }

    /**
     * Applies the buyer's answer to an invoice: it stands on the supplier's page and moves no money. A query and a rejection
     * become an incident for the supplier, who gets the answer as a document where an agreement says so.
     *
     * <p>An answer that is behind the last has no effect. Held: an unknown invoice, other content under a known number, an answer
     * after a rejection or the whole payment, which are final.
     */
    public ApplyResult apply(InvoiceResponseDocument document, Parties parties, MessageContext context) {
        return applyResponse.apply(document, parties, context);
    }

    /**
     * Decides about one line that is on hold or waits for goods.
     *
     * @param reason required
     * @return {@code SeparationOfDuties} when the user posted a receipt of that order line
     */
    public CommandResult decide(UUID invoiceId, UUID lineId, Decision decision, String reason, int expectedVersion) {
        return decideLine.decide(invoiceId, lineId, decision, reason, expectedVersion);
    }

    @Transactional(readOnly = true)
    public Optional<InvoiceView> find(UUID invoiceId) {
        return reader.find(invoiceId);
    }

    @Transactional(readOnly = true)
    public InvoicePage list(InvoiceFilter filter) {
        return reader.list(filter);
    }

    /** Those that bill something of the order, newest first; 200 at most. */
    @Transactional(readOnly = true)
    public List<InvoiceSummary> ofOrder(UUID order) {
        return reader.ofOrder(order);
    }

    /** How many there are, whatever the page. */
    @Transactional(readOnly = true)
    public int count(InvoiceFilter filter) {
        return reader.count(filter);
    }
}
