package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** cXML StatusUpdateRequest and {@link ApplicationAcknowledgementDocument}: a code that begins with 2 accepts. */
public final class CxmlStatusUpdateMapping implements XmlMapping<ApplicationAcknowledgementDocument> {

    @Override
    public String name() {
        return "cxml-status-update";
    }

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }

    @Override
    public @Nullable ApplicationAcknowledgementDocument read(Row row, MappingReport report) {
        String number = row.text("payloadId");
        String reference = row.text("reference");
        String code = row.text("code");
        OffsetDateTime made = Headers.createdAt(row, "timestamp", "cXML/@timestamp", report);
        if (number == null || reference == null || code == null) {
            return null;
        }
        boolean accepted = code.startsWith("2");
        String text = row.text("text") != null ? row.text("text") : row.text("short") == null ? code : row.text("short");
        return new ApplicationAcknowledgementDocument(
                number, made.toLocalDate(), accepted, reference, null,
                CxmlParties.read(row, PartyRole.MESSAGE_SENDER, PartyRole.MESSAGE_RECIPIENT),
                accepted ? List.of() : List.of(new ApplicationError(code, text, null)));
    }

    @Override
    public void write(ApplicationAcknowledgementDocument document, Row row) {
        row.set("reference", document.messageReference()).set("code", document.accepted() ? "200" : "406");
        row.set("short", document.accepted() ? "OK" : "Not Acceptable");
        row.set("text", document.errors().isEmpty() ? null : String.join(" ", document.errors().stream().map(ApplicationError::text).toList()));
        CxmlParties.write(document.parties(), PartyRole.MESSAGE_SENDER, PartyRole.MESSAGE_RECIPIENT, row);
    }
}
