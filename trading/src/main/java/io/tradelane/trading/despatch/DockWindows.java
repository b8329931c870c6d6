package io.tradelane.trading.despatch;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.inventory.Warehouse;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the docks of a buyer's warehouses are open; seen by whoever has an order of it. */
@Service
@Transactional
public class DockWindows {
    /** Entity type of a window in the journal. */
    public static final String ENTITY = "DOCK_WINDOW";

    static final String COLUMNS = "w.id, w.buyer_org_id, w.warehouse_id, w.place, w.dock, lower(w.during) as from_at, upper(w.during) as until_at, w.slot_minutes, w.closed_at";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int SHORTEST_SLOT = 15;
    private static final int LONGEST_SLOT = 480;
    private static final int LONGEST_DOCK = 20;
    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final Warehouses warehouses;
    private final Journal journal;
    private final Clock clock;

    DockWindows(JdbcClient jdbc, Warehouses warehouses, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param warehouse null: the main one @param until exclusive, at most a day after {@code from} @param slotMinutes 15 to 480 */
    public record Opening(@Nullable UUID warehouse, String dock, @Nullable Instant from, @Nullable Instant until, int slotMinutes) {}

    /** Those of a buyer that are not over, as far as the reader sees them; the earliest first, at most 200. */
    @Transactional(readOnly = true)
    public List<DockWindow> of(UUID buyer) {
        return jdbc.sql("select " + COLUMNS + " from dock_window w where w.buyer_org_id = :buyer and w.closed_at is null and upper(w.during) > :now order by lower(w.during), w.dock, w.id limit :most")
                .param("buyer", buyer).param("now", SqlValues.at(clock.instant())).param("most", MOST).query((row, n) -> window(row)).list();
    }

    static DockWindow window(ResultSet row) throws SQLException {
        return new DockWindow(row.getObject("id", UUID.class), row.getObject("buyer_org_id", UUID.class), row.getObject("warehouse_id", UUID.class), row.getString("place"),
                row.getString("dock"), SqlValues.instant(row, "from_at"), SqlValues.instant(row, "until_at"), row.getInt("slot_minutes"), SqlValues.instantOrNull(row, "closed_at"));
    }

    /** Opens a dock of one's own. A dock is open once at a time: {@code dock-open}. */
    public CommandResult open(UUID buyer, Opening opening) {
        Warehouse place = warehouses.of(buyer).stream().filter(one -> one.closedAt() == null)
                .filter(one -> opening.warehouse() == null ? one.main() : one.id().equals(opening.warehouse())).findFirst().orElse(null);
        List<Problem> problems = check(opening);
        if (place == null) {
            problems.add(new Problem("warehouse", "unknown"));
        }
        if (place == null || !problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        String dock = opening.dock().strip();
        int opened = jdbc.sql("""
                        insert into dock_window (id, buyer_org_id, warehouse_id, place, dock, during, slot_minutes, opened_by, opened_at)
                        values (:id, :buyer, :warehouse, :place, :dock, tstzrange(:from, :until), :minutes, :by, :now) on conflict do nothing
                        """)
                .param("id", id).param("buyer", buyer).param("warehouse", place.id()).param("place", place.title()).param("dock", dock)
                .param("from", SqlValues.atOrNull(opening.from())).param("until", SqlValues.atOrNull(opening.until())).param("minutes", opening.slotMinutes())
                .param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant())).update();
        if (opened == 0) {
            return CommandResult.invalid("dock", "dock-open");
        }
        journal.record(new Entry(ENTITY, id, null, "OPENED", null, null, null, Set.of(buyer),
                Map.of("place", place.title(), "dock", dock, "from", String.valueOf(opening.from()), "until", String.valueOf(opening.until()))));
        return new CommandResult.Done(id, 1);
    }

    private List<Problem> check(Opening opening) {
        List<Problem> problems = new ArrayList<>();
        if (opening.dock().isBlank() || opening.dock().strip().length() > LONGEST_DOCK) {
            problems.add(new Problem("dock", opening.dock().isBlank() ? "required" : "too-long"));
        }
        if (opening.slotMinutes() < SHORTEST_SLOT || opening.slotMinutes() > LONGEST_SLOT) {
            problems.add(new Problem("slotMinutes", "out-of-range"));
        }
        if (opening.from() == null || opening.until() == null) {
            problems.add(new Problem(opening.from() == null ? "from" : "until", "required"));
        } else if (!opening.until().isAfter(clock.instant())) {
            problems.add(new Problem("until", "past"));
        } else if (opening.until().isBefore(opening.from().plus(Duration.ofMinutes(Math.max(opening.slotMinutes(), 1)))) || opening.until().isAfter(opening.from().plus(LONGEST))) {
            problems.add(new Problem("until", "dock-length"));
        }
        return problems;
    }

    /** Nothing more is booked in it; what is booked stands. */
    public CommandResult close(UUID buyer, UUID window) {
        DockWindow before = jdbc.sql("select " + COLUMNS + " from dock_window w where w.id = :id and w.buyer_org_id = :buyer for update").param("id", window).param("buyer", buyer)
                .query((row, n) -> window(row)).optional().orElse(null);
        if (before == null) {
            return new CommandResult.NotFound();
        }
        if (before.closedAt() != null) {
            return new CommandResult.AlreadyDone(window, 1);
        }
        jdbc.sql("update dock_window set closed_at = :now where id = :id").param("now", SqlValues.at(clock.instant())).param("id", window).update();
        journal.record(new Entry(ENTITY, window, null, "CLOSED", null, null, null, Set.of(buyer), Map.of("place", before.place(), "dock", before.dock())));
        return new CommandResult.Done(window, 1);
    }
}
