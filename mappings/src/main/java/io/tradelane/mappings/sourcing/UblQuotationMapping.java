package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.QuotationDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UBL Quotation and {@link QuotationDocument}. */
public final class UblQuotationMapping implements UblMapping<QuotationDocument> {

    @Override
    public String name() {
        return "ubl-quotation";
    }

    @Override
    public DocumentType type() {
        return DocumentType.QUOTATION;
    }

    @Override
    public @Nullable QuotationDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            report.add(MappingError.NUMBER_MISSING, row, "number", null, "ID");
            return null;
        }
        String currency = UblValues.currency(row, report, "total");
        List<Reference> references =
                row.text("contract") == null ? List.of() : List.of(Reference.to(Reference.Kind.CONTRACT, row.text("contract")));
        return new QuotationDocument(
                row.text("number"), row.date("issueDate"), row.text("request"), null, row.date("validFrom"), row.date("validTo"), currency,
                List.copyOf(UblParties.read(row)), references, null, row.text("note"), UblValues.money(row, "total", currency, report),
                lines(row, currency, report));
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        return UblValues.lines(row, report, (line, quantity) -> new Line(
                line.text("number"), line.text("requestLine"), UblValues.item(line, report), quantity,
                UblValues.price(line, quantity, currency, report), UblValues.money(line, "amount", currency, report),
                UblValues.quantity(line, "minimum"), line.date("promised"), null, line.text("note")));
    }

    @Override
    public void write(QuotationDocument quotation, Row row, boolean peppol) {
        row.set("number", quotation.number()).set("issueDate", quotation.issueDate()).set("request", quotation.requestNumber());
        row.set("validFrom", quotation.validFrom()).set("validTo", quotation.validTo()).set("note", quotation.note());
        row.set("currency", quotation.currency());
        quotation.references().stream().filter(reference -> reference.kind() == Reference.Kind.CONTRACT).findFirst()
                .ifPresent(reference -> row.set("contract", reference.number()));
        UblParties.write(quotation.party(PartyRole.SUPPLIER).orElse(null), PartyRole.SUPPLIER, Extent.FULL, row);
        UblParties.write(quotation.party(PartyRole.BUYER).orElse(null), PartyRole.BUYER, Extent.FULL, row);
        UblValues.money(row, "total", quotation.total() == null ? sum(quotation) : quotation.total());
        for (Line line : quotation.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("requestLine", line.requestLineNumber()).set("note", line.note());
            UblValues.item(target, line.item());
            UblValues.quantity(target, "quantity", line.quantity());
            UblValues.quantity(target, "minimum", line.minimumOrder());
            UblValues.money(target, "amount", line.amount());
            UblValues.price(target, line.price());
            target.set("promised", line.promisedDelivery());
        }
    }

    /** UBL wants a total. */
    private static Money sum(QuotationDocument quotation) {
        Money sum = Money.zero(quotation.currency());
        for (Line line : quotation.lines()) {
            Money amount = line.amount() != null ? line.amount() : line.price() == null ? null : line.price().of(line.quantity()).rounded();
            sum = amount == null ? sum : sum.plus(amount);
        }
        return sum;
    }
}
