package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods on their way: in one delivery or in two, in time or late, and counted when they come. What is damaged or missing comes once more, without a despatch advice. */
final class Fulfilment {
    private static final List<String> CARRIERS = List.of("Jianghai Logistics", "Nordfracht Spedition", "Shunlu Express");
    private final Deal deal;
    private final Billing billing;
    private final Chance chance;
    private final RowWriter rows;

    Fulfilment(Deal deal, Billing billing) {
        this.deal = deal;
        this.billing = billing;
        this.chance = deal.setting.chance();
        this.rows = deal.setting.rows();
    }

    /** What of a line is in a delivery. @param row of the package line */
    private record Sent(Line line, int quantity, Map<String, @Nullable Object> row) {}

    void begin() {
        boolean inTime = chance.part() < deal.supplier.reliability();
        int late = inTime ? -chance.between(1, 2) : (int) (1 + 18 * Math.pow(chance.part(), 2.5));
        Duration wait = Duration.between(deal.at(), deal.requested.minusDays(2).atTime(7 + chance.between(0, 9), chance.between(0, 59)).toInstant(ZoneOffset.UTC)).plusDays(late);
        Duration soonest = Duration.ofHours(5);
        Duration first = wait.compareTo(soonest) > 0 ? wait : soonest;
        if (chance.oneIn(4.5)) {
            Map<Line, Integer> part = new LinkedHashMap<>();
            deal.lines.forEach(line -> part.put(line, chance.oneIn(2) ? line.quantity : line.quantity * chance.between(3, 8) / 10));
            Map<Line, Integer> rest = new LinkedHashMap<>();
            part.forEach((line, quantity) -> rest.put(line, line.quantity - quantity));
            deal.after(deal.at(), first, () -> despatch(part));
            deal.after(deal.at(), first.plusDays(chance.between(4, 12)), () -> despatch(rest));
        } else {
            Map<Line, Integer> all = new LinkedHashMap<>();
            deal.lines.forEach(line -> all.put(line, line.quantity));
            deal.after(deal.at(), first, () -> despatch(all));
        }
    }

    private void despatch(Map<Line, Integer> quantities) {
        Map<Line, Integer> goes = new LinkedHashMap<>(quantities);
        goes.values().removeIf(quantity -> quantity == 0);
        if (goes.isEmpty()) {
            return;
        }
        Instant at = deal.at();
        UUID id = chance.id(at);
        String number = deal.setting.numbers().next(deal.supplier, "DA");
        Map<String, @Nullable Object> shipment = rows.add("shipment", "id", id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "number", number, "state", "DESPATCHED",
                "despatched_at", at, "estimated_arrival", deal.day().plusDays(2), "carrier", chance.of(CARRIERS), "carrier_reference", "CN" + chance.between(10_000_000, 99_999_999),
                "content_hash", Deal.hash(number + deal.supplier.id()), "source", "EDI", "created_at", at, "version", 1);
        rows.add("shipment_order", "shipment_id", id, "order_id", deal.id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id());
        UUID unit = chance.id(at);
        rows.add("package", "id", unit, "shipment_id", id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "position", 1, "sscc", deal.setting.numbers().sscc(deal.supplier),
                "package_type", "PX", "issues", List.of());
        List<Sent> sent = new ArrayList<>();
        goes.forEach((line, quantity) -> {
            Map<String, @Nullable Object> row = rows.add("package_line", "id", chance.id(at), "package_id", unit, "shipment_id", id, "buyer_org_id", deal.buyer.id(),
                    "supplier_org_id", deal.supplier.id(), "position", sent.size() + 1, "order_id", deal.id, "po_line_id", line.id, "order_number", deal.number,
                    "order_line_number", String.valueOf(line.position * 10), "shipped_quantity", quantity, "received_quantity", 0, "damaged_quantity", 0, "counted", false, "issues", List.of());
            row.putAll(new TreeMap<>(line.item(deal.assortment.buyersNumber(line.article))));
            sent.add(new Sent(line, quantity, row));
        });
        deal.timeline.record(at, deal.supplier, "SHIPMENT", id, null, "DESPATCH", "DESPATCHED", Map.of("number", number, "packages", "1"));
        deal.moved(deal.supplier, "DESPATCHED", () -> goes.forEach((line, quantity) -> line.shipped += quantity), Map.of("despatchAdvice", number));
        deal.after(at, Duration.ofHours(20 + chance.between(0, 60)), () -> receive(id, shipment, sent));
    }

