package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblDeliveries;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.RequestForQuotationDocument.Line;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UBL RequestForQuotation and {@link RequestForQuotationDocument}. */
public final class UblRequestForQuotationMapping implements UblMapping<RequestForQuotationDocument> {

    @Override
    public String name() {
        return "ubl-request-for-quotation";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/sourcing/ubl-quotation.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.REQUEST_FOR_QUOTATION;
    }

    @Override
    public @Nullable RequestForQuotationDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            report.add(MappingError.NUMBER_MISSING, row, "number", null, "ID");
            return null;
        }
        String currency = row.text("currency") == null ? null : UblValues.currency(row, report);
        List<Reference> references =
                row.text("contract") == null ? List.of() : List.of(Reference.to(Reference.Kind.CONTRACT, row.text("contract")));
        return new RequestForQuotationDocument(
                row.text("number"), row.date("issueDate"), endOf(row), UblDeliveries.requestedOfDocument(row), currency,
                UblDeliveries.parties(row), references, null, row.text("note"), lines(row, currency, report));
    }

    /** The last moment of the day named. */
    private static @Nullable OffsetDateTime endOf(Row row) {
        return row.date("answerDate") == null ? null : row.date("answerDate").atTime(23, 59, 59).atOffset(ZoneOffset.UTC);
    }

    private static List<Line> lines(Row row, @Nullable String currency, MappingReport report) {
        return UblValues.lines(row, report, (line, quantity) -> new Line(
                line.text("number"), UblValues.item(line, report), quantity,
                UblValues.price(line, quantity, currency == null ? "XXX" : currency, report), UblDeliveries.requested(line), line.text("note")));
    }

    @Override
    public void write(RequestForQuotationDocument request, Row row, boolean peppol) {
        row.set("number", request.number()).set("issueDate", request.issueDate()).set("issueTime", "00:00:00");
        row.set("answerDate", request.answerUntil() == null ? null : request.answerUntil().toLocalDate());
        row.set("note", request.note()).set("currency", request.currency());
        request.references().stream().filter(reference -> reference.kind() == Reference.Kind.CONTRACT).findFirst()
                .ifPresent(reference -> row.set("contract", reference.number()));
        UblParties.write(request.party(PartyRole.SUPPLIER).orElse(null), PartyRole.SUPPLIER, Extent.FULL, row);
        UblParties.write(request.party(PartyRole.BUYER).orElse(null), PartyRole.BUYER, Extent.FULL, row);
        UblDeliveries.write(request.parties(), request.requestedDelivery(), row);
        for (Line line : request.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("note", line.note());
            UblValues.item(target, line.item());
            UblValues.quantity(target, "quantity", line.quantity());
            UblValues.price(target, line.targetPrice());
            target.set("from", line.requestedDelivery()).set("to", line.requestedDelivery());
        }
    }
}
