package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivery schedules: what a buyer will call off from a supplier, release by release. */
@Service
@Transactional
public class DeliverySchedules {
    /** Entity type of a release in the journal. */
    public static final String ENTITY = "DELIVERY_SCHEDULE";

    private final ApplySchedule apply;
    private final ScheduleList list;
    private final ScheduleReader reader;

    DeliverySchedules(ApplySchedule apply, ScheduleList list, ScheduleReader reader) {
        this.apply = apply;
        this.list = list;
        this.reader = reader;
    }

    /**
     * Applies a release of DELFOR, DELJIT, 830 or 862. A forecast takes the place of the forecasts that speak of the same articles,
     * places and orders; what it does not name of them any more ends. A call takes the place of what was planned on its days. An
     * article that nobody knows is kept by the buyer's number and is an incident of the supplier; what the buyer says it has received
     * is checked and never refused. The supplier gets the release when an agreement says so.
     *
     * <p>Known by number and release, within a year: the same content again has no effect, nor has a release older than the one that
     * stands. Held: other content under a known number and release; a release whose predecessor is not here although others are.
     * Rejected: no lines, a sender that is not the buyer.
     */
    public ApplyResult apply(DeliveryScheduleDocument document, Parties parties, MessageContext context) {
        return apply.apply(document, parties, context);
    }

    @Transactional(readOnly = true)
    public SchedulePage list(ScheduleFilter filter) {
        return list.page(filter);
    }

    /** @param after only lines behind this place; 0: from the first @param limit of lines, at most 200 */
    @Transactional(readOnly = true)
    public Optional<ScheduleView> find(UUID schedule, int after, int limit) {
        return reader.find(schedule, after, limit);
    }

    /** One article of a release. */
    @Transactional(readOnly = true)
    public Optional<DemandView> demand(UUID schedule, UUID line) {
        return reader.demand(schedule, line);
    }
}
