package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.InvoiceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ZUGFeRD 1.0 (FeRD, 2014), the forerunner of CII D16B with other names of elements; read, and no longer written. */
public final class ZugferdInvoiceMapping extends CiiInvoiceMapping {

    @Override
    public String name() {
        return "zugferd-invoice";
    }

    @Override
    public boolean writes(InvoiceDocument invoice) {
        return false;
    }

    @Override
    public Optional<Profile> profile(InvoiceDocument invoice) {
        return Optional.empty();
    }

    /** A line may be a text only, and the profile BASIC lets goods stand there without an amount; numbers need not be given. */
    @Override
    List<Row> lineRows(Row row, MappingReport report) {
        List<Row> lines = new ArrayList<>();
        int place = 0;
        for (Row line : row.rows("lines")) {
            place++;
            if (line.decimal("amount") != null) {
                lines.add(line.text("number") == null ? line.set("number", Integer.toString(place)) : line);
            } else if (line.text("description") != null || line.decimal("quantity") != null) {
                report.add(MappingError.LINE_LEFT_OUT, line, "amount", Integer.toString(place), "LineTotalAmount");
            }
        }
        return lines;
    }
}
