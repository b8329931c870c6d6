package io.tradelane.trading.invoice;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.invoice.InvoiceView.Difference;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Matches the lines of an invoice that wait, approves those that fit, and says where the invoice then stands. */
@Component
class MatchInvoice {
    private final InvoiceRepository invoices;
    private final Tolerances tolerances;
    private final InvoiceApproval approval;
    private final Journal journal;
    private final Clock clock;

    MatchInvoice(InvoiceRepository invoices, Tolerances tolerances, InvoiceApproval approval, Journal journal,
            Clock clock) {
        this.invoices = invoices;
        this.tolerances = tolerances;
        this.approval = approval;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param event for the timeline: why it is matched now */
    InvoiceStatus match(InvoiceRow invoice, List<InvoiceLineRow> lines, List<OrderLines.BookableOrder> orders,
            String event, MessageContext context) {
        Map<UUID, OrderLines.Line> orderLines = byId(orders);
        Map<UUID, BigDecimal> claims = invoices.claims(lines.stream().map(InvoiceLineRow::id).toList());
        List<Tolerance> known = tolerances.of(invoice.buyerOrgId(), invoice.supplierOrgId());
        Map<UUID, List<Difference>> differences = new HashMap<>();
        List<InvoiceLineRow> after = new ArrayList<>();
        List<InvoiceLineRow> changed = new ArrayList<>();
        for (InvoiceLineRow line : lines) {
            if (line.verdict() != LineVerdict.WAITING_RECEIPT) {
                after.add(line);
                continue;
            }
            OrderLines.Line order = orderLines.get(line.poLineId());
            ThreeWayMatch.Outcome outcome = ThreeWayMatch.match(line, order,
                    claims.getOrDefault(line.id(), BigDecimal.ZERO),
                    Tolerances.mostSpecific(known, invoice.buyerOrgId(), order == null ? null : order.article()),
                    invoice.currency());
            InvoiceLineRow matched = outcome.verdict() == LineVerdict.MATCHED
                    ? line.paidInFull(LineVerdict.MATCHED) : line.waiting(outcome.verdict());
            after.add(matched);
            if (matched.verdict() != line.verdict()) {
                changed.add(matched);
                differences.put(line.id(), outcome.differences());
            }
        }
        invoices.updateLines(changed);
        invoices.insertDifferences(invoice, differences, OffsetDateTime.now(clock));
        List<InvoiceLineRow> payable = changed.stream().filter(line -> line.verdict().payable()).toList();
        return conclude(invoice, after, payable, orderLines, claims, event, Map.of(), context);
    }

    /** Approves what has become payable and writes where the invoice stands. */
    InvoiceStatus conclude(
            InvoiceRow invoice, List<InvoiceLineRow> lines, List<InvoiceLineRow> payable,
            Map<UUID, OrderLines.Line> orderLines,
            Map<UUID, BigDecimal> claims, String event, Map<String, String> details, MessageContext context) {
        BigDecimal approved = payable.isEmpty() ? invoice.approvedTotal()
                : invoice.approvedTotal().add(approval.approve(invoice, payable, orderLines, claims));
        InvoiceStanding standing = InvoiceStanding.of(lines.stream().map(InvoiceLineRow::verdict).toList(), approved,
                invoice.paidTotal());
        invoices.update(invoice.id(), standing.status(), approved, invoice.paidTotal(), standing.openLines(),
                OffsetDateTime.now(clock));
        Map<String, String> all = new HashMap<>(details);
        all.put("approved", Figures.money(approved, invoice.currency()).toString());
        all.put("openLines", String.valueOf(standing.openLines()));
        journal.record(new Entry(Invoices.ENTITY, invoice.id(), invoice.status().name(), event,
                standing.status().name(),
                context.interchange(), context.message(), Set.of(invoice.buyerOrgId(), invoice.supplierOrgId()), all));
        return standing.status();
    }

    static Map<UUID, OrderLines.Line> byId(List<OrderLines.BookableOrder> orders) {
        Map<UUID, OrderLines.Line> lines = new HashMap<>();
        orders.forEach(order -> order.lines().forEach(line -> lines.put(line.id(), line)));
        return lines;
    }
}
