package io.tradelane.routes.despatch;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import org.springframework.stereotype.Component;

/** Brings despatch and receipt advices, and what carriers report, to the engine. */
@Component
public class DespatchProcess {
    private final DespatchAdvices advices;
    private final GoodsReceipts receipts;
    private final Senders senders;
    private final Verdicts verdicts;

    DespatchProcess(DespatchAdvices advices, GoodsReceipts receipts, Senders senders, Verdicts verdicts) {
        this.advices = advices;
        this.receipts = receipts;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyAdvice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                advices.apply(message.document(DespatchAdviceDocument.class), parties, Senders.context(message))));
    }

    public void applyStatus(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message ->
                advices.apply(message.document(TransportStatusDocument.class), senders.isCarrier(message), Senders.context(message)));
    }

    public void applyReceipt(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                receipts.apply(message.document(ReceiptAdviceDocument.class), parties, Senders.context(message))));
    }
}