    private void receive(UUID shipmentId, Map<String, @Nullable Object> shipment, List<Sent> sent) {
        UUID id = chance.id(deal.at());
        String number = receipt(id, shipmentId);
        Map<Line, Integer> good = new LinkedHashMap<>();
        Map<Line, Integer> again = new LinkedHashMap<>();
        Map<Line, Integer> bad = new LinkedHashMap<>();
        for (Sent one : sent) {
            int few = Math.max(1, one.quantity() * chance.between(1, 8) / 100);
            boolean damaged = one.quantity() > 1 && chance.oneIn(70);
            boolean missing = !damaged && one.quantity() > 1 && chance.oneIn(90);
            int accepted = one.quantity() - (damaged || missing ? few : 0);
            good.put(one.line(), accepted);
            bad.put(one.line(), damaged ? few : 0);
            if (damaged || missing) {
                again.put(one.line(), few);
            }
            one.row().put("received_quantity", accepted);
            one.row().put("damaged_quantity", damaged ? few : 0);
            one.row().put("counted", true);
            line(id, one.line(), good.size(), one.quantity(), accepted, damaged ? few : 0, damaged ? "DAMAGED" : missing ? "SHORT" : null);
        }
        shipment.put("state", "RECEIVED");
        shipment.put("version", 2);
        deal.timeline.record(deal.at(), deal.buyer, "SHIPMENT", shipmentId, "DESPATCHED", "RECEIVE", "RECEIVED", Map.of("goodsReceipt", number));
        counted(id, number, good, () -> sent.forEach(one -> {
            one.line().counted += one.quantity();
            one.line().damaged += bad.getOrDefault(one.line(), 0);
        }));
        if (!again.isEmpty()) {
            deal.after(deal.at(), Duration.ofDays(chance.between(5, 14)), () -> receiveAgain(again));
        }
    }

    private void receiveAgain(Map<Line, Integer> goods) {
        UUID id = chance.id(deal.at());
        String number = receipt(id, null);
        int[] position = {0};
        goods.forEach((line, quantity) -> line(id, line, ++position[0], quantity, quantity, 0, null));
        counted(id, number, goods, () -> goods.forEach((line, quantity) -> line.counted += quantity));
    }

    private String receipt(UUID id, @Nullable UUID shipment) {
        String number = deal.setting.numbers().receipt(deal.buyer);
        rows.add("goods_receipt", "id", id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "order_id", deal.id, "shipment_id", shipment, "number", number,
                "received_on", deal.day(), "received_by", deal.buyer.name(), "source", "PORTAL", "created_at", deal.at());
        deal.timeline.record(deal.at(), deal.buyer, "GOODS_RECEIPT", id, null, "POST", "POSTED", Map.of("number", number));
        return number;
    }

    private void line(UUID receipt, Line line, int position, int expected, int accepted, int damaged, @Nullable String difference) {
        rows.add("receipt_line", "receipt_id", receipt, "po_line_id", line.id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "position", position,
                "expected_quantity", expected, "accepted_quantity", accepted, "damaged_quantity", damaged, "unit", line.article.family().unit(), "difference", difference);
    }

    private void counted(UUID receipt, String number, Map<Line, Integer> good, Runnable more) {
        deal.moved(deal.buyer, "RECEIVED", () -> {
            good.forEach((line, quantity) -> line.received += quantity);
            more.run();
        }, Map.of("goodsReceipt", number));
        BigDecimal value = good.entrySet().stream().map(one -> one.getKey().amount(one.getValue())).reduce(BigDecimal.ZERO, BigDecimal::add);
        deal.setting.books().received(deal.buyer, deal.supplier, receipt, deal.day(), number + " · " + deal.number, value);
        deal.after(deal.at(), Duration.ofHours(chance.between(4, 110)), () -> billing.invoice(good));
    }
}
