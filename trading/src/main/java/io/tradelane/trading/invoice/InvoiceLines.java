package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the lines of an invoice document into rows, each with the order line it bills. */
final class InvoiceLines {

    private InvoiceLines() {}

    /** The numbers of all orders the invoice bills. */
    static Set<String> orderNumbers(InvoiceDocument document) {
        Set<String> numbers = new LinkedHashSet<>();
        if (document.orderNumber() != null) {
            numbers.add(document.orderNumber());
        }
        document.lines().stream().map(InvoiceDocument.Line::orderNumber)
                .filter(number -> number != null).forEach(numbers::add);
        return numbers;
    }

    static List<InvoiceLineRow> rows(
            UUID invoice, InvoiceDocument document, Parties parties, InvoiceAmounts amounts,
            List<BookableOrder> orders, LineVerdict verdict) {
        Map<String, BookableOrder> byNumber = orders.stream()
                .collect(Collectors.toMap(BookableOrder::number, Function.identity()));
        List<InvoiceLineRow> rows = new ArrayList<>(document.lines().size());
        for (int i = 0; i < document.lines().size(); i++) {
            InvoiceDocument.Line line = document.lines().get(i);
            String orderNumber = line.orderNumber() != null ? line.orderNumber() : document.orderNumber();
            BookableOrder order = orderNumber == null ? null : byNumber.get(orderNumber);
            OrderLines.Line orderLine = order == null ? null : find(order, line, rows).orElse(null);
            rows.add(row(invoice, line, parties, amounts.shares().get(i), i + 1, orderNumber, order, orderLine,
                    verdict));
        }
        return rows;
    }

    /** By line number; without one, by an article number that both sides name, a line not billed yet first. */
    private static Optional<OrderLines.Line> find(BookableOrder order, InvoiceDocument.Line line,
            List<InvoiceLineRow> before) {
        if (line.orderLineNumber() != null) {
            return order.line(line.orderLineNumber());
        }
        List<OrderLines.Line> candidates = order.lines().stream().filter(candidate -> same(candidate, line.item()))
                .toList();
        return candidates.stream()
                .filter(candidate -> candidate.invoiced().compareTo(candidate.due()) < 0
                        && before.stream().noneMatch(row -> candidate.id().equals(row.poLineId())))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean same(OrderLines.Line line, Item item) {
        return item.gtin() != null && item.gtin().equals(line.gtin())
                || item.supplierArticle() != null && item.supplierArticle().equals(line.supplierArticle())
                || item.buyerArticle() != null && item.buyerArticle().equals(line.buyerArticle());
    }

    private static InvoiceLineRow row(
            UUID invoice, InvoiceDocument.Line line, Parties parties, InvoiceAmounts.Share share, int position,
            @Nullable String orderNumber,
            @Nullable BookableOrder order, OrderLines.@Nullable Line orderLine, LineVerdict verdict) {
        Item item = line.item();
        Price price = line.price();
        return new InvoiceLineRow(Ids.next(), invoice, parties.buyer(), parties.supplier(), position, line.lineNumber(),
                order == null ? null : order.id(), orderLine == null ? null : orderLine.id(), orderNumber,
                line.orderLineNumber() != null || orderLine == null ? line.orderLineNumber() : orderLine.lineNumber(),
                item.gtin() != null || orderLine == null ? item.gtin() : orderLine.gtin(),
                item.supplierArticle() != null || orderLine == null ? item.supplierArticle()
                : orderLine.supplierArticle(),
                item.buyerArticle() != null || orderLine == null ? item.buyerArticle() : orderLine.buyerArticle(),
                item.description() != null || orderLine == null ? item.description() : orderLine.description(),
                line.quantity().value(), line.quantity().unit(),
                price == null ? null : price.amount().amount(),
                price == null ? null : price.basis().value(),
                price == null ? null : price.basis().unit(),
                line.net().amount(), share.charge().amount(), line.taxRate(), share.tax().amount(), verdict,
                null, null, null, null, null, null, null);
    }

    /** For the buyer, in its own numbering. */
    static InvoiceDocument forwarded(InvoiceDocument document, String creditorReference, List<InvoiceLineRow> rows) {
        List<InvoiceDocument.Line> lines = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            InvoiceDocument.Line line = document.lines().get(i);
            InvoiceLineRow row = rows.get(i);
            lines.add(new InvoiceDocument.Line(line.lineNumber(), row.orderNumber(), row.orderLineNumber(),
                    new Item(row.gtin(), row.buyerArticle(), line.item().supplierArticle(), row.description()),
                    line.quantity(), line.price(), line.net(), line.taxRate(), line.taxCategory(),
                    line.allowances()));
        }
        return new InvoiceDocument(document.number(), document.kind(), document.issueDate(), document.dueDate(),
                document.supplyDate(),
                document.currency(), document.buyerReference(), document.orderNumber(), document.despatchAdviceNumber(),
                document.precedingInvoice(),
                creditorReference, document.payeeAccount(), document.parties(), document.paymentTerms(),
                document.note(), document.allowances(), lines,
                document.taxes(), document.totals());
    }

    /** What the invoice bills on order lines; units that differ are not added up. */
    static List<OrderLines.Advance> billed(List<InvoiceLineRow> rows, Map<UUID, OrderLines.Line> orderLines) {
        return rows.stream()
                .filter(row -> comparable(row, orderLines))
                .map(row -> OrderLines.Advance.invoiced(Objects.requireNonNull(row.poLineId()), row.quantity()))
                .toList();
    }

    static boolean comparable(InvoiceLineRow row, Map<UUID, OrderLines.Line> orderLines) {
        return row.poLineId() != null && orderLines.containsKey(row.poLineId())
                && orderLines.get(row.poLineId()).unit().equals(row.unit());
    }

    /** What a decision takes back of it. */
    static Optional<OrderLines.Advance> takenBack(InvoiceLineRow decided, Map<UUID, OrderLines.Line> orderLines) {
        BigDecimal payable = decided.payableQuantity() == null ? decided.quantity() : decided.payableQuantity();
        BigDecimal less = payable.subtract(decided.quantity());
        return less.signum() < 0 && comparable(decided, orderLines)
                ? Optional.of(OrderLines.Advance.invoiced(Objects.requireNonNull(decided.poLineId()), less))
                : Optional.empty();
    }
}
