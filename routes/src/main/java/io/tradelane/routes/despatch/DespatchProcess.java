package io.tradelane.routes.despatch;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.document.DespatchAdviceDocument;
import org.springframework.stereotype.Component;

/** Brings despatch advices to the engine. */
@Component
public class DespatchProcess {
    private final DespatchAdvices advices;
    private final Senders senders;
    private final Verdicts verdicts;

    DespatchProcess(DespatchAdvices advices, Senders senders, Verdicts verdicts) {
        this.advices = advices;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyAdvice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties ->
                advices.apply(message.document(DespatchAdviceDocument.class), parties, Senders.context(message))));
    }
}
