package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Reference.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DESADV and {@link DespatchAdviceDocument}. */
public final class DespatchAdviceMapping implements EdifactMapping<DespatchAdviceDocument> {

    @Override
    public String message() {
        return "DESADV";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report, "AAK", "DQ");
        List<Row> lines = message.rows("levels").stream().flatMap(level -> level.rows("lines").stream()).toList();
        if (lines.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        Headers.checkCount(message, lines.size(), report);
        List<Package> packages = PackageRows.read(message, report);
        if (number == null) {
            return null;
        }
        return new DespatchAdviceDocument(
                number,
                Headers.issueDate(message, report),
                Times.read(message, "despatchedAt"),
                message.date("estimatedArrival"),
                ReferenceRows.number(message, "ON"),
                ReferenceRows.number(message, "CU", "CN", "BM", "AAS"),
                PartyRows.read(message),
                packages);
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row message, String directory) {
        message.set("kind", "351").set("number", advice.number()).set("function", "9").set("issueDate", advice.issueDate());
        Times.write(message, "despatchedAt", advice.despatchedAt());
        message.set("estimatedArrival", advice.estimatedArrival());
        ReferenceRows.add(message, Kind.ORDER, advice.orderNumber(), null);
        ReferenceRows.add(message, Kind.CONSIGNMENT, advice.carrierReference(), null);
        PartyRows.write(advice.parties(), message);
        PackageRows.write(advice.packages(), message, directory);
        Headers.writeLineCount(advice.packages().stream().mapToInt(p -> p.lines().size()).sum(), message);
    }
}
