package io.tradelane.portal.partner;

import io.tradelane.mappings.Format;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.ReadingSetting;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be set for a format: code lists, schema and profile rules, or which column is what. */
final class ReadingFormats {
    static final Set<Format> WITH_CODE_LISTS = Set.of(Format.EDIFACT, Format.X12);
    static final Set<Format> WITH_RULES = Set.of(Format.UBL, Format.CII);
    static final Set<Format> TABLES = Set.of(Format.CSV, Format.XLSX);
    /** In the order of a form. */
    static final List<Format> SETTABLE = List.of(Format.EDIFACT, Format.X12, Format.UBL, Format.CII);
    static final List<DocumentType> TABLE_TYPES = List.of(DocumentType.ORDER, DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT);

    private ReadingFormats() {}

    /** The first of what is said that means nothing in the format: {@code codeLists}, {@code rules} or {@code table}. */
    static @Nullable String meaningless(
            Format format, ReadingSetting.@Nullable CodeLists codeLists, @Nullable Boolean rules, @Nullable Object table) {
        return codeLists != null && !WITH_CODE_LISTS.contains(format) ? "codeLists"
                : rules != null && !WITH_RULES.contains(format) ? "rules"
                : table != null && !TABLES.contains(format) ? "table"
                : null;
    }
}
