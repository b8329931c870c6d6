package io.tradelane.trading.despatch;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.JournalListener;
import io.tradelane.trading.inventory.Booking;
import io.tradelane.trading.inventory.StockCause;
import io.tradelane.trading.inventory.StockItems;
import io.tradelane.trading.inventory.StockItems.Said;
import io.tradelane.trading.inventory.StockLedger;
import io.tradelane.trading.inventory.StockLedger.Standing;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of a confirmed order the supplier keeps back what is still to be despatched, of what it keeps stock of; whatever moves the order moves that. */
@Component
class OrderReservations implements JournalListener {
    private static final Set<String> NO_MATTER = Set.of("PLACED", OrderLines.Happening.INVOICED.name(), OrderLines.Happening.INVOICE_REDUCED.name(), OrderLines.Happening.PAID.name());
    private final OrderLines orders;
    private final Warehouses warehouses;
    private final StockItems items;
    private final StockLedger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderReservations(OrderLines orders, Warehouses warehouses, StockItems items, StockLedger ledger, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.warehouses = warehouses;
        this.items = items;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void recorded(List<Entry> entries) {
        Set<UUID> moved = new LinkedHashSet<>();
        entries.stream().filter(entry -> entry.entityType().equals(PurchaseOrders.ENTITY) && !NO_MATTER.contains(entry.event()) && !entry.event().startsWith("TRANSMISSION"))
                .forEach(entry -> moved.add(entry.entityId()));
        if (!moved.isEmpty()) {
            Tenancy.run(Tenancy.current().asHub(), () -> kept(moved).forEach(order -> orders.read(order).ifPresent(this::follow)));
        }
    }

    /** Those of suppliers who keep stock. */
    private List<UUID> kept(Set<UUID> moved) {
        return jdbc.sql("select o.id from purchase_order o where o.id in (:ids) and exists (select from warehouse w where w.org_id = o.supplier_org_id and w.main) order by o.id")
                .param("ids", moved).query(UUID.class).list();
    }

    private void follow(BookableOrder order) {
        UUID supplier = order.parties().supplier();
        ledger.lock(List.of(supplier));
        Map<UUID, BigDecimal> open = open(order);
        List<Standing> standing = ledger.standing(supplier, List.of(order.id()));
        Map<UUID, BigDecimal> more = new LinkedHashMap<>(order.agreement() == Agreement.CONFIRMED ? open : Map.of());
        StockCause cause = new StockCause(StockCause.Kind.PURCHASE_ORDER, order.id(), order.number(), null);
        List<Booking> bookings = new ArrayList<>();
        Map<UUID, BigDecimal> kept = new LinkedHashMap<>(order.agreement().deliverable() ? open : Map.of());
        for (Standing one : standing) {
            BigDecimal stays = kept.getOrDefault(one.item(), BigDecimal.ZERO).min(one.reserved());
            kept.merge(one.item(), stays.negate(), BigDecimal::add);
            more.computeIfPresent(one.item(), (item, wanted) -> wanted.subtract(stays));
            if (stays.compareTo(one.reserved()) < 0) {
                bookings.add(Booking.reserved(one.warehouse(), one.item(), stays.subtract(one.reserved()), clock.instant(), cause));
            }
        }
        warehouses.main(supplier).ifPresent(main -> more.forEach((item, wanted) -> {
            if (wanted.signum() > 0) {
                bookings.add(Booking.reserved(main.id(), item, wanted, clock.instant(), cause));
            }
        }));
        ledger.book(supplier, bookings);
    }

    private Map<UUID, BigDecimal> open(BookableOrder order) {
        Map<OrderLines.Line, Said> said = new LinkedHashMap<>();
        order.lines().forEach(line -> said.put(line, StockKeeping.sold(line, line.unit())));
        Map<Said, UUID> kept = items.kept(order.parties().supplier(), List.copyOf(said.values()));
        Map<UUID, BigDecimal> open = new LinkedHashMap<>();
        said.forEach((line, one) -> {
            if (kept.containsKey(one) && line.open().signum() > 0) {
                open.merge(kept.get(one), line.open(), BigDecimal::add);
            }
        });
        return open;
    }
}
