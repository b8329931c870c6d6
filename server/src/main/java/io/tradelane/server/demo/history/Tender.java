package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a deal came of: the buyer asked several suppliers for the same lines, and whoever gets the order was the cheapest. */
final class Tender {
    private static final String ENTITY = "RFQ";
    private final Deal deal;
    private final List<Trader> others;
    private final Chance chance;
    private final RowWriter rows;

    Tender(Deal deal, List<Trader> others) {
        this.deal = deal;
        this.others = others;
        this.chance = deal.setting.chance();
        this.rows = deal.setting.rows();
    }

    void write() {
        Instant published = deal.placed.minus(Duration.ofHours(chance.between(240, 400)));
        Instant deadline = published.plus(Duration.ofHours(chance.between(120, 190)));
        Instant awarded = deal.placed;
        UUID id = chance.id(published);
        String number = deal.setting.numbers().next(deal.buyer, "RFQ");
        rows.add("rfq", "id", id, "buyer_org_id", deal.buyer.id(), "number", number, "title", deal.lines.getFirst().article.family().en() + " and others", "state", "COMPLETED",
                "currency", deal.buyer.currency(), "deadline", deadline, "deadline_zone", "UTC", "requested_delivery", deal.requested, "payment_terms", deal.buyer.termDays() + " days net",
                "sealed", chance.oneIn(3), "rounds_max", 1, "round", 1, "rfq_version", 1, "content_hash", Deal.hash(number + deal.buyer.id()), "source", "PORTAL", "published_at", published,
                "created_at", published, "updated_at", awarded, "version", 4);
        List<UUID> asked = new ArrayList<>();
        for (Line line : deal.lines) {
            UUID row = chance.id(published);
            asked.add(row);
            add("rfq_line", line, "id", row, "rfq_id", id, "position", line.position, "line_number", String.valueOf(line.position), "quantity", line.quantity,
                    "requested_delivery", deal.requested, "removed", false);
        }
        say(published, deal.buyer, ENTITY, id, null, "PUBLISH", "OPEN", number);
        offer(id, number, deal.supplier, true, asked, published, deadline, awarded);
        others.forEach(other -> offer(id, number, other, false, asked, published, deadline, awarded));
        say(deadline, deal.buyer, ENTITY, id, "OPEN", "DEADLINE", "EVALUATION", number);
        say(awarded, deal.buyer, ENTITY, id, "EVALUATION", "AWARD", "AWARDED", number);
        say(awarded, deal.buyer, ENTITY, id, "AWARDED", "ORDER", "COMPLETED", number);
    }

    private void offer(UUID rfq, String rfqNumber, Trader supplier, boolean wins, List<UUID> asked, Instant published, Instant deadline, Instant decided) {
        Instant at = published.plusMillis((long) (Duration.between(published, deadline).toMillis() * (0.2 + 0.75 * chance.part())));
        UUID invitee = chance.id(published);
        boolean declines = !wins && chance.oneIn(6);
        rows.add("rfq_invitee", "id", invitee, "rfq_id", rfq, "buyer_org_id", deal.buyer.id(), "supplier_org_id", supplier.id(), "state",
                declines ? "DECLINED" : wins ? "AWARDED" : "NOT_AWARDED", "shortlisted", true, "viewed_at", at.minusSeconds(3600), "answered_at", at);
        if (declines) {
            return;
        }
        UUID quote = chance.id(at);
        UUID version = chance.id(at);
        String number = deal.setting.numbers().next(supplier, "QU");
        String state = wins ? "ACCEPTED" : "REJECTED";
        double part = wins ? 1 : 1.02 + 0.1 * chance.part();
        List<BigDecimal> prices = deal.lines.stream().map(line -> line.price.multiply(BigDecimal.valueOf(part)).setScale(line.price.scale(), RoundingMode.UP)).toList();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            total = total.add(prices.get(i).multiply(BigDecimal.valueOf(deal.lines.get(i).quantity)).setScale(2, RoundingMode.HALF_UP));
        }
        rows.add("quote", "id", quote, "rfq_id", rfq, "buyer_org_id", deal.buyer.id(), "supplier_org_id", supplier.id(), "number", number, "current_version", 1, "state", state,
                "created_at", at, "updated_at", decided, "version", 2);
        rows.add("quote_version", "id", version, "quote_id", quote, "buyer_org_id", deal.buyer.id(), "supplier_org_id", supplier.id(), "n", 1, "number", number, "author", "SUPPLIER",
                "rfq_version", 1, "round", 1, "state", state, "currency", deal.buyer.currency(), "valid_to", deadline.atZone(ZoneOffset.UTC).toLocalDate().plusDays(60), "total", total,
                "stated_total", total, "revealed", true, "content_hash", Deal.hash(number + supplier.id()), "source", "PORTAL", "submitted_at", at, "ended_at", decided);
        for (int i = 0; i < prices.size(); i++) {
            Line line = deal.lines.get(i);
            UUID row = chance.id(at);
            add("quote_line", line, "id", row, "version_id", version, "rfq_line_id", asked.get(i), "position", line.position, "line_number", String.valueOf(line.position),
                    "quantity", line.quantity, "price", prices.get(i), "price_basis", 1, "price_unit", line.article.family().unit(), "lead_time_days", line.article.leadDays());
            if (wins) {
                rows.add("rfq_award", "id", chance.id(decided), "rfq_id", rfq, "rfq_line_id", asked.get(i), "quote_line_id", row, "buyer_org_id", deal.buyer.id(),
                        "supplier_org_id", supplier.id(), "quantity", line.quantity, "order_id", deal.id, "at", decided);
            }
        }
        new Timeline(rows, chance, deal.buyer, supplier).record(at, supplier, "QUOTE", quote, null, "SUBMIT", "SUBMITTED", Map.of("number", number, "rfq", rfqNumber));
        new Timeline(rows, chance, deal.buyer, supplier).record(decided, deal.buyer, "QUOTE", quote, "SUBMITTED", wins ? "ACCEPT" : "NOT_AWARDED", state, Map.of("number", number));
    }

    private void say(Instant at, Trader by, String entity, UUID id, @Nullable String from, String event, String to, String number) {
        rows.add("state_transition", "id", chance.id(at), "entity_type", entity, "entity_id", id, "from_state", from, "event", event, "to_state", to, "actor_name", by.name(),
                "actor_org_id", by.id(), "source", "PORTAL", "visible_to", List.of(by.id().toString()), "details", Map.of("number", number), "at", at);
    }

    private void add(String table, Line line, @Nullable Object... columns) {
        rows.add(table, columns).putAll(new TreeMap<>(line.item(deal.assortment.buyersNumber(line.article))));
    }
}
