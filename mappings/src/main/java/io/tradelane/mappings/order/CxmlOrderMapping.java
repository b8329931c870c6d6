package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.shared.XmlRefusals;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** cXML OrderRequest: an order, or with type update or delete the change of one. */
public final class CxmlOrderMapping implements XmlMapping<BusinessDocument> {
    private static final List<PartyRole> PAYERS = List.of(PartyRole.INVOICEE, PartyRole.BUYER);

    @Override
    public String name() {
        return "cxml-order";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public @Nullable BusinessDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        LocalDate issued = CxmlLines.day(row, "issued");
        String action = row.text("action");
        if (number == null || issued == null) {
            return null;
        }
        List<Party> parties = CxmlParties.read(row, PartyRole.BUYER, PartyRole.SUPPLIER);
        if ("delete".equals(action)) {
            return change(row, number, issued, OrderChangeDocument.Action.CANCEL, null, parties, List.of());
        }
        String currency = currency(row, report);
        List<Line> lines = lines(row, currency, report);
        if ("update".equals(action)) {
            return change(row, number, issued, OrderChangeDocument.Action.REPLACE, currency, parties, lines);
        }
        return new OrderDocument(
                number, kind(row), Function.ORIGINAL, issued, null, currency, parties, references(row), terms(row), row.text("note"),
                UblValues.money(row, "total", currency, report), lines);
    }

    private static String currency(Row row, MappingReport report) {
        if (row.text("totalCurrency") == null) {
            for (Row line : row.rows("lines")) {
                if (line.text("priceCurrency") != null) {
                    return CxmlLines.currency(line, report, "price");
                }
            }
        }
        return CxmlLines.currency(row, report, "total");
    }

    private static Kind kind(Row row) {
        return switch (row.text("kind") == null ? "" : row.text("kind")) {
            case "release" -> Kind.CALL_OFF;
            case "blanket" -> Kind.BLANKET;
            default -> Kind.STANDARD;
        };
    }

    private static List<Reference> references(Row row) {
        return row.text("contract") == null ? List.of() : List.of(Reference.to(Reference.Kind.CONTRACT, row.text("contract")));
    }

    private static @Nullable String terms(Row row) {
        return row.text("paymentDays") == null ? null : row.text("paymentDays");
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        if (row.rows("lines").isEmpty()) {
            report.add(MappingError.LINES_MISSING, row, null, null, "ItemOut");
        }
        for (Row line : row.rows("lines")) {
            Quantity quantity = UblValues.quantity(line, "quantity");
            String number = CxmlLines.number(line, lines.size() + 1, report);
            if (quantity != null) {
                lines.add(new Line(
                        number, CxmlLines.item(line, report), quantity, CxmlLines.price(line, quantity, currency, report), null,
                        CxmlLines.day(line, "requested"), line.text("note"), quotation(line)));
            }
        }
        return List.copyOf(lines);
    }

    /** What the supplier's shop, or its quotation, called the line. */
    private static List<Reference> quotation(Row line) {
        String auxiliary = line.text("auxiliaryId");
        return auxiliary == null ? List.of() : List.of(Reference.to(Reference.Kind.QUOTATION, auxiliary));
    }

    private static OrderChangeDocument change(
            Row row, String number, LocalDate issued, OrderChangeDocument.Action action, @Nullable String currency, List<Party> parties, List<Line> lines) {
        String version = row.text("sequence");
        Integer sequence = version != null && version.chars().allMatch(Character::isDigit) && version.length() < 10 ? Integer.valueOf(version) : null;
        return new OrderChangeDocument(
                number, issued, number, sequence, action, null, currency, parties, references(row), null, row.text("note"),
                lines.stream().map(line -> new OrderChangeDocument.Line(
                        line.lineNumber(), OrderChangeDocument.LineAction.CHANGE, line.item(), line.quantity(), line.price(), line.amount(),
                        line.requestedDelivery(), line.note())).toList());
    }

