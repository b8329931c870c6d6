package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.invoice.WaitingDocuments;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.schedule.DeliverySchedules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What came before its order. */
class WaitingDocumentsTest extends DealFixture {
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
    @Autowired WaitingDocuments waiting;
    @Autowired DeliverySchedules schedules;

    @Test
    void goesOnWhenTheOrderHasCome() {
        String order = unique("PO");
        MessageRow message = heldFor(order);

        hub(waiting::release);
        assertThat(status(message)).isEqualTo(MessageStatus.HELD);
        placed(document(order));
        hub(waiting::release);

        assertThat(status(message)).isEqualTo(MessageStatus.RECEIVED);
    }

    @Test
    void staysWhereItIsWhenAPersonHasClosedItsIncident() {
        String order = unique("PO");
        MessageRow message = heldFor(order);
        UUID interchange = hub(() -> interchanges.message(message.id()).orElseThrow().interchange());
        UUID incident = hub(() -> incidents.ofInterchange(interchange).getFirst().id());
        inTransaction(Actor.hub(), () -> incidents.close(incident, "sent by mistake"));

        placed(document(order));
        hub(waiting::release);

        assertThat(status(message)).isEqualTo(MessageStatus.HELD);
    }

    @Test
    void aScheduleGoesOnWhenTheReleaseItFollowsHasCome() {
        MessageRow message = held(buyer, supplier, "PREDECESSOR_MISSING", "7");

        release("6");
        hub(waiting::release);
        assertThat(status(message)).isEqualTo(MessageStatus.HELD);
        release("7");
        hub(waiting::release);

        assertThat(status(message)).isEqualTo(MessageStatus.RECEIVED);
    }

    private void release(String release) {
        DeliveryScheduleDocument schedule = new DeliveryScheduleDocument("DS-" + release, DeliveryScheduleDocument.Kind.FORECAST, LocalDate.now(), release, null, null, null,
                List.of(), null, List.of(new DeliveryScheduleDocument.Line("1", boltItem(), null, null, null, null, null, null, List.of())));
        asEdi(buyer, () -> schedules.apply(schedule, parties(), new MessageContext(null, null, buyer)));
    }

    private MessageRow heldFor(String order) {
        return held(supplier, buyer, "UNKNOWN_ORDER", order);
    }

    private MessageRow held(UUID from, UUID to, String reason, String detail) {
        MessageRow message = row(0, unique("OR"), to);
        UUID interchange = hub(() -> receive(inbox, reception(from, null), "ORDRSP")).interchange();
        hub(() -> inbox.split(interchange, facts(gln(from), gln(to), unique("R")), List.of(message)));
        inTransaction(Actor.hub(), () -> {
            inbox.claimMessage(message.id());
            inbox.held(message.id(), new Verdict("verdict.held", Map.of("reason", reason, "detail", detail, "number", "OR-1")));
        });
        return message;
    }

    private MessageStatus status(MessageRow message) {
        return hub(() -> interchanges.message(message.id())).orElseThrow().status();
    }
}
