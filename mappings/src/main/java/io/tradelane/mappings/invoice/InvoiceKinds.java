package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import java.util.Set;

/** What a type code of EN 16931 BT-3 (a part of UNCL 1001) is to us. */
final class InvoiceKinds {
    private static final Set<String> CREDITS = Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532");

    private InvoiceKinds() {}

    static Kind of(Row row, MappingReport report) {
        String code = row.text("kind");
        if (code == null || code.equals(Kind.INVOICE.code())) {
            return Kind.INVOICE;
        }
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        Kind assumed = CREDITS.contains(code) ? Kind.CREDIT_NOTE : Kind.INVOICE;
        report.add(MappingError.CODE_ASSUMED, row, "kind", code, assumed.code());
        return assumed;
    }
}
