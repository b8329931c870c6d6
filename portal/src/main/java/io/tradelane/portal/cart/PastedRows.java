package io.tradelane.portal.cart;

import io.tradelane.trading.cart.Wanted;
import io.tradelane.trading.order.CommandResult.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they come out of a spreadsheet: article number, quantity and, if wanted, the day of delivery, parted by tabs, semicolons or, where there
 * is neither, commas. A first row of words is a heading.
 *
 * @param numbers the line of the text in which each row stands
 */
record PastedRows(List<Wanted> rows, List<Integer> numbers, List<List<String>> cells, List<Problem> problems) {
    static final int LONGEST = 50_000;
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    /** @param supplier of all rows; null: of whoever has the article */
    static PastedRows of(String text, @Nullable UUID supplier) {
        PastedRows pasted = new PastedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            List<String> cells = cells(lines[i]);
            boolean heading = pasted.rows.isEmpty() && cells.size() > 1 && !cells.get(1).isEmpty() && cells.get(1).chars().noneMatch(Character::isDigit);
            if (!lines[i].isBlank() && !heading) {
                pasted.add(i + 1, cells, supplier);
            }
        }
        return pasted;
    }

    /** To be added; a row of which something cannot be read has no quantity, so that nothing is taken and all that is wrong is told at once. */
    List<Wanted> checked() {
        List<Wanted> checked = new ArrayList<>(rows);
        for (Problem problem : problems) {
            int row = Integer.parseInt(problem.field().replaceAll("\\D", ""));
            checked.set(row, new Wanted(rows.get(row).number(), null, rows.get(row).supplier(), null, rows.get(row).delivery()));
        }
        return checked;
    }

    private static List<String> cells(String line) {
        String parts = line.contains("\t") ? "\t" : line.contains(";") ? ";" : line.contains("；") ? "；" : ",";
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(parts, -1)) {
            String stripped = cell.strip();
            cells.add(stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"") ? stripped.substring(1, stripped.length() - 1).strip() : stripped);
        }
        return cells;
    }

    private void add(int number, List<String> cells, @Nullable UUID supplier) {
        String prefix = "rows[" + rows.size() + "].";
        String quantity = cells.size() > 1 ? cells.get(1) : "";
        String day = cells.size() > 2 ? cells.get(2) : "";
        BigDecimal amount = null;
        if (GROUPED.matcher(quantity).matches()) {
            amount = new BigDecimal(quantity.replace(",", ""));
        } else if (!quantity.isEmpty()) {
            problems.add(new Problem(prefix + "quantity", "number"));
        }
        LocalDate delivery = date(day);
        if (delivery == null && !day.isEmpty()) {
            problems.add(new Problem(prefix + "delivery", "date"));
        }
        if (cells.size() > 3 && cells.subList(3, cells.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
            problems.add(new Problem(prefix + "delivery", "too-many-columns"));
        }
        rows.add(new Wanted(cells.getFirst(), null, supplier, amount, delivery));
        numbers.add(number);
        this.cells.add(List.of(cells.getFirst(), quantity, day));
    }

    /** Written with the year first, or with dots and the day first; anything else could be two days. */
    private static @Nullable LocalDate date(String text) {
        try {
            Matcher year = YEAR_FIRST.matcher(text);
            if (year.matches()) {
                return LocalDate.of(Integer.parseInt(year.group(1)), Integer.parseInt(year.group(2)), Integer.parseInt(year.group(3)));
            }
            Matcher day = DAY_FIRST.matcher(text);
            return day.matches() ? LocalDate.of(Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
