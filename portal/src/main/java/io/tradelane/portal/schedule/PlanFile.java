package io.tradelane.portal.schedule;

import io.tradelane.mappings.table.TableText;
import io.tradelane.trading.schedule.ProductionPlans;
import io.tradelane.trading.schedule.ProductionPlans.Line;
import io.tradelane.trading.schedule.ProductionPlans.Wrong;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A production plan, CSV or a workbook, with a header in English or Chinese.
 *
 * @param problem why there is nothing to read: {@code columns}, {@code empty}, or what the table reader says
 */
record PlanFile(List<Line> lines, List<Wrong> wrong, @Nullable String problem) {
    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("article", "number"), Map.entry("number", "number"), Map.entry("sku", "number"), Map.entry("gtin", "number"),
            Map.entry("商品", "number"), Map.entry("商品编号", "number"), Map.entry("week", "week"), Map.entry("周", "week"), Map.entry("日期", "week"), Map.entry("date", "week"),
            Map.entry("capacity", "capacity"), Map.entry("产能", "capacity"), Map.entry("planned", "planned"), Map.entry("plan", "planned"), Map.entry("计划", "planned"), Map.entry("计划数量", "planned"));

    static PlanFile read(byte[] bytes) {
        TableText table = TableText.read(bytes, ProductionPlans.MOST_LINES);
        if (table.problem() != null) {
            return new PlanFile(List.of(), List.of(), table.problem().code().name());
        }
        Map<String, Integer> columns = table.columns(COLUMNS);
        if (!columns.keySet().containsAll(List.of("number", "week", "capacity", "planned")) || table.rows().isEmpty()) {
            return new PlanFile(List.of(), List.of(), table.rows().isEmpty() ? "empty" : "columns");
        }
        List<Line> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        for (TableText.Row row : table.rows()) {
            Map<String, String> cells = new HashMap<>();
            columns.forEach((column, at) -> cells.put(column, Objects.requireNonNullElse(row.cell(at), "")));
            read(row.number(), cells, lines, wrong);
        }
        return new PlanFile(lines, wrong, null);
    }

    /** @param cells by {@code number}, {@code week}, {@code capacity} and {@code planned} */
    static void read(int row, Map<String, String> cells, List<Line> lines, List<Wrong> wrong) {
        LocalDate week = week(cells.get("week"));
        BigDecimal capacity = TableText.quantity(cells.get("capacity"));
        BigDecimal planned = TableText.quantity(cells.get("planned"));
        for (String column : List.of("number", "week", "capacity", "planned")) {
            if (cells.getOrDefault(column, "").isEmpty()) {
                wrong.add(new Wrong(row, column, "", "required"));
                return;
            }
        }
        if (week == null || capacity == null || planned == null) {
            String column = week == null ? "week" : capacity == null ? "capacity" : "planned";
            wrong.add(new Wrong(row, column, cells.get(column), column.equals("week") ? "week" : "number"));
        } else {
            lines.add(new Line(row, cells.get("number"), week, capacity, planned));
        }
    }

    /** ISO 8601: {@code 2026-W49}, {@code 2026W49}, or a day of the week. */
    static @Nullable LocalDate week(@Nullable String text) {
        try {
            return text == null ? null : text.matches("\\d{4}-?W\\d{2}")
                    ? LocalDate.parse(text.replaceFirst("-?W", "-W") + "-1", DateTimeFormatter.ISO_WEEK_DATE) : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