    @Override
    public void write(BusinessDocument document, Row row) {
        switch (document) {
            case OrderDocument order -> write(order, row);
            case OrderChangeDocument change -> write(change, row);
            default -> throw new IllegalArgumentException(document.type() + " is no cXML OrderRequest");
        }
        if (row.rows("lines").isEmpty()) {
            throw XmlRefusals.missing("/cXML/Request/OrderRequest/ItemOut");
        }
    }

    private static void write(OrderDocument order, Row row) {
        head(order, order.number(), "new", row);
        row.set("kind", switch (order.kind()) {
            case CALL_OFF -> "release";
            case BLANKET -> "blanket";
            default -> "regular";
        });
        order.references().stream().filter(reference -> reference.kind() == Reference.Kind.CONTRACT).findFirst()
                .ifPresent(contract -> row.set("contract", contract.number()));
        row.set("note", order.note());
        Money total = order.total() != null ? order.total() : sum(order);
        row.set("total", total.amount()).set("totalCurrency", total.currency());
        for (Line line : order.lines()) {
            Row below = line(row, line.lineNumber(), line.item(), line.quantity(), line.price(), order.currency(), line.requestedDelivery(), line.note());
            line.references().stream().filter(reference -> reference.kind() == Reference.Kind.QUOTATION).findFirst()
                    .ifPresent(quotation -> below.set("auxiliaryId", quotation.number()));
        }
    }

    private static Money sum(OrderDocument order) {
        return order.lines().stream()
                .map(line -> line.amount() != null ? line.amount() : line.price() != null ? line.price().of(line.quantity()) : Money.zero(order.currency()))
                .reduce(Money.zero(order.currency()), Money::plus)
                .rounded();
    }

    private static void write(OrderChangeDocument change, Row row) {
        head(change, change.orderNumber(), change.action() == OrderChangeDocument.Action.CANCEL ? "delete" : "update", row);
        row.set("sequence", change.sequence() == null ? null : change.sequence().toString()).set("note", change.note());
        String currency = change.currency() == null ? "EUR" : change.currency();
        row.set("total", Money.zero(currency).amount()).set("totalCurrency", currency);
        if (change.action() == OrderChangeDocument.Action.CANCEL && change.lines().isEmpty()) {
            // there has to be a line, even of an order that is withdrawn as a whole
            row.add("lines").set("quantity", java.math.BigDecimal.ZERO).set("supplierArticle", "");
        }
        for (OrderChangeDocument.Line line : change.lines()) {
            if (line.quantity() != null) {
                line(row, line.lineNumber(), line.item(), line.quantity(), line.price(), currency, line.requestedDelivery(), line.note());
            }
        }
    }

    private static void head(BusinessDocument document, String number, String action, Row row) {
        row.set("number", number).set("issued", CxmlLines.moment(document.issueDate())).set("action", action);
        CxmlParties.write(document.parties(), PartyRole.BUYER, PartyRole.SUPPLIER, row);
        if (document.party(PartyRole.SHIP_TO).isPresent()) {
            CxmlParties.writeAddress(document.parties(), PartyRole.SHIP_TO, List.of(PartyRole.SHIP_TO), row);
        }
        CxmlParties.writeAddress(document.parties(), PartyRole.INVOICEE, PAYERS, row);
    }

    private static Row line(
            Row row, String number, io.tradelane.trading.document.Item item, Quantity quantity, io.tradelane.trading.document.@Nullable Price price,
            String currency, @Nullable LocalDate requested, @Nullable String note) {
        Row line = row.add("lines").set("number", number).set("requested", CxmlLines.moment(requested)).set("note", note);
        CxmlLines.item(line, item);
        line.set("description", UblValues.name(item) == null ? "" : UblValues.name(item));
        CxmlLines.quantity(line, quantity);
        if (price == null) {
            line.set("price", java.math.BigDecimal.ZERO).set("priceCurrency", currency);
        }
        CxmlLines.price(line, price);
        return line.set("category", "0").set("categoryDomain", "UNSPSC");
    }
}
