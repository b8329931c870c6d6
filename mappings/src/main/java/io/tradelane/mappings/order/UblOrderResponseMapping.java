package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL OrderResponse (Peppol order response, its advanced form and order agreement) and {@link OrderResponseDocument}. */
public final class UblOrderResponseMapping implements UblMapping<OrderResponseDocument> {
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:order_response:3", "urn:fdc:peppol.eu:poacc:bis:ordering:3");

    @Override
    public String name() {
        return "ubl-order-response";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public Optional<Profile> profile(OrderResponseDocument response) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable OrderResponseDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        Decision decision = decision(row, report);
        if (number == null || decision == null || row.date("issueDate") == null) {
            return null;
        }
        String currency = row.text("currency") == null ? null : UblValues.currency(row, report);
        return new OrderResponseDocument(
                number, row.date("issueDate"), orderNumber(row, report), row.text("salesOrder"), decision, currency,
                List.copyOf(UblParties.read(row)), row.text("note"), lines(row, decision, currency, report));
    }

    /** An order agreement (Peppol T110) may be the first to give the order a number. */
    private static String orderNumber(Row row, MappingReport report) {
        String number = row.text("orderNumber");
        if (number == null) {
            report.add(MappingError.CODE_ASSUMED, row, "orderNumber", null, row.text("number"));
        }
        return number == null ? String.valueOf(row.text("number")) : number;
    }

    /** An order agreement has no code: it states what was agreed. */
    private static @Nullable Decision decision(Row row, MappingReport report) {
        String code = row.text("decision");
        return switch (code == null ? "" : code) {
            case "AB", "12" -> Decision.ACKNOWLEDGED;
            case "AP", "29", "" -> Decision.ACCEPTED;
            case "CA", "4", "30" -> Decision.ACCEPTED_WITH_CHANGES;
            case "RE", "27" -> Decision.REJECTED;
            default -> {
                report.add(MappingError.CODE_NOT_SUPPORTED, row, "decision", code, "AB, AP, CA, RE");
                yield null;
            }
        };
    }

    private static List<Line> lines(Row row, Decision decision, @Nullable String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row line : row.rows("lines")) {
            Quantity quantity = UblValues.quantity(line, "quantity");
            String ordered = line.text("orderLine") != null ? line.text("orderLine") : line.text("number");
            if (ordered != null) {
                lines.add(new Line(
                        ordered, decision(line, decision, report), UblValues.item(line, report), quantity,
                        UblValues.price(line, quantity, currency == null ? "XXX" : currency, report), line.date("promised"), line.text("reason")));
            }
        }
        return List.copyOf(lines);
    }

    /** 42: already delivered. */
    private static LineDecision decision(Row line, Decision whole, MappingReport report) {
        String code = line.text("status");
        LineDecision usual = whole == Decision.REJECTED ? LineDecision.NOT_ACCEPTED : LineDecision.ACCEPTED;
        return switch (code == null ? "" : code) {
            case "" -> usual;
            case "1" -> LineDecision.ADDED;
            case "3" -> LineDecision.CHANGED;
            case "5", "42" -> LineDecision.ACCEPTED;
            case "6" -> LineDecision.ACCEPTED_WITH_AMENDMENT;
            case "7" -> LineDecision.NOT_ACCEPTED;
            default -> {
                report.add(MappingError.CODE_ASSUMED, line, "status", code, usual.code());
                yield usual;
            }
        };
    }

    /** Peppol allows lines with CA alone, which has to have some. */
    @Override
    public void write(OrderResponseDocument response, Row row, boolean peppol) {
        row.set("number", response.number()).set("issueDate", response.issueDate()).set("salesOrder", response.supplierOrderNumber());
        row.set("decision", code(response.decision())).set("note", response.note()).set("currency", response.currency());
        row.set("orderNumber", response.orderNumber());
        UblParties.write(response.party(PartyRole.SUPPLIER).orElse(null), PartyRole.SUPPLIER, Extent.of(peppol, Extent.LEGAL), row);
        UblParties.write(response.party(PartyRole.BUYER).orElse(null), PartyRole.BUYER, Extent.of(peppol, Extent.LEGAL), row);
        UblParties.write(response.party(PartyRole.ORDERED_BY).orElse(null), PartyRole.ORDERED_BY, Extent.NAMED, row);
        if (!peppol || response.decision() == Decision.ACCEPTED_WITH_CHANGES) {
            response.lines().forEach(line -> write(line, row.add("lines"), peppol));
        }
    }

    private static void write(Line line, Row row, boolean peppol) {
        boolean amended = line.decision() == LineDecision.ACCEPTED_WITH_AMENDMENT && peppol;
        row.set("number", line.lineNumber()).set("orderLine", line.lineNumber()).set("reason", line.reason());
        row.set("status", amended ? LineDecision.CHANGED.code() : line.decision().code());
        UblValues.quantity(row, "quantity", line.quantity());
        row.set("promised", line.promisedDelivery()).set("promisedTo", line.promisedDelivery());
        UblValues.price(row, line.price());
        UblValues.item(row, line.item());
    }

    private static String code(Decision decision) {
        return switch (decision) {
            case ACKNOWLEDGED -> "AB";
            case ACCEPTED -> "AP";
            case ACCEPTED_WITH_CHANGES -> "CA";
            case REJECTED -> "RE";
        };
    }
}
