package io.tradelane.trading.inventory;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.inventory.StockForms.Correction;
import io.tradelane.trading.inventory.StockForms.Count;
import io.tradelane.trading.inventory.StockForms.Levels;
import io.tradelane.trading.inventory.StockForms.Transfer;
import io.tradelane.trading.inventory.StockItemView.Movement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A company's own stock: what there is, why, and what its people say of it. */
@Service
@Transactional
public class Stocks {
    /** Entity type of an article in stock in the journal. */
    public static final String ENTITY = "STOCK_ITEM";

    private static final int LONGEST_NOTE = 500;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private final StockReader reader;
    private final StockLedger ledger;
    private final Warehouses warehouses;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Stocks(StockReader reader, StockLedger ledger, Warehouses warehouses, Journal journal, JdbcClient jdbc, Clock clock) {
        this.reader = reader;
        this.ledger = ledger;
        this.warehouses = warehouses;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public StockPage list(UUID organisation, StockFilter filter) {
        return reader.list(organisation, filter);
    }

    @Transactional(readOnly = true)
    public Optional<StockItemView> find(UUID organisation, UUID item) {
        return reader.find(organisation, item);
    }

    /** Newest first. @param before the last one shown */
    @Transactional(readOnly = true)
    public List<Movement> movements(UUID organisation, UUID item, @Nullable UUID before, int size) {
        return reader.movements(organisation, item, before, size);
    }

    /** What was counted takes the place of what was believed; what happened since is kept. */
    public StockResult count(UUID organisation, Count count) {
        Instant at = count.at() == null ? clock.instant() : count.at();
        StockResult wrong = before(organisation, count.item(), List.of(count.warehouse()), count.request(), count.note()).orElse(null);
        if (wrong != null) {
            return wrong;
        }
        if (count.quantity().signum() < 0) {
            return StockResult.invalid("quantity", "negative");
        }
        if (at.isAfter(clock.instant().plus(AHEAD))) {
            return StockResult.invalid("at", "future");
        }
        int made = ledger.book(organisation, List.of(Booking.count(count.warehouse(), count.item(), count.quantity(), at, StockCause.PERSON, count.note())), count.request());
        return made == 0 ? StockResult.invalid("at", "older-count") : done(organisation, count.item(), "COUNTED", Map.of("quantity", text(count.quantity())), count.warehouse());
    }

    /** More or less than was booked, for a reason. */
    public StockResult correct(UUID organisation, Correction correction) {
        StockResult wrong = before(organisation, correction.item(), List.of(correction.warehouse()), correction.request(), correction.note()).orElse(null);
        if (wrong != null) {
            return wrong;
        }
        if (correction.change().signum() == 0) {
            return StockResult.invalid("quantity", "not-positive");
        }
        if (correction.note() == null || correction.note().isBlank()) {
            return StockResult.invalid("note", "required");
        }
        ledger.book(organisation, List.of(Booking.onHand(MovementKind.CORRECTION, correction.warehouse(), correction.item(), correction.change(), clock.instant(),
                StockCause.PERSON, correction.note())), correction.request());
        return done(organisation, correction.item(), "CORRECTED", Map.of("quantity", text(correction.change())), correction.warehouse());
    }

    /** From one warehouse to another: two movements, or none. */
    public StockResult transfer(UUID organisation, Transfer transfer) {
        StockResult wrong = before(organisation, transfer.item(), List.of(transfer.from(), transfer.to()), transfer.request(), transfer.note()).orElse(null);
        if (wrong != null) {
            return wrong;
        }
        if (transfer.from().equals(transfer.to())) {
            return StockResult.invalid("to", "same");
        }
        if (transfer.quantity().signum() <= 0) {
            return StockResult.invalid("quantity", "not-positive");
        }
        ledger.lock(List.of(organisation));
        BigDecimal available = reader.find(organisation, transfer.item()).orElseThrow().rows().stream().filter(row -> row.warehouse().equals(transfer.from()))
                .map(StockRow::available).findFirst().orElse(BigDecimal.ZERO);
        if (transfer.quantity().compareTo(available) > 0) {
            return StockResult.invalid("quantity", "too-large");
        }
        Instant now = clock.instant();
        ledger.book(organisation, List.of(
                Booking.onHand(MovementKind.TRANSFER, transfer.from(), transfer.item(), transfer.quantity().negate(), now, StockCause.PERSON, transfer.note()),
                Booking.onHand(MovementKind.TRANSFER, transfer.to(), transfer.item(), transfer.quantity(), now, StockCause.PERSON, transfer.note())), transfer.request());
        return done(organisation, transfer.item(), "TRANSFERRED", Map.of("quantity", text(transfer.quantity())), transfer.from());
    }

    /** What should always be there, and when to order more. */
    public StockResult levels(UUID organisation, Levels levels) {
        StockRow row = reader.find(organisation, levels.item()).stream().flatMap(view -> view.rows().stream())
                .filter(one -> one.warehouse().equals(levels.warehouse())).findFirst().orElse(null);
        if (row == null) {
            return new StockResult.NotFound();
        }
        if (negative(levels.safety()) || negative(levels.reorderPoint())) {
            return StockResult.invalid(negative(levels.safety()) ? "safety" : "reorderPoint", "negative");
        }
        if (jdbc.sql("""
                        update stock_balance set safety = :safety, reorder_point = :reorderPoint, version = version + 1
                         where warehouse_id = :warehouse and item_id = :item and version = :version
                        """)
                .param("safety", levels.safety()).param("reorderPoint", levels.reorderPoint()).param("warehouse", levels.warehouse()).param("item", levels.item())
                .param("version", levels.version()).update() == 0) {
            return new StockResult.StaleVersion(row.version());
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("safety", levels.safety() == null ? "" : text(levels.safety()));
        details.put("reorderPoint", levels.reorderPoint() == null ? "" : text(levels.reorderPoint()));
        return done(organisation, levels.item(), "LEVELS_SET", details, levels.warehouse());
    }

    /** @return why it cannot be done, or was done before */
    private Optional<StockResult> before(UUID organisation, UUID item, List<UUID> places, UUID request, @Nullable String note) {
        List<UUID> open = warehouses.of(organisation).stream().filter(one -> one.closedAt() == null).map(Warehouse::id).toList();
        if (reader.find(organisation, item).isEmpty() || !open.containsAll(places)) {
            return Optional.of(new StockResult.NotFound());
        }
        ledger.lock(List.of(organisation));
        if (jdbc.sql("select exists (select from stock_movement where request_id = :request)").param("request", request).query(Boolean.class).single()) {
            return Optional.of(new StockResult.AlreadyDone(item));
        }
        return note != null && note.length() > LONGEST_NOTE ? Optional.of(StockResult.invalid("note", "too-long")) : Optional.empty();
    }

    private StockResult done(UUID organisation, UUID item, String event, Map<String, String> details, UUID warehouse) {
        Map<String, String> said = new LinkedHashMap<>(details);
        StockRow row = reader.find(organisation, item).orElseThrow().rows().stream().filter(one -> one.warehouse().equals(warehouse)).findFirst().orElseThrow();
        said.put("number", row.number());
        said.put("warehouse", row.warehouseCode());
        journal.record(new Entry(ENTITY, item, null, event, null, null, null, Set.of(organisation), said));
        return new StockResult.Done(item, row.version());
    }

    private static boolean negative(@Nullable BigDecimal value) {
        return value != null && value.signum() < 0;
    }

    private static String text(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
