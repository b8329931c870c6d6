package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** openTRANS ORDER and {@link OrderDocument}. */
public final class OpenTransOrderMapping implements XmlMapping<OrderDocument> {
    @Override
    public String name() {
        return "opentrans-order";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public @Nullable OrderDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        String currency = UblValues.currency(row, report);
        BigDecimal total = row.decimal("total");
        return new OrderDocument(
                row.text("number"), kind(row, report), Function.ORIGINAL, row.date("issueDate"), row.date("delivery"), currency,
                BmecatParties.read(row, OpenTransOrders.PARTIES), references(row), row.text("paymentTerms"), row.text("note"),
                total == null ? null : new Money(total, currency), lines(row, currency, report));
    }

    private static Kind kind(Row row, MappingReport report) {
        String kind = row.text("kind");
        return switch (kind == null ? "standard" : kind) {
            case "standard" -> Kind.STANDARD;
            case "express" -> Kind.RUSH;
            case "release" -> Kind.CALL_OFF;
            case "consignment" -> Kind.CONSIGNMENT;
            default -> {
                report.add(MappingError.CODE_ASSUMED, row, "kind", kind, "standard");
                yield Kind.STANDARD;
            }
        };
    }

    private static List<Reference> references(Row row) {
        List<Reference> references = new ArrayList<>(2);
        String contract = row.text("contract") == null ? row.text("agreement") : row.text("contract");
        if (row.text("quotation") != null) {
            references.add(Reference.to(Reference.Kind.QUOTATION, row.text("quotation")));
        }
        if (contract != null) {
            references.add(Reference.to(Reference.Kind.CONTRACT, contract));
        }
        return List.copyOf(references);
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        OpenTransValues.checkLines(row, report);
        for (Row line : row.rows("lines")) {
            Quantity quantity = OpenTransValues.quantity(line);
            if (quantity != null && line.text("number") != null) {
                lines.add(new Line(
                        line.text("number"), OpenTransValues.item(line, report), quantity,
                        OpenTransValues.price(line, quantity, currency, report), OpenTransValues.amount(line, currency),
                        line.date("delivery"), line.text("note"), List.of()));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(OrderDocument order, Row row) {
        row.set("number", order.number()).set("issueDate", order.issueDate()).set("currency", OpenTransValues.currency(order.currency()));
        row.set("kind", switch (order.kind()) {
            case STANDARD, BLANKET, SPOT -> "standard";
            case RUSH -> "express";
            case CALL_OFF -> "release";
            case CONSIGNMENT -> "consignment";
        });
        row.set("delivery", order.requestedDelivery()).set("latest", order.requestedDelivery());
        BmecatParties.write(order.parties(), row, OpenTransOrders.PARTIES);
        row.set("paymentTerms", order.paymentTerms()).set("note", order.note());
        for (Reference reference : order.references()) {
            if (reference.kind() == Reference.Kind.QUOTATION) {
                row.set("quotation", reference.number());
            } else if (reference.kind() == Reference.Kind.CONTRACT) {
                row.set("contract", reference.number());
            }
        }
        for (Line line : order.lines()) {
            Row target = row.add("lines");
            OpenTransValues.write(line.lineNumber(), line.item(), line.quantity(), target);
            OpenTransValues.write(line.price(), line.amount(), target);
            target.set("delivery", line.requestedDelivery()).set("latest", line.requestedDelivery()).set("note", line.note());
        }
        row.set("count", BigDecimal.valueOf(order.lines().size())).set("total", order.total() == null ? null : order.total().amount());
    }
}
