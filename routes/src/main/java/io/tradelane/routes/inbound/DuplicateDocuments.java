package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.DuplicatePolicy;
import io.tradelane.trading.partner.DuplicatePolicy.Treatment;
import io.tradelane.trading.partner.ReceptionPolicies;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes of a document that came before, by its number: as the engine judges it, or as is agreed with its sender. */
@Component
class DuplicateDocuments {
    /** How the engine says that a document says nothing new. */
    private static final String REPEATED = " already";
    private final ReceptionPolicies receptions;
    private final Interchanges interchanges;
    private final Incidents incidents;

    DuplicateDocuments(ReceptionPolicies receptions, Interchanges interchanges, Incidents incidents) {
        this.receptions = receptions;
        this.interchanges = interchanges;
        this.incidents = incidents;
    }

    ApplyResult judge(Message message, ApplyResult result) {
        return switch (result) {
            case ApplyResult.NoEffect none when none.reason().endsWith(REPEATED) -> switch (policy(message).documentRepeated()) {
                case IGNORE -> result;
                case REFUSE -> refused(Refusal.DOCUMENT_REPEATED, message);
                case HOLD -> decided(message) ? result : new ApplyResult.Held(HoldReason.DOCUMENT_REPEATED, none.reason());
            };
            case ApplyResult.Held held when held.reason() == HoldReason.CONTENT_CONFLICT -> switch (policy(message).documentReused()) {
                case IGNORE -> new ApplyResult.NoEffect("another document has this number already", message.id());
                case REFUSE -> refused(Refusal.NUMBER_USED, message);
                case HOLD -> result;
            };
            default -> result;
        };
    }

    private static ApplyResult refused(Refusal why, Message message) {
        return new ApplyResult.Rejected(List.of(why.error(message.documentNumber())));
    }

    private DuplicatePolicy policy(Message message) {
        UUID sender = message.organisation();
        if (sender == null || message.document() == null) {
            return DuplicatePolicy.USUAL;
        }
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            if (!receptions.any(sender)) {
                return DuplicatePolicy.USUAL;
            }
            String format = interchanges.find(message.interchange()).map(Interchange::format).orElse(null);
            return receptions.of(sender, Objects.requireNonNullElse(format, ""), List.of(message.document().type()))
                    .map(agreed -> agreed.terms().duplicates()).orElse(DuplicatePolicy.USUAL);
        });
    }

    /** A person has seen that it is a repeat, and let it go on. */
    private boolean decided(Message message) {
        return incidents.ofInterchange(message.interchange()).stream().anyMatch(incident -> message.id().equals(incident.message())
                && incident.cause().equals(Cause.MESSAGE_HELD) && incident.status() == Incident.Status.RETRIED
                && HoldReason.DOCUMENT_REPEATED.name().equals(incident.args().get("reason")));
    }
}
