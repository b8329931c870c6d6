package io.tradelane.portal.inventory;

import io.tradelane.mappings.table.TableText;
import io.tradelane.trading.inventory.StockCounts;
import io.tradelane.trading.inventory.StockCounts.Wrong;
import io.tradelane.trading.inventory.StockForms.CountLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of what was counted, CSV or a workbook, with a header in English or Chinese.
 *
 * @param problem why there is nothing to read: {@code columns}, {@code empty}, or what the table reader says
 */
record CountFile(List<CountLine> lines, List<Wrong> wrong, @Nullable String problem) {
    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("warehouse", "warehouse"), Map.entry("仓库", "warehouse"), Map.entry("place", "warehouse"),
            Map.entry("article", "number"), Map.entry("number", "number"), Map.entry("sku", "number"), Map.entry("gtin", "number"), Map.entry("商品", "number"), Map.entry("商品编号", "number"),
            Map.entry("quantity", "quantity"), Map.entry("counted", "quantity"), Map.entry("数量", "quantity"), Map.entry("实盘数量", "quantity"),
            Map.entry("unit", "unit"), Map.entry("单位", "unit"), Map.entry("at", "at"), Map.entry("date", "at"), Map.entry("time", "at"), Map.entry("时间", "at"), Map.entry("日期", "at"));

    static CountFile read(byte[] bytes, ZoneId zone) {
        TableText table = TableText.read(bytes, StockCounts.MOST_LINES);
        if (table.problem() != null) {
            return new CountFile(List.of(), List.of(), table.problem().code().name());
        }
        Map<String, Integer> columns = table.columns(COLUMNS);
        if (!columns.keySet().containsAll(List.of("number", "quantity")) || table.rows().isEmpty()) {
            return new CountFile(List.of(), List.of(), table.rows().isEmpty() ? "empty" : "columns");
        }
        List<CountLine> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        for (TableText.Row row : table.rows()) {
            String number = row.cell(columns.get("number"));
            String quantity = row.cell(columns.get("quantity"));
            String at = row.cell(columns.get("at"));
            BigDecimal value = TableText.quantity(quantity);
            Instant moment = at == null ? null : moment(at, zone);
            if (number == null) {
                wrong.add(new Wrong(row.number(), "number", "", "required"));
            } else if (value == null) {
                wrong.add(new Wrong(row.number(), "quantity", quantity == null ? "" : quantity, quantity == null ? "required" : "number"));
            } else if (at != null && moment == null) {
                wrong.add(new Wrong(row.number(), "at", at, "date"));
            } else {
                lines.add(new CountLine(row.number(), row.cell(columns.get("warehouse")), number, value, row.cell(columns.get("unit")), moment));
            }
        }
        return new CountFile(lines, wrong, null);
    }

    /** ISO 8601, with a time and a zone or without; a day is its end. */
    private static @Nullable Instant moment(String text, ZoneId zone) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
            }
            String iso = text.replace(' ', 'T');
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
