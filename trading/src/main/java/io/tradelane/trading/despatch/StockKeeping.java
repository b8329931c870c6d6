package io.tradelane.trading.despatch;

import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.inventory.Booking;
import io.tradelane.trading.inventory.MovementKind;
import io.tradelane.trading.inventory.StockCause;
import io.tradelane.trading.inventory.StockItems;
import io.tradelane.trading.inventory.StockItems.Said;
import io.tradelane.trading.inventory.StockLedger;
import io.tradelane.trading.inventory.Warehouse;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What goes out leaves the supplier's stock and is in transit to the buyer; what is received is on hand there. Each only for who keeps stock here,
 * and at a supplier of what it keeps.
 */
@Component
class StockKeeping {
    private final Warehouses warehouses;
    private final StockItems items;
    private final StockLedger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    StockKeeping(Warehouses warehouses, StockItems items, StockLedger ledger, JdbcClient jdbc, Clock clock) {
        this.warehouses = warehouses;
        this.items = items;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before anything of the deal is booked, so that two who trade with each other do not wait for each other. */
    void lock(Parties parties) {
        ledger.lock(List.of(parties.buyer(), parties.supplier()));
    }

    void despatched(
            UUID shipment, DespatchAdviceDocument document, Parties parties, List<List<AdviceLines.Matched>> matched, MessageContext context) {
        StockCause cause = new StockCause(StockCause.Kind.DESPATCH_ADVICE, shipment, document.number(), context.message());
        Instant now = clock.instant();
        Instant at = document.despatchedAt() == null || document.despatchedAt().toInstant().isAfter(now) ? now : document.despatchedAt().toInstant();
        List<AdviceLines.Matched> lines = matched.stream().flatMap(List::stream).filter(line -> line.line() != null).toList();
        asHub(() -> {
            at(parties.supplier(), places(document, PartyRole.SHIP_FROM, PartyRole.WAREHOUSE)).ifPresent(warehouse -> {
                Map<Said, UUID> kept = items.kept(parties.supplier(), lines.stream().map(StockKeeping::sold).distinct().toList());
                ledger.book(parties.supplier(), lines.stream().filter(line -> kept.containsKey(sold(line))).map(line -> Booking.onHand(
                        MovementKind.DESPATCH, warehouse.id(), kept.get(sold(line)), line.said().shipped().value().negate(), at, cause, null)).toList());
            });
            at(parties.buyer(), places(document, PartyRole.SHIP_TO, PartyRole.CONSIGNEE)).ifPresent(warehouse -> {
                Map<Said, UUID> known = items.resolve(parties.buyer(), false, lines.stream().map(StockKeeping::bought).distinct().toList());
                ledger.book(parties.buyer(), lines.stream().filter(line -> known.containsKey(bought(line))).map(line -> Booking.inTransit(
                        warehouse.id(), known.get(bought(line)), line.said().shipped().value(), at, cause)).toList());
            });
        });
    }

    /** @param counted by order line, what is done with of what was under way */
    void received(GoodsReceipts.Receipt receipt, BookableOrder order, String number, LocalDate receivedOn, List<ReceiptLine> lines, Map<UUID, BigDecimal> counted, MessageContext context) {
        UUID buyer = order.parties().buyer();
        StockCause cause = new StockCause(StockCause.Kind.GOODS_RECEIPT, receipt.requestId(), number, context.message());
        LocalDate today = LocalDate.now(clock);
        Instant at = receivedOn.isBefore(today) ? receivedOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant() : clock.instant();
        asHub(() -> at(buyer, receipt.warehouse() == null ? List.of() : List.of(receipt.warehouse())).ifPresent(warehouse -> {
            Map<ReceiptLine, Said> said = new LinkedHashMap<>();
            lines.forEach(line -> said.put(line, bought(line.order(), line.order().unit())));
            Map<Said, UUID> known = items.resolve(buyer, false, said.values().stream().distinct().toList());
            Map<UUID, BigDecimal> arrived = new LinkedHashMap<>();
            List<Booking> bookings = new ArrayList<>();
            said.forEach((line, one) -> Optional.ofNullable(known.get(one)).ifPresent(item -> {
                arrived.merge(item, counted.getOrDefault(line.order().id(), BigDecimal.ZERO), BigDecimal::add);
                if (line.counted().accepted().signum() > 0) {
                    bookings.add(Booking.onHand(MovementKind.RECEIPT, warehouse.id(), item, line.counted().accepted(), at, cause, null));
                }
            }));
            for (StockLedger.Standing standing : ledger.standing(buyer, receipt.shipmentId() == null ? shipments(order.id()) : List.of(receipt.shipmentId()))) {
                BigDecimal part = arrived.getOrDefault(standing.item(), BigDecimal.ZERO).min(standing.inTransit());
                if (part.signum() > 0) {
                    arrived.merge(standing.item(), part.negate(), BigDecimal::add);
                    bookings.add(Booking.inTransit(standing.warehouse(), standing.item(), part.negate(), at,
                            new StockCause(StockCause.Kind.DESPATCH_ADVICE, standing.cause(), standing.number(), context.message())));
                }
            }
            ledger.book(buyer, bookings);
        }));
    }

    private List<UUID> shipments(UUID order) {
        return jdbc.sql("select shipment_id from shipment_order where order_id = :order").param("order", order).query(UUID.class).list();
    }

    private Optional<Warehouse> at(UUID organisation, List<String> places) {
        return warehouses.at(organisation, places);
    }

    private static List<String> places(DespatchAdviceDocument document, PartyRole... roles) {
        return Stream.of(roles).flatMap(role -> document.party(role).stream()).flatMap(party -> party.identifiers().stream()).map(Party.Identifier::value).toList();
    }

    private static Said sold(AdviceLines.Matched line) {
        return sold(Objects.requireNonNull(line.line()), line.said().shipped().unit());
    }

    private static Said bought(AdviceLines.Matched line) {
        return bought(Objects.requireNonNull(line.line()), line.said().shipped().unit());
    }

    static Said sold(OrderLines.Line line, String unit) {
        return new Said(line.article(), line.supplierArticle(), line.gtin(), line.description(), unit);
    }

    private static Said bought(OrderLines.Line line, String unit) {
        String number = line.buyerArticle() != null ? line.buyerArticle() : line.gtin() != null ? line.gtin() : line.supplierArticle();
        return new Said(null, number, line.gtin(), line.description(), unit);
    }

    private static void asHub(Runnable work) {
        Tenancy.run(Tenancy.current().asHub(), work);
    }
}
