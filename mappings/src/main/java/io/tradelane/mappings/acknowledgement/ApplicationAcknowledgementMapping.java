package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Reference.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** APERAK and {@link ApplicationAcknowledgementDocument}. */
public final class ApplicationAcknowledgementMapping implements EdifactMapping<ApplicationAcknowledgementDocument> {
    private static final String NOT_ACCEPTED = "27";
    private static final String ACCEPTED = "29";
    private static final int KIND_SINCE = 2000;
    /** 1153: related document number. */
    private static final String DOCUMENT = "ACE";
    /** 1153: line item reference number. */
    private static final String LINE = "LI";

    @Override
    public String message() {
        return "APERAK";
    }

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }

    @Override
    public @Nullable ApplicationAcknowledgementDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        String answered = ReferenceRows.number(message, "ACW", "TN");
        String document = ReferenceRows.number(message, DOCUMENT, "ON", "IV", "DM", "AAK", "DQ", "VN", "POR");
        if (answered == null && document == null) {
            report.add(MappingError.REFERENCE_MISSING, message.position(), null, "RFF+ACW");
        }
        if (number == null || answered == null && document == null) {
            return null;
        }
        List<ApplicationError> errors = message.rows("errors").stream().map(ApplicationAcknowledgementMapping::error).toList();
        return new ApplicationAcknowledgementDocument(
                number,
                Headers.issueDate(message, report),
                accepted(message, errors),
                answered == null ? "" : answered,
                document,
                PartyRows.readPlain(message),
                errors);
    }

    /** 1225 decides; without one, 1001 or the absence of errors. */
    private static boolean accepted(Row message, List<ApplicationError> errors) {
        String function = message.text("function");
        if (NOT_ACCEPTED.equals(function)) {
            return false;
        }
        return ACCEPTED.equals(function) || "44".equals(function) || errors.isEmpty() && !"313".equals(message.text("kind"));
    }

    private static ApplicationError error(Row row) {
        String code = row.text("code");
        String text = TextRows.note(row);
        String line = ReferenceRows.number(row, LINE);
        Row first = row.rows("references").isEmpty() ? null : row.rows("references").getFirst();
        return new ApplicationError(code == null ? "" : code, text == null ? "" : text, line == null && first != null ? first.text("line") : line);
    }

    @Override
    public void write(ApplicationAcknowledgementDocument acknowledgement, Row message, String directory) {
        // 1001 has no code for it before D99B; the message says itself what it is.
        boolean named = Directory.year(directory) >= KIND_SINCE;
        message.set("kind", !named ? null : acknowledgement.accepted() ? "312" : "313").set("number", acknowledgement.number());
        message.set("function", acknowledgement.accepted() ? ACCEPTED : NOT_ACCEPTED).set("issueDate", acknowledgement.issueDate());
        ReferenceRows.add(message, Kind.MESSAGE, acknowledgement.messageReference(), null);
        if (acknowledgement.documentNumber() != null) {
            message.add("references").set("kind", DOCUMENT).set("number", acknowledgement.documentNumber());
        }
        PartyRows.write(acknowledgement.parties(), message);
        for (ApplicationError error : acknowledgement.errors()) {
            Row row = message.add("errors").set("code", error.code());
            // One FTX for each error is all that D96A has.
            String text = error.text().length() > 350 ? error.text().substring(0, 350) : error.text();
            TextRows.write("AAO", text, row);
            if (error.lineNumber() != null) {
                row.add("references").set("kind", LINE).set("number", error.lineNumber());
            }
        }
    }
}
