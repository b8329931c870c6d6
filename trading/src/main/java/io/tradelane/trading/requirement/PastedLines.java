package io.tradelane.trading.requirement;

import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.shared.UnitCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows copied out of a spreadsheet: cells parted by tabs, in the order of {@link Column}, or in any order under a row of headings. A cell that
 * holds tabs, line ends or quotes stands in double quotes, as spreadsheets copy it.
 *
 * @param lines of the rows that are right
 * @param faults of the others, by row and column
 * @param left the rows that are wrong, as they were pasted
 */
public record PastedLines(List<RequirementForm.Line> lines, List<Fault> faults, String left) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?|\\d{1,3}(?:[, ]\\d{3}){1,3}(?:\\.\\d{1,6})?");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("pcs", "PCE"), Map.entry("pc", "PCE"), Map.entry("piece", "PCE"), Map.entry("pieces", "PCE"), Map.entry("件", "PCE"), Map.entry("个", "PCE"),
            Map.entry("只", "PCE"), Map.entry("支", "PCE"), Map.entry("台", "PCE"), Map.entry("ea", "PCE"), Map.entry("套", "SET"), Map.entry("kg", "KGM"), Map.entry("公斤", "KGM"),
            Map.entry("千克", "KGM"), Map.entry("g", "GRM"), Map.entry("克", "GRM"), Map.entry("t", "TNE"), Map.entry("吨", "TNE"), Map.entry("m", "MTR"), Map.entry("米", "MTR"),
            Map.entry("m2", "MTK"), Map.entry("平方米", "MTK"), Map.entry("l", "LTR"), Map.entry("升", "LTR"), Map.entry("双", "PR"), Map.entry("pair", "PR"), Map.entry("箱", "CT"),
            Map.entry("carton", "CT"), Map.entry("包", "PK"), Map.entry("pack", "PK"), Map.entry("盒", "BX"), Map.entry("box", "BX"), Map.entry("卷", "RO"), Map.entry("roll", "RO"));

    /** What a row says, in its usual order. */
    public enum Column {
        ARTICLE("article", "article number", "sku", "part number", "item", "料号", "物料号", "商品编码", "货号", "编号"),
        DESCRIPTION("description", "name", "text", "描述", "名称", "品名", "规格", "品名规格", "物料描述"),
        QUANTITY("quantity", "qty", "数量", "需求数量"),
        UNIT("unit", "uom", "单位"),
        NEED_BY("need by", "need-by", "needed by", "date", "delivery date", "需求日期", "到货日期", "交货日期", "日期"),
        SHIP_TO("ship to", "ship-to", "deliver to", "address", "收货地", "收货地址", "送货地址"),
        BUDGET("budget", "amount", "预算", "预算金额"),
        CURRENCY("currency", "币种", "货币");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        static Optional<Column> of(String heading) {
            String asked = heading.strip().toLowerCase(Locale.ROOT);
            for (Column column : values()) {
                if (column.headings.contains(asked)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param row as pasted, the first one is 1, headings included
     * @param column null: the row as a whole
     * @param value what stands there
     * @param code what is wrong: {@code required}, {@code number}, {@code not-positive}, {@code unit}, {@code date}, {@code other-currency}, {@code tooLong}, {@code too-large}
     */
    public record Fault(int row, @Nullable Column column, String value, String code) {}

    public static PastedLines read(String text, String currency) {
        List<List<String>> rows = cells(text);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        boolean headed = !rows.isEmpty() && headings(rows.getFirst(), places);
        if (!headed) {
            for (Column column : Column.values()) {
                places.put(column, column.ordinal());
            }
        }
        List<RequirementForm.Line> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<List<String>> left = new ArrayList<>();
        for (int i = headed ? 1 : 0; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) {
                continue;
            }
            if (lines.size() == RequirementChecks.MOST_LINES) {
                faults.add(new Fault(i + 1, null, "", "too-large"));
                left.addAll(rows.subList(i, rows.size()));
                break;
            }
            Row row = new Row(i + 1, rows.get(i), places, faults);
            Optional<RequirementForm.Line> line = row.line(currency);
            line.ifPresentOrElse(lines::add, () -> left.add(row.cells));
        }
        if (headed && !left.isEmpty()) {
            left.addFirst(rows.getFirst());
        }
        return new PastedLines(lines, faults, written(left));
    }

    /** @return whether the row has the headings of a quantity and of what is needed */
    private static boolean headings(List<String> row, Map<Column, Integer> places) {
        for (int i = 0; i < row.size(); i++) {
            int place = i;
            Column.of(row.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        boolean headed = places.containsKey(Column.QUANTITY) && (places.containsKey(Column.ARTICLE) || places.containsKey(Column.DESCRIPTION));
        if (!headed) {
            places.clear();
        }
        return headed;
    }

    private record Row(int number, List<String> cells, Map<Column, Integer> places, List<Fault> faults) {

        Optional<RequirementForm.Line> line(String currency) {
            int before = faults.size();
            String article = text(Column.ARTICLE, 70);
            String description = text(Column.DESCRIPTION, 500);
            if (article == null && description == null) {
                wrong(Column.DESCRIPTION, "required");
            }
            BigDecimal quantity = number(Column.QUANTITY);
            if (quantity == null && cell(Column.QUANTITY).isEmpty()) {
                wrong(Column.QUANTITY, "required");
            } else if (quantity != null && quantity.signum() == 0) {
                wrong(Column.QUANTITY, "not-positive");
            }
            String unit = unit();
            LocalDate needBy = date();
            String shipTo = text(Column.SHIP_TO, 500);
            BigDecimal budget = number(Column.BUDGET);
            if (!cell(Column.CURRENCY).isEmpty() && !cell(Column.CURRENCY).equalsIgnoreCase(currency)) {
                wrong(Column.CURRENCY, "other-currency");
            }
            return faults.size() > before || quantity == null ? Optional.empty()
                    : Optional.of(new RequirementForm.Line(null, article, null, description, new Quantity(quantity, unit), needBy, shipTo, budget));
        }

        private String cell(Column column) {
            Integer place = places.get(column);
            return place == null || place >= cells.size() ? "" : cells.get(place).strip();
        }

        private @Nullable String text(Column column, int longest) {
            String value = cell(column);
            if (value.length() > longest) {
                wrong(column, "tooLong");
            }
            return value.isEmpty() ? null : value;
        }

        private @Nullable BigDecimal number(Column column) {
            String value = cell(column);
            if (value.isEmpty()) {
                return null;
            }
            if (!NUMBER.matcher(value).matches()) {
                wrong(column, "number");
                return null;
            }
            return new BigDecimal(value.replaceAll("[, ]", ""));
        }

        private String unit() {
            String value = cell(Column.UNIT);
            String unit = value.isEmpty() ? "PCE" : UNITS.getOrDefault(value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
            if (!UnitCode.isKnown(unit)) {
                wrong(Column.UNIT, "unit");
            }
            return unit;
        }

        private @Nullable LocalDate date() {
            String value = cell(Column.NEED_BY);
            if (value.isEmpty()) {
                return null;
            }
            Matcher year = DATE.matcher(value);
            Matcher day = DAY_FIRST.matcher(value);
            try {
                if (year.matches()) {
                    return LocalDate.of(Integer.parseInt(year.group(1)), Integer.parseInt(year.group(2)), Integer.parseInt(year.group(3)));
                }
                if (day.matches()) {
                    return LocalDate.of(Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
                }
            } catch (DateTimeException wrong) {
                // told below
            }
            wrong(Column.NEED_BY, "date");
            return null;
        }

        private void wrong(Column column, String code) {
            faults.add(new Fault(number, column, cell(column), code));
        }
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            boolean end = i == text.length();
            if (quoted && !end) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    cell.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty() && closes(text, i)) {
                quoted = true;
            } else if (c == '\t' || c == '\n') {
                row.add(cell.toString().replace("\r", ""));
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    /** A quote that opens a cell has its like before a tab or a line's end; {@code "} alone is a sign of inches. */
    private static boolean closes(String text, int at) {
        for (int i = text.indexOf('"', at + 1); i >= 0; i = text.indexOf('"', i + 1)) {
            if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i++;
            } else {
                return i + 1 == text.length() || "\t\r\n".indexOf(text.charAt(i + 1)) >= 0;
            }
        }
        return false;
    }

    private static String written(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(String.join("\t", row.stream().map(cell -> cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell).toList()));
        }
        return String.join("\n", lines);
    }
}
