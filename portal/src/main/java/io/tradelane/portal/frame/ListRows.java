package io.tradelane.portal.frame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list as its page shows them, with numbers, amounts, days and times as values. A column of amounts has its currency in a column
 * of its own; columns without a heading are for doing something, and left out.
 */
final class ListRows {
    private static final Pattern NUMBER = Pattern.compile("([−-]?)(¥|[A-Z]{3} )?(\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?)");
    private final List<String> headers = new ArrayList<>();
    private final Set<Integer> money = new LinkedHashSet<>();
    private final List<List<Object>> rows = new ArrayList<>();

    private ListRows() {}

    /** @param first the page before; null: this is the first, which says what the columns are */
    static ListRows of(String html, @Nullable ListRows first) {
        ListRows list = new ListRows();
        for (Element table : Jsoup.parseBodyFragment(html).select("table")) {
            list.read(table);
        }
        if (first != null) {
            list.money.addAll(first.money);
        }
        return list;
    }

    private void read(Element table) {
        List<String> shown = table.select("thead th").stream().map(cell -> text(cell)).toList();
        if (headers.isEmpty()) {
            headers.addAll(shown);
        } else if (!headers.equals(shown)) {
            return; // another list below the page's own
        }
        for (Element row : table.select("tbody tr")) {
            List<Element> cells = row.select("> td");
            if (cells.size() == headers.size()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < cells.size(); i++) {
                    values.add(value(cells.get(i), i));
                }
                rows.add(values);
            }
        }
    }

    int size() {
        return rows.size();
    }

    boolean isTable() {
        return !headers.isEmpty();
    }

    /** @param currency heading of the column of currencies, such as {@code currency} */
    List<String> header(String currency) {
        List<String> header = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).isEmpty()) {
                header.add(headers.get(i));
                if (money.contains(i)) {
                    header.add(headers.get(i) + " (" + currency + ")");
                }
            }
        }
        return header;
    }

    /** @param first the page that said what the columns are */
    List<List<@Nullable Object>> rows(ListRows first) {
        return rows.stream().map(row -> {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size() && i < first.headers.size(); i++) {
                if (!first.headers.get(i).isEmpty()) {
                    Object value = row.get(i);
                    cells.add(value instanceof Amount amount ? amount.value() : value);
                    if (first.money.contains(i)) {
                        cells.add(value instanceof Amount amount ? amount.currency() : null);
                    }
                }
            }
            return cells;
        }).toList();
    }

    private record Amount(BigDecimal value, String currency) {}

    private Object value(Element cell, int column) {
        Element time = cell.selectFirst("time[datetime]");
        String text = text(cell);
        if (time != null && text.equals(text(time))) {
            return time.attr("datetime");
        }
        Matcher number = NUMBER.matcher(text);
        if (cell.hasClass("hub-number") && number.matches()) {
            BigDecimal value = new BigDecimal((number.group(1).isEmpty() ? "" : "-") + number.group(3).replace(",", ""));
            if (number.group(2) == null) {
                return value;
            }
            money.add(column);
            return new Amount(value, number.group(2).equals("¥") ? "CNY" : number.group(2).strip());
        }
        try {
            return text.length() == 10 ? LocalDate.parse(text) : text.equals("–") ? "" : text;
        } catch (DateTimeParseException words) {
            return text;
        }
    }

    private static String text(Element cell) {
        Element read = cell.clone();
        read.select(".hub-visually-hidden, form, button, input, svg").remove();
        return read.text().strip();
    }
}
