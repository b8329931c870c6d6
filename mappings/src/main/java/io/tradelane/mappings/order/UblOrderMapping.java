package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblDeliveries;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL Order and {@link OrderDocument}. */
public final class UblOrderMapping implements UblMapping<OrderDocument> {
    private static final Codes<Kind> KINDS = Codes.of(Kind.values(), Kind::code);
    private static final Profile PEPPOL = new Profile("urn:fdc:peppol.eu:poacc:trns:order:3", "urn:fdc:peppol.eu:poacc:bis:ordering:3");

    @Override
    public String name() {
        return "ubl-order";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public Optional<Profile> profile(OrderDocument order) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable OrderDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        if (number == null || row.date("issueDate") == null) {
            return null;
        }
        String currency = UblValues.currency(row, report, "total");
        List<Line> lines = lines(row, currency, report);
        return new OrderDocument(
                number, kind(row, report), Function.ORIGINAL, row.date("issueDate"), UblDeliveries.requestedOfDocument(row), currency,
                UblDeliveries.parties(row), UblOrderRows.references(row), row.text("paymentTerms"), row.text("note"),
                UblValues.money(row, "total", currency, report), lines);
    }

    static Kind kind(Row row, MappingReport report) {
        String code = row.text("kind");
        Kind kind = KINDS.find(code);
        if (kind == null && code != null) {
            report.add(MappingError.CODE_ASSUMED, row, "kind", code, Kind.STANDARD.code());
        }
        return kind == null ? Kind.STANDARD : kind;
    }

    static List<Line> lines(Row row, String currency, MappingReport report) {
        return UblValues.lines(row, report, (line, quantity) -> new Line(
                line.text("number"), UblValues.item(line, report), quantity, UblValues.price(line, quantity, currency, report),
                UblValues.money(line, "amount", currency, report), UblDeliveries.requested(line), line.text("note"), List.of()));
    }

    @Override
    public void write(OrderDocument order, Row row, boolean peppol) {
        row.set("number", order.number()).set("issueDate", order.issueDate()).set("kind", order.kind().code());
        row.set("note", order.note()).set("currency", order.currency()).set("paymentTerms", order.paymentTerms());
        UblOrderRows.writeReferences(order.references(), row);
        UblOrderRows.writeParties(order, peppol, row);
        UblParties.write(order.party(PartyRole.INVOICEE).orElse(null), PartyRole.INVOICEE, Extent.of(peppol, Extent.REGISTERED), row);
        UblDeliveries.write(order.parties(), order.requestedDelivery(), row);
        for (Line line : order.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("note", line.note());
            UblOrderRows.write(line.item(), line.quantity(), line.price(), line.amount(), target);
            target.set("from", line.requestedDelivery()).set("to", line.requestedDelivery());
        }
        total(order, row);
    }

    /** The profiles want both sums or none. */
    private static void total(OrderDocument order, Row row) {
        Money total = order.total();
        if (total != null && order.lines().stream().allMatch(line -> line.amount() != null)) {
            Money sum = order.lines().stream().map(Line::amount).reduce(Money.zero(total.currency()), Money::plus);
            UblValues.money(row, "lineTotal", sum);
            UblValues.money(row, "total", total);
        }
    }
}
