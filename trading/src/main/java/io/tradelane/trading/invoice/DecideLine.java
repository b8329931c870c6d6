package io.tradelane.trading.invoice;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.invoice.Invoices.Decision;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person of the buyer's finance decides about one line. */
@Component
class DecideLine {
    private final OrderLines orders;
    private final InvoiceRepository invoices;
    private final MatchInvoice matching;
    private final Clock clock;

    DecideLine(OrderLines orders, InvoiceRepository invoices, MatchInvoice matching, Clock clock) {
        this.orders = orders;
        this.invoices = invoices;
        this.matching = matching;
        this.clock = clock;
    }

    CommandResult decide(UUID invoiceId, UUID lineId, Decision decision, String reason, int expectedVersion) {
        List<BookableOrder> booked = orders.lock(invoices.orders(invoiceId));
        InvoiceRow invoice = invoices.lock(invoiceId).filter(DecideLine::isBuyer).orElse(null);
        List<InvoiceLineRow> lines = invoice == null ? List.of() : invoices.lines(invoiceId);
        InvoiceLineRow line = lines.stream().filter(row -> row.id().equals(lineId)).findFirst().orElse(null);
        if (invoice == null || line == null) {
            return new CommandResult.NotFound();
        }
        if (invoice.version() != expectedVersion) {
            return new CommandResult.StaleVersion(invoice.version());
        }
        if (!line.verdict().open()) {
            return new CommandResult.IllegalTransition(line.verdict().name(), decision.name());
        }
        if (reason.isBlank()) {
            return CommandResult.invalid("reason", "required");
        }
        Tenancy.Actor actor = Tenancy.current();
        if (line.poLineId() != null && actor.user() != null && invoices.received(line.poLineId(), actor.user())) {
            return new CommandResult.SeparationOfDuties("receive-and-override");
        }
        Map<UUID, OrderLines.Line> orderLines = MatchInvoice.byId(booked);
        Map<UUID, BigDecimal> claims = invoices.claims(List.of(lineId));
        Optional<InvoiceLineRow> decided =
                decided(invoice, line, decision, orderLines.get(line.poLineId()),
                        claims.getOrDefault(lineId, BigDecimal.ZERO));
        if (decided.isEmpty()) {
            return CommandResult.invalid("decision", "nothing-received");
        }
        InvoiceLineRow after = decided.get().by(actor.user(), actor.name(), OffsetDateTime.now(clock), reason);
        carryOut(invoice, lines, after, decision, booked, orderLines, claims, reason);
        return new CommandResult.Done(invoiceId, invoice.version() + 1);
    }

    private static boolean isBuyer(InvoiceRow invoice) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || invoice.buyerOrgId().equals(actor.organisation());
    }

    /** Empty when only what was received is to be paid and nothing was. */
    private static Optional<InvoiceLineRow> decided(
            InvoiceRow invoice, InvoiceLineRow line, Decision decision, OrderLines.@Nullable Line order,
            BigDecimal claimed) {
        return switch (decision) {
            case ACCEPT_DIFFERENCE -> Optional.of(line.paidInFull(LineVerdict.ACCEPTED));
            case REJECT -> Optional.of(line.rejected());
            case PAY_RECEIVED -> order == null ? Optional.empty() : payReceived(invoice, line, order, claimed);
        };
    }

    private static Optional<InvoiceLineRow> payReceived(InvoiceRow invoice, InvoiceLineRow line, OrderLines.Line order,
            BigDecimal claimed) {
        BigDecimal quantity = line.quantity().min(ThreeWayMatch.available(order, claimed));
        if (quantity.signum() == 0) {
            return Optional.empty();
        }
        Price confirmed = order.price();
        BigDecimal perUnit = confirmed == null ? line.perUnit() : line.perUnit().min(confirmed.perUnit());
        Money net = new Money(perUnit, invoice.currency()).times(quantity).rounded();
        boolean whole = quantity.compareTo(line.quantity()) == 0 && net.amount().compareTo(line.net()) == 0;
        return Optional.of(whole ? line.paidInFull(LineVerdict.ACCEPTED) : line.paidInPart(quantity, net));
    }

    private void carryOut(
            InvoiceRow invoice, List<InvoiceLineRow> lines, InvoiceLineRow after, Decision decision,
            List<BookableOrder> booked,
            Map<UUID, OrderLines.Line> orderLines, Map<UUID, BigDecimal> claims, String reason) {
        invoices.updateLines(List.of(after));
        InvoiceLines.takenBack(after, orderLines).ifPresent(less -> orders.advance(
                booked.stream().filter(order -> order.id().equals(after.orderId())).map(BookableOrder::id).toList(),
                List.of(less),
                OrderLines.Happening.INVOICE_REDUCED, Map.of("invoice", invoice.number(), "line", after.lineNumber()),
                MessageContext.NONE));
        List<InvoiceLineRow> all = lines.stream().map(line -> line.id().equals(after.id()) ? after : line).toList();
        matching.conclude(invoice, all, after.verdict().payable() ? List.of(after) : List.of(), orderLines, claims,
                decision.name(),
                Map.of("line", after.lineNumber(), "reason", reason), MessageContext.NONE);
    }
}
