package io.tradelane.server.demo.history;

import io.tradelane.trading.invoice.CreditorReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invoices of what was received, and their payment on a Friday around the day they are due. Of the latest, some ask for more than agreed and wait for a person. */
final class Billing {
    private static final BigDecimal DEARER = new BigDecimal("1.04");
    private static final Duration RECENT = Duration.ofDays(21);
    private final Deal deal;
    private final Chance chance;
    private final RowWriter rows;
    private final Map<UUID, List<Map<String, @Nullable Object>>> owed = new HashMap<>();
    private int unpaid;

    Billing(Deal deal) {
        this.deal = deal;
        this.chance = deal.setting.chance();
        this.rows = deal.setting.rows();
    }

    private record Item(Line line, int quantity, BigDecimal price, boolean held, BigDecimal net, BigDecimal tax) {}

    void invoice(Map<Line, Integer> quantities) {
        List<Item> items = new ArrayList<>();
        boolean dearer = deal.at().isAfter(deal.setting.now().minus(RECENT)) && chance.oneIn(10);
        quantities.forEach((line, quantity) -> {
            if (quantity > 0) {
                boolean held = dearer && items.isEmpty();
                BigDecimal price = held ? line.price.multiply(DEARER).setScale(line.price.scale() + 2, RoundingMode.HALF_UP) : line.price;
                BigDecimal net = price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
                items.add(new Item(line, quantity, price, held, net, net.multiply(BigDecimal.valueOf(deal.buyer.tax())).movePointLeft(2).setScale(2, RoundingMode.HALF_UP)));
            }
        });
        if (items.isEmpty()) {
            return;
        }
        Instant at = deal.at();
        LocalDate day = deal.day();
        UUID id = chance.id(at);
        String number = deal.setting.numbers().next(deal.supplier, "IN");
        BigDecimal net = sum(items, true, Item::net);
        BigDecimal tax = sum(items, true, Item::tax);
        BigDecimal approvedNet = sum(items, false, Item::net);
        BigDecimal approvedTax = sum(items, false, Item::tax);
        BigDecimal approved = approvedNet.add(approvedTax);
        String status = items.getFirst().held() ? "EXCEPTION" : "APPROVED";
        String reference = CreditorReference.of(number, day.getYear());
        Map<String, @Nullable Object> row = rows.add("invoice", "id", id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "number", number, "year", day.getYear(),
                "kind", "INVOICE", "order_id", deal.id, "order_number", deal.number, "issued_on", day, "due_on", day.plusDays(deal.buyer.termDays()), "supplied_on", day,
                "currency", deal.buyer.currency(), "net_total", net, "tax_total", tax, "payable_total", net.add(tax), "approved_total", approved, "paid_total", 0,
                "creditor_reference", reference, "payee_account", deal.supplier.account(), "payment_terms", deal.buyer.termDays() + " days net", "status", status,
                "open_lines", items.getFirst().held() ? 1 : 0, "content_hash", Deal.hash(number + deal.supplier.id()), "source", "EDI", "created_at", at, "updated_at", at, "version", 2);
        int position = 1;
        for (Item item : items) {
            line(id, position++, item, at);
        }
        deal.timeline.record(at, deal.supplier, "INVOICE", id, null, "RECEIVE", "RECEIVED", Map.of("number", number, "payable", deal.money(net.add(tax)), "kind", "INVOICE"));
        deal.moved(deal.supplier, "INVOICED", () -> items.forEach(item -> item.line().invoiced += item.quantity()), Map.of("invoice", number));
        deal.timeline.record(at, deal.supplier, "INVOICE", id, "MATCHING", "MATCH", status,
                Map.of("approved", deal.money(approved), "openLines", items.getFirst().held() ? "1" : "0"));
        unpaid++;
        if (approved.signum() > 0) {
            approve(id, number, reference, day, approvedNet, approvedTax);
        }
        if (status.equals("APPROVED")) {
            LocalDate pays = day.plusDays(deal.buyer.termDays() + (long) (4 + 5 * chance.spread())).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            Instant when = pays.atTime(9 + chance.between(0, 5), chance.between(0, 59)).toInstant(ZoneOffset.UTC);
            deal.after(when.isAfter(at) ? when : at.plus(Duration.ofDays(1)), Duration.ZERO, () -> pay(id, number, reference, approved, row));
        }
    }

