package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order from its placing to its payment, as far as it has come by now. What happens is played in the order of time, in {@link Fulfilment} and {@link Billing}. */
final class Deal {
    private static final String ENTITY = "PURCHASE_ORDER";
    final UUID id;
    final String number;
    final Assortment assortment;
    final Trader buyer;
    final Trader supplier;
    final List<Line> lines;
    final Setting setting;
    final Timeline timeline;
    final Instant placed;
    final LocalDate requested;
    private final PriorityQueue<Event> ahead = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::place));
    private int place;
    private int version = 1;
    private String agreement = "ISSUED";
    private String payment = "UNPAID";
    private @Nullable Instant answered;
    private Instant touched;
    private boolean rejected;

    /** What all deals share. */
    record Setting(RowWriter rows, Books books, Chance chance, Numbers numbers, Instant now) {}

    private record Event(Instant at, int place, Runnable what) {}

    Deal(String number, Assortment assortment, List<Line> lines, Instant placed, LocalDate requested, Setting setting) {
        this.id = setting.chance().id(placed);
        this.number = number;
        this.assortment = assortment;
        this.buyer = assortment.buyer();
        this.supplier = assortment.supplier();
        this.lines = lines;
        this.placed = placed;
        this.touched = placed;
        this.requested = requested;
        this.setting = setting;
        this.timeline = new Timeline(setting.rows(), setting.chance(), buyer, supplier);
    }

    void play() {
        timeline.record(placed, buyer, ENTITY, id, null, "PLACED", "ISSUED", Map.of("number", number, "lines", String.valueOf(lines.size()), "total", money(total()), "issues", "0"));
        after(placed, Duration.ofMinutes((long) (90 + 2400 * Math.pow(setting.chance().part(), 3))), this::answer);
        while (!ahead.isEmpty()) {
            Event event = ahead.poll();
            touched = event.at();
            event.what().run();
        }
        write();
    }

    /** Something later on; what has not happened by now is left out. */
    void after(Instant since, Duration wait, Runnable what) {
        Instant at = since.plus(wait);
        if (!at.isAfter(setting.now())) {
            ahead.add(new Event(at, place++, what));
        }
    }

    Instant at() {
        return touched;
    }

    LocalDate day() {
        return touched.atZone(ZoneOffset.UTC).toLocalDate();
    }

    String money(BigDecimal amount) {
        return amount.setScale(2) + " " + buyer.currency();
    }

    /** What tells one content from another. */
    static String hash(String content) {
        try {
            return "\\x" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigDecimal total() {
        return lines.stream().filter(line -> !line.ended).map(line -> line.amount(line.quantity)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void answer() {
        rejected = setting.chance().oneIn(110);
        answered = touched;
        version++;
        lines.forEach(line -> {
            line.confirmed = true;
            line.ended = rejected;
        });
        String decision = rejected ? "REJECTED" : "ACCEPTED";
        setting.rows().add("order_response", "id", setting.chance().id(touched), "order_id", id, "buyer_org_id", buyer.id(), "supplier_org_id", supplier.id(), "number", number + "-R1",
                "decision", decision, "source", "EDI", "actor", supplier.name(), "at", touched);
        String next = rejected ? "REJECTED_BY_SUPPLIER" : "CONFIRMED";
        timeline.record(touched, supplier, ENTITY, id, agreement, rejected ? "REJECT" : "ACCEPT", next, Map.of("response", number + "-R1", "decision", decision));
        agreement = next;
        if (!rejected) {
            new Fulfilment(this, new Billing(this)).begin();
        }
    }

    /** Books quantities on the lines, and writes what follows for the order. */
    void moved(Trader by, String event, Runnable quantities, Map<String, String> details) {
        boolean billing = event.equals("INVOICED");
        String before = billing ? billing() : fulfilment();
        quantities.run();
        version++;
        timeline.record(touched, by, ENTITY, id, before, event, billing ? billing() : fulfilment(), details);
        completeIfDone();
    }

    void paid(boolean whole, Map<String, String> details) {
        String before = payment;
        payment = whole ? "PAID" : "PART_PAID";
        version++;
        timeline.record(touched, supplier, ENTITY, id, before, "PAID", payment, details);
        completeIfDone();
    }

    private void completeIfDone() {
        if (agreement.equals("CONFIRMED") && payment.equals("PAID") && fulfilment().equals("RECEIVED") && billing().equals("INVOICED")) {
            timeline.record(touched, supplier, ENTITY, id, agreement, "COMPLETE", "COMPLETED", Map.of());
            agreement = "COMPLETED";
        }
    }

    boolean ended() {
        return rejected || agreement.equals("COMPLETED");
    }

    private String fulfilment() {
        boolean received = lines.stream().anyMatch(line -> line.received > 0);
        boolean shipped = lines.stream().anyMatch(line -> line.shipped > 0);
        return received ? lines.stream().allMatch(line -> line.received >= line.quantity) ? "RECEIVED" : "PART_RECEIVED"
                : shipped ? lines.stream().allMatch(line -> line.shipped >= line.quantity) ? "SHIPPED" : "PART_SHIPPED" : "NOT_SHIPPED";
    }

    private String billing() {
        return lines.stream().noneMatch(line -> line.invoiced > 0) ? "NOT_INVOICED" : lines.stream().allMatch(line -> line.invoiced >= line.quantity) ? "INVOICED" : "PART_INVOICED";
    }

    private void write() {
        boolean open = !rejected && lines.stream().anyMatch(line -> line.shipped < line.quantity);
        setting.rows().add("purchase_order", "id", id, "buyer_org_id", buyer.id(), "supplier_org_id", supplier.id(), "number", number,
                "supplier_order_number", answered == null ? null : "SO" + number.substring(2), "kind", "STANDARD", "issued_on", placed.atZone(ZoneOffset.UTC).toLocalDate(),
                "requested_delivery", requested, "next_delivery", open ? requested : null, "currency", buyer.currency(), "net_total", total(), "stated_total", total(),
                "payment_terms", buyer.termDays() + " days net", "parties", List.of(), "document_references", List.of(), "approval", "NONE_NEEDED", "agreement", agreement, "fulfilment", fulfilment(),
                "billing", billing(), "payment", payment, "transmission", "NONE", "issue_count", 0, "line_count", lines.size(), "content_hash", hash(number + buyer.id()), "source", "EDI",
                "acknowledged_at", answered, "confirmed_at", rejected ? null : answered, "created_at", placed, "updated_at", touched, "version", version, "order_version", 1);
        for (Line line : lines) {
            boolean confirmed = line.confirmed && !rejected;
            Map<String, @Nullable Object> row = new LinkedHashMap<>(line.item(assortment.buyersNumber(line.article)));
            List<@Nullable Object> columns = new ArrayList<>(List.of("id", line.id, "order_id", id, "buyer_org_id", buyer.id(), "supplier_org_id", supplier.id(), "position", line.position,
                    "line_number", String.valueOf(line.position * 10), "article_id", line.article.id(), "quantity", line.quantity, "price", line.price, "price_basis", 1,
                    "price_unit", line.article.family().unit(), "agreed_price", line.price, "agreed_basis", 1, "agreed_unit", line.article.family().unit(),
                    "stated_amount", line.amount(line.quantity), "requested_delivery", requested, "line_references", List.of(), "issues", List.of(), "state", line.state(rejected)));
            columns.addAll(Arrays.asList("confirmed_quantity", line.confirmed ? rejected ? 0 : line.quantity : null, "confirmed_price", confirmed ? line.price : null,
                    "confirmed_basis", confirmed ? 1 : null, "confirmed_unit", confirmed ? line.article.family().unit() : null, "promised_delivery", confirmed ? requested : null,
                    "shipped_quantity", line.shipped, "counted_quantity", line.counted, "received_quantity", line.received, "damaged_quantity", line.damaged,
                    "invoiced_quantity", line.invoiced));
            new TreeMap<>(row).forEach((name, value) -> {
                columns.add(name);
                columns.add(value);
            });
            setting.rows().add("po_line", columns.toArray());
        }
    }
}
