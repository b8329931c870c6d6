package io.tradelane.routes.inventory;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.inventory.Reporter;
import io.tradelane.trading.inventory.StockReports;
import io.tradelane.trading.inventory.Taken;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings reports of stock and of sales to the engine. */
@Component
public class InventoryProcess {
    private final StockReports reports;
    private final Senders senders;
    private final Verdicts verdicts;

    InventoryProcess(StockReports reports, Senders senders, Verdicts verdicts) {
        this.reports = reports;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyInventory(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> taken(message, reporter -> reports.apply(message.document(InventoryReportDocument.class), reporter)));
    }

    public void applySales(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> taken(message, reporter -> reports.apply(message.document(SalesReportDocument.class), reporter)));
    }

    private ApplyResult taken(Message message, Function<Reporter, Taken> effect) {
        UUID sender = message.organisation();
        if (sender == null) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("sender")));
        }
        Taken taken = effect.apply(new Reporter(sender, partner(message, sender), message.interchange(), message.id()));
        return taken.rows() > 0 ? new ApplyResult.Applied(message.id()) : new ApplyResult.NoEffect("a later report came before", message.id());
    }

    /** The other side that the report names, else to whom it is addressed. */
    private @Nullable UUID partner(Message message, UUID sender) {
        BusinessDocument document = message.document();
        return Stream.of(PartyRole.BUYER, PartyRole.SUPPLIER, PartyRole.MESSAGE_RECIPIENT)
                .flatMap(role -> senders.organisation(document, role).stream())
                .filter(organisation -> !organisation.equals(sender))
                .findFirst()
                .orElse(message.counterparty());
    }
}