    private static BigDecimal sum(List<Item> items, boolean held, Function<Item, BigDecimal> figure) {
        return items.stream().filter(item -> held || !item.held()).map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void line(UUID invoice, int position, Item item, Instant at) {
        UUID id = chance.id(at);
        String unit = item.line().article.family().unit();
        Map<String, @Nullable Object> row = rows.add("invoice_line", "id", id, "invoice_id", invoice, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(),
                "position", position, "line_number", String.valueOf(position), "order_id", deal.id, "po_line_id", item.line().id, "order_number", deal.number,
                "order_line_number", String.valueOf(item.line().position * 10), "quantity", item.quantity(), "price", item.price(), "price_basis", 1, "price_unit", unit, "net", item.net(),
                "charge", 0, "tax_rate", deal.buyer.tax(), "tax", item.tax(), "verdict", item.held() ? "HOLD" : "MATCHED", "payable_quantity", item.held() ? null : item.quantity(),
                "approved_net", item.held() ? null : item.net(), "approved_tax", item.held() ? null : item.tax());
        row.putAll(new TreeMap<>(item.line().item(deal.assortment.buyersNumber(item.line().article))));
        if (item.held()) {
            rows.add("match_result", "invoice_line_id", id, "run", 1, "code", "PRI", "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(),
                    "expected", price(item.line().price, unit), "actual", price(item.price(), unit), "tolerance", "0 %", "at", at);
        }
    }

    private String price(BigDecimal price, String unit) {
        return price.stripTrailingZeros().toPlainString() + " " + deal.buyer.currency() + " / " + unit;
    }

    private void approve(UUID invoice, String number, String reference, LocalDate day, BigDecimal net, BigDecimal tax) {
        UUID approval = chance.id(deal.at());
        rows.add("invoice_approval", "id", approval, "invoice_id", invoice, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "net", net, "tax", tax,
                "approved_by", deal.supplier.name(), "at", deal.at());
        deal.setting.books().approved(deal.buyer, deal.supplier, approval, day, number, net, tax);
        for (String side : List.of("PAYABLE", "RECEIVABLE")) {
            Trader own = side.equals("PAYABLE") ? deal.buyer : deal.supplier;
            Trader other = side.equals("PAYABLE") ? deal.supplier : deal.buyer;
            UUID item = item(invoice, side);
            owed.computeIfAbsent(invoice, none -> new ArrayList<>()).add(rows.add("open_item", "id", item, "org_id", own.id(), "counterparty_org_id", other.id(), "side", side, "document_id", invoice, "document_number", number,
                    "currency", deal.buyer.currency(), "amount", net.add(tax), "residual", net.add(tax), "due_on", day.plusDays(deal.buyer.termDays()), "creditor_reference", reference,
                    "created_at", deal.at()));
            move(item, own, other, approval, "RAISED", net.add(tax));
        }
    }

    private static UUID item(UUID invoice, String side) {
        return UUID.nameUUIDFromBytes((invoice + side).getBytes(StandardCharsets.UTF_8));
    }

    private void move(UUID item, Trader own, Trader other, UUID source, String kind, BigDecimal amount) {
        rows.add("open_item_movement", "open_item_id", item, "org_id", own.id(), "counterparty_org_id", other.id(), "source_id", source, "kind", kind, "amount", amount, "at", deal.at());
    }

    private void pay(UUID invoice, String number, String reference, BigDecimal amount, Map<String, @Nullable Object> row) {
        UUID id = chance.id(deal.at());
        UUID allocation = chance.id(deal.at());
        String bank = deal.setting.numbers().next(deal.supplier, "HB");
        rows.add("payment", "id", id, "org_id", deal.supplier.id(), "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "account", deal.supplier.account(),
                "bank_reference", bank, "direction", "CREDIT", "amount", amount, "currency", deal.buyer.currency(), "booked_on", deal.day(), "value_on", deal.day(), "end_to_end_id", number,
                "creditor_reference", reference, "remittance", number, "debtor_name", deal.buyer.name(), "creditor_name", deal.supplier.name(), "creditor_account", deal.supplier.account(),
                "both_booked", true, "reversal", false, "state", "SETTLED", "content_hash", Deal.hash(bank + deal.supplier.account()), "notification", "CAMT-" + bank, "created_at", deal.at());
        rows.add("payment_alloc", "id", allocation, "payment_id", id, "buyer_org_id", deal.buyer.id(), "supplier_org_id", deal.supplier.id(), "invoice_id", invoice, "amount", amount,
                "reversed", false, "at", deal.at());
        move(item(invoice, "PAYABLE"), deal.buyer, deal.supplier, allocation, "SETTLED", amount.negate());
        move(item(invoice, "RECEIVABLE"), deal.supplier, deal.buyer, allocation, "SETTLED", amount.negate());
        owed.remove(invoice).forEach(item -> item.put("residual", 0));
        row.put("status", "PAID");
        row.put("paid_total", amount);
        row.put("updated_at", deal.at().toString());
        row.put("version", 3);
        deal.setting.books().paid(deal.buyer, deal.supplier, id, deal.day(), bank, amount);
        deal.timeline.record(deal.at(), deal.supplier, "PAYMENT", id, null, "SETTLE", "SETTLED",
                Map.of("invoice", number, "allocated", deal.money(amount), "bankReference", bank, "amount", deal.money(amount)));
        Map<String, String> details = Map.of("amount", deal.money(amount), "bankReference", bank, "invoice", number);
        deal.timeline.record(deal.at(), deal.supplier, "INVOICE", invoice, "APPROVED", "PAID", "PAID", details);
        unpaid--;
        deal.paid(unpaid == 0, details);
    }
}
