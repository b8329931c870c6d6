package io.tradelane.routes.schedule;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.schedule.DeliverySchedules;
import org.springframework.stereotype.Component;

/** Brings delivery schedules to the engine. */
@Component
public class ScheduleProcess {
    private final DeliverySchedules schedules;
    private final Senders senders;
    private final Verdicts verdicts;

    ScheduleProcess(DeliverySchedules schedules, Senders senders, Verdicts verdicts) {
        this.schedules = schedules;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applySchedule(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> senders.withParties(message, parties -> apply(message, parties)));
    }

    /** The directory lets a supplier answer with a DELFOR; its plan is kept and calls nothing off. */
    private ApplyResult apply(Message message, Parties parties) {
        return parties.supplier().equals(message.organisation()) ? new ApplyResult.NoEffect("document-noted", message.id())
                : schedules.apply(message.document(DeliveryScheduleDocument.class), parties, Senders.context(message));
    }
}
