package io.tradelane.trading.despatch;

import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Slots at docks: which are free, who has booked which. That nobody else gets the same one, the database sees to. */
@Service
@Transactional
public class DockBookings {
    /** Entity type of a booking in the journal. */
    public static final String ENTITY = "DOCK_BOOKING";

    private static final Duration SHOWN_AFTER = Duration.ofDays(1);
    private static final int MOST = 200;
    private static final int LONGEST = 70;
    private static final int LONGEST_VEHICLE = 20;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PACKAGES = 9999;
    private static final String BOOKING = "select o.*, lower(o.during) as from_at, upper(o.during) as until_at, p.number as order_number" + Companies.COLUMNS
            + " from dock_booking o join purchase_order p on p.id = o.order_id" + Companies.JOIN;
    private final JdbcClient jdbc;
    private final PurchaseOrders orders;
    private final DockWindows windows;
    private final ControlNumbers numbers;
    private final Journal journal;
    private final Clock clock;

    DockBookings(JdbcClient jdbc, PurchaseOrders orders, DockWindows windows, ControlNumbers numbers, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.windows = windows;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param requestId the same one again is {@code AlreadyDone}
     * @param from the beginning of a slot of the window
     * @param vehicle by its plate
     */
    public record Booking(UUID requestId, UUID order, UUID window, Instant from, @Nullable String carrier, @Nullable String vehicle, @Nullable Integer packages) {}

    /** Of both sides, those that are to come and of the last day, cancelled ones too; the earliest first, at most 200. */
    @Transactional(readOnly = true)
    public List<DockBooking> list() {
        UUID own = Tenancy.current().organisation();
        return jdbc.sql(BOOKING + "where (cast(:own as uuid) is null or o.buyer_org_id = :own or o.supplier_org_id = :own) and upper(o.during) > :since order by lower(o.during), o.id limit :most")
                .param("own", own).param("since", SqlValues.at(clock.instant().minus(SHOWN_AFTER))).param("most", MOST).query((row, n) -> booking(row)).list();
    }

    @Transactional(readOnly = true)
    public List<DockBooking> ofOrder(UUID order) {
        return jdbc.sql(BOOKING + "where o.order_id = :order order by lower(o.during), o.id").param("order", order).query((row, n) -> booking(row)).list();
    }

    @Transactional(readOnly = true)
    public Optional<DockBooking> find(UUID id) {
        return jdbc.sql(BOOKING + "where o.id = :id").param("id", id).query((row, n) -> booking(row)).optional();
    }

    /** Slots of the order's buyer that nobody has booked and that have not begun, by window; what others booked is seen as taken and not as whose. */
    @Transactional(readOnly = true)
    public List<DockWindow.Slot> free(UUID order) {
        Optional<OrderView> found = orders.find(order);
        if (found.isEmpty()) {
            return List.of();
        }
        UUID buyer = found.get().buyer().id();
        record Taken(UUID warehouse, String dock, Instant from, Instant until) {}
        List<Taken> taken = Tenancy.call(Actor.hub(), () -> jdbc
                .sql("select warehouse_id, dock, lower(during) as from_at, upper(during) as until_at from dock_booking where buyer_org_id = :buyer and cancelled_at is null and upper(during) > :now")
                .param("buyer", buyer).param("now", SqlValues.at(clock.instant()))
                .query((row, n) -> new Taken(row.getObject("warehouse_id", UUID.class), row.getString("dock"), SqlValues.instant(row, "from_at"), SqlValues.instant(row, "until_at"))).list());
        Instant now = clock.instant();
        return windows.of(buyer).stream().flatMap(window -> window.slots().stream().filter(slot -> slot.from().isAfter(now))
                .filter(slot -> taken.stream().noneMatch(one -> one.warehouse().equals(window.warehouse()) && one.dock().equals(slot.dock())
                        && one.from().isBefore(slot.until()) && slot.from().isBefore(one.until())))).toList();
    }

    /** Of the order's supplier. {@code slot-taken}: somebody else was quicker. */
    public CommandResult book(Booking asked) {
        OrderView order = orders.find(asked.order()).filter(one -> one.supplier().id().equals(Tenancy.current().organisation())).orElse(null);
        if (order == null) {
            return new CommandResult.NotFound();
        }
        Optional<UUID> before = ofRequest(asked.requestId());
        if (before.isPresent()) {
            return new CommandResult.AlreadyDone(before.get(), 1);
        }
        if (!order.status().agreement().deliverable()) {
            return new CommandResult.IllegalTransition(order.status().agreement().name(), "BOOK");
        }
        List<Problem> problems = check(asked);
        // Locked, so that it is not closed meanwhile; a supplier may read it, which is not enough to lock it.
        DockWindow window = Tenancy.call(Actor.hub(), () -> jdbc
                .sql("select " + DockWindows.COLUMNS + " from dock_window w where w.id = :id and w.buyer_org_id = :buyer and w.closed_at is null for share")
                .param("id", asked.window()).param("buyer", order.buyer().id()).query((row, n) -> DockWindows.window(row)).optional()).orElse(null);
        DockWindow.Slot slot = window == null ? null : window.slots().stream().filter(one -> one.from().equals(asked.from()) && one.from().isAfter(clock.instant())).findFirst().orElse(null);
        if (slot == null) {
            problems.add(new Problem("slot", "no-slot"));
        }
        if (slot == null || !problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        return write(asked, order, Objects.requireNonNull(window), slot);
    }

    private CommandResult write(Booking asked, OrderView order, DockWindow window, DockWindow.Slot slot) {
        UUID id = Ids.next();
        UUID buyer = order.buyer().id();
        UUID supplier = order.supplier().id();
        String number = "DB-" + "%06d".formatted(Long.parseLong(Tenancy.call(Actor.hub(), () -> numbers.next(buyer, buyer, ControlNumbers.Kind.DOCUMENT))));
        int booked = jdbc.sql("""
                        insert into dock_booking (id, number, window_id, buyer_org_id, supplier_org_id, order_id, warehouse_id, place, dock, during, carrier, vehicle, packages,
                            request_id, booked_by, booked_at)
                        values (:id, :number, :window, :buyer, :supplier, :order, :warehouse, :place, :dock, tstzrange(:from, :until), :carrier, :vehicle, cast(:packages as int),
                            :request, :by, :now) on conflict do nothing
                        """)
                .param("id", id).param("number", number).param("window", window.id()).param("buyer", buyer).param("supplier", supplier).param("order", order.id())
                .param("warehouse", window.warehouse()).param("place", slot.place()).param("dock", slot.dock()).param("from", SqlValues.at(slot.from()))
                .param("until", SqlValues.at(slot.until())).param("carrier", asked.carrier()).param("vehicle", asked.vehicle()).param("packages", asked.packages())
                .param("request", asked.requestId()).param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant())).update();
        if (booked == 0) {
            return ofRequest(asked.requestId()).<CommandResult>map(same -> new CommandResult.AlreadyDone(same, 1)).orElseGet(() -> CommandResult.invalid("slot", "slot-taken"));
        }
        journal.record(new Entry(ENTITY, id, null, "BOOKED", "BOOKED", null, null, Set.of(buyer, supplier),
                Map.of("number", number, "orderNumber", order.number(), "place", slot.place(), "dock", slot.dock(), "from", slot.from().toString())));
        return new CommandResult.Done(id, 1);
    }

