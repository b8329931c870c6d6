package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 TA1 and {@link SyntaxAcknowledgementDocument}. */
public final class X12InterchangeAcknowledgementMapping implements X12Mapping<SyntaxAcknowledgementDocument> {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String NO_ERROR = "000";

    @Override
    public String set() {
        return "TA1";
    }

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    @Override
    public boolean fits(SyntaxAcknowledgementDocument document, String version) {
        return document.group() == null;
    }

    @Override
    public @Nullable SyntaxAcknowledgementDocument read(Row row, MappingReport report) {
        String reference = row.text("number");
        Action action = X12GroupAcknowledgementMapping.action(row.text("action"), row, report);
        if (reference == null) {
            report.add(MappingError.REFERENCE_MISSING, row.position(), null, "TA101");
        }
        if (reference == null || action == null) {
            return null;
        }
        String note = row.text("note");
        OffsetDateTime at = Dates.at(row.date("date"), row.text("time"), null);
        return new SyntaxAcknowledgementDocument(
                report.header().controlReference(), Headers.envelopeDate(report), X12GroupAcknowledgementMapping.plain(reference), report.header().recipient().toString(),
                report.header().sender().toString(), action,
                note == null || note.equals(NO_ERROR) ? null : new SyntaxError(note, null, null, null, null), List.of(), null,
                at == null ? null : at.toLocalDateTime());
    }

    @Override
    public void write(SyntaxAcknowledgementDocument acknowledgement, Row row, String version) {
        LocalDateTime at = acknowledgement.preparedAt() == null ? acknowledgement.issueDate().atStartOfDay() : acknowledgement.preparedAt();
        SyntaxError error = acknowledgement.error();
        String digits = acknowledgement.interchangeReference().replaceAll("\\D", "");
        row.set("number", "0".repeat(Math.max(0, 9 - digits.length())) + digits).set("date", DATE.format(at)).set("time", TIME.format(at));
        row.set("action", acknowledgement.action() == Action.REJECTED ? "R" : error == null ? "A" : "E");
        row.set("note", error == null ? NO_ERROR : error.code());
    }
}
