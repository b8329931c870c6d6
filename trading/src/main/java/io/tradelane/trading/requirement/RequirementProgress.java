package io.tradelane.trading.requirement;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.JournalListener;
import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Follows the requests and carts that have lines of requirements: what was ordered, and what came back without an order. */
@Component
class RequirementProgress implements JournalListener {
    private final RequirementRepository requirements;
    private final LineProgress progress;
    private final DecideRequirement decide;
    private final RequirementJournal journal;
    private final Clock clock;

    RequirementProgress(RequirementRepository requirements, LineProgress progress, DecideRequirement decide, RequirementJournal journal, Clock clock) {
        this.requirements = requirements;
        this.progress = progress;
        this.decide = decide;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void recorded(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.entityType().equals(RequestsForQuotation.ENTITY) && entry.to() != null && !entry.to().equals(entry.from())) {
                RfqState state = RfqState.valueOf(entry.to());
                if (state == RfqState.COMPLETED || state == RfqState.CANCELLED || state == RfqState.NO_BIDS) {
                    requirements.sourcedBy(entry.entityId()).forEach(this::follow);
                }
            }
            if (entry.entityType().equals(Carts.ENTITY) && (CartState.ORDERED.name().equals(entry.to()) || CartState.DISCARDED.name().equals(entry.to()))) {
                requirements.inCart(entry.entityId()).forEach(this::follow);
            }
        }
    }

    private void follow(UUID id) {
        requirements.lock(id).ifPresent(row -> {
            Event event = progress.of(id).values().stream().anyMatch(line -> line.ordered().signum() > 0) ? Event.ORDER : Event.RETURN;
            RequirementTransition.next(row.state(), event, decide.guards(id)).ifPresent(next -> {
                requirements.move(id, next, null, OffsetDateTime.now(clock));
                journal.record(row, event.name(), row.state(), next, row.version() + 1, Map.of());
            });
        });
    }
}