    private Optional<UUID> ofRequest(UUID request) {
        return jdbc.sql("select id from dock_booking where request_id = :request").param("request", request).query(UUID.class).optional();
    }

    private static List<Problem> check(Booking asked) {
        List<Problem> problems = new ArrayList<>();
        if (asked.carrier() != null && asked.carrier().length() > LONGEST) {
            problems.add(new Problem("carrier", "too-long"));
        }
        if (asked.vehicle() != null && asked.vehicle().length() > LONGEST_VEHICLE) {
            problems.add(new Problem("vehicle", "too-long"));
        }
        if (asked.packages() != null && (asked.packages() < 1 || asked.packages() > MOST_PACKAGES)) {
            problems.add(new Problem("packages", "out-of-range"));
        }
        return problems;
    }

    /** By either side, before the slot is over; the buyer says why. The slot is free again. */
    public CommandResult cancel(UUID id, @Nullable String reason) {
        DockBooking booking = jdbc.sql("select id from dock_booking where id = :id for update").param("id", id).query(UUID.class).optional().flatMap(this::find).orElse(null);
        UUID own = Tenancy.current().organisation();
        if (booking == null || !booking.buyer().id().equals(own) && !booking.supplier().id().equals(own)) {
            return new CommandResult.NotFound();
        }
        if (booking.cancelledAt() != null) {
            return new CommandResult.AlreadyDone(id, 1);
        }
        if (!booking.until().isAfter(clock.instant())) {
            return new CommandResult.IllegalTransition("OVER", "CANCEL");
        }
        if (booking.buyer().id().equals(own) && (reason == null || reason.isBlank()) || reason != null && reason.length() > LONGEST_REASON) {
            return CommandResult.invalid("reason", reason == null || reason.isBlank() ? "required" : "too-long");
        }
        jdbc.sql("update dock_booking set cancelled_at = :now, cancelled_by = :by, reason = :reason where id = :id").param("now", SqlValues.at(clock.instant()))
                .param("by", Tenancy.current().name()).param("reason", reason).param("id", id).update();
        journal.record(new Entry(ENTITY, id, "BOOKED", "CANCELLED", "CANCELLED", null, null, Set.of(booking.buyer().id(), booking.supplier().id()),
                reason == null ? Map.of("number", booking.number()) : Map.of("number", booking.number(), "reason", reason)));
        return new CommandResult.Done(id, 1);
    }

    private static DockBooking booking(ResultSet row) throws SQLException {
        return new DockBooking(row.getObject("id", UUID.class), row.getString("number"), Companies.buyer(row), Companies.supplier(row), row.getObject("order_id", UUID.class),
                row.getString("order_number"), row.getString("place"), row.getString("dock"), SqlValues.instant(row, "from_at"), SqlValues.instant(row, "until_at"),
                row.getString("carrier"), row.getString("vehicle"), row.getObject("packages", Integer.class), row.getString("booked_by"), SqlValues.instant(row, "booked_at"),
                row.getString("cancelled_by"), SqlValues.instantOrNull(row, "cancelled_at"), row.getString("reason"));
    }
}
