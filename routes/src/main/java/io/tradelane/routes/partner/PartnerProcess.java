package io.tradelane.routes.partner;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.PartyChanges;
import io.tradelane.trading.partner.PartyProposal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings data about companies to the engine, where they wait to be accepted. */
@Component
public class PartnerProcess {
    private final PartyChanges changes;
    private final Verdicts verdicts;

    PartnerProcess(PartyChanges changes, Verdicts verdicts) {
        this.changes = changes;
        this.verdicts = verdicts;
    }

    public void propose(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::propose);
    }

    private ApplyResult propose(Message message) {
        UUID sender = message.organisation();
        if (sender == null) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("sender")));
        }
        PartyInformationDocument document = message.document(PartyInformationDocument.class);
        PartyChanges.Proposer proposer = new PartyChanges.Proposer(
                sender, message.counterparty(), message.interchange(), message.id(), ContentHash.of(document));
        return switch (changes.propose(document, proposer)) {
            case PartyProposal.Waiting waiting -> new ApplyResult.Applied(waiting.id());
            case PartyProposal.NothingNew nothing -> new ApplyResult.NoEffect("party-data-known", message.id());
            case PartyProposal.Repeated repeated -> new ApplyResult.NoEffect("the proposal stands already", repeated.id());
            case PartyProposal.OtherContent other -> new ApplyResult.Held(
                    HoldReason.CONTENT_CONFLICT, "party information " + document.number() + " came before with other content");
        };
    }
}
