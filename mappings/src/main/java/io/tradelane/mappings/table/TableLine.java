package io.tradelane.mappings.table;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row as fields; what cannot be read is reported at its cell and absent. */
public final class TableLine {
    private static final String PIECE = "PCE";

    private final TableContent content;
    private final TableRow row;

    TableLine(TableContent content, TableRow row) {
        this.content = content;
        this.row = row;
    }

    public int number() {
        return row.number();
    }

    void checkWidth() {
        int width = content.columns().headers().size();
        for (int i = width; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                content.report().add(TableError.CELLS_WITHOUT_HEADER, row.number(), row.cell(i), null);
                return;
            }
        }
    }

    /** The first column of the field that is not empty; -1 when all are. */
    private int column(TableField field) {
        for (int column : content.columns().fields().getOrDefault(field, List.of())) {
            if (!row.cell(column).isEmpty()) {
                return column;
            }
        }
        return -1;
    }

    public @Nullable String text(TableField field) {
        int column = column(field);
        return column < 0 ? null : unprotected(row.cell(column));
    }

    /** The number that its document was given, or one made of the content. */
    public String documentNumber(String given, DocumentType type) {
        if (!given.isEmpty()) {
            return given;
        }
        String made = content.numberOfContent(type);
        report(TableError.DOCUMENT_NUMBER_ASSUMED, TableField.DOCUMENT_NUMBER, null, made);
        return made;
    }

    /** @param instead the day that stands for a missing one; where that is missing too, the day of receipt does, which is reported */
    public LocalDate issueDate(@Nullable LocalDate instead) {
        LocalDate stated = date(TableField.ISSUE_DATE);
        LocalDate issued = stated == null ? instead : stated;
        if (issued == null) {
            report(TableError.ISSUE_DATE_ASSUMED, TableField.ISSUE_DATE, null, content.report().received().toString());
        }
        return issued == null ? content.report().received() : issued;
    }

    /** The cell of a column that is no field. */
    public String cell(int column) {
        return unprotected(row.cell(column));
    }

    /** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
    private static String unprotected(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
    }

    public void report(TableError code, TableField field, @Nullable String value, @Nullable String expected) {
        int column = column(field);
        List<Integer> columns = content.columns().fields().getOrDefault(field, List.of());
        int shown = column >= 0 ? column : columns.isEmpty() ? -1 : columns.getFirst();
        if (shown < 0) {
            content.report().add(code, row.number(), value, expected);
        } else {
            content.report().add(code, row.number(), shown, header(shown), value, expected);
        }
    }

    private String header(int column) {
        List<String> headers = content.columns().headers();
        return column < headers.size() ? headers.get(column) : "";
    }

    public @Nullable BigDecimal decimal(TableField field) {
        int column = column(field);
        if (column < 0) {
            return null;
        }
        String cell = row.cell(column);
        if (row.isNumber(column)) {
            return new BigDecimal(cell);
        }
        String text = withoutSigns(cell, field);
        TableFormats formats = content.formats();
        BigDecimal number = TableNumbers.read(text, formats.decimalMark());
        if (number == null) {
            report(TableError.NUMBER_INVALID, field, cell, formats.decimalMark() == ',' ? "1234,56" : "1234.56");
        } else if (!formats.certain() && content.mapping() == null && TableNumbers.mark(text) == 0 && (text.indexOf(',') >= 0 || text.indexOf('.') >= 0)) {
            report(TableError.NUMBER_AMBIGUOUS, field, cell, number.toPlainString());
        }
        return number;
    }

    private static String withoutSigns(String cell, TableField field) {
        if (field == TableField.TAX_RATE && cell.endsWith("%")) {
            return cell.substring(0, cell.length() - 1).strip();
        }
        boolean money = field == TableField.PRICE || field == TableField.AMOUNT;
        return money && HeaderCurrency.of(cell) != null ? cell.replaceAll("[\\p{L}€£$¥￥]+", "").strip() : cell;
    }

    public @Nullable Integer integer(TableField field) {
        BigDecimal number = decimal(field);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            report(TableError.NUMBER_INVALID, field, number.toPlainString(), "123");
            return null;
        }
        return number.intValue();
    }

    public @Nullable LocalDate date(TableField field) {
        int column = column(field);
        if (column < 0) {
            return null;
        }
        String cell = row.cell(column);
        LocalDate date = row.isNumber(column) && cell.length() < 8 ? TableDates.serial(cell, content.days1904()) : written(cell, field);
        if (date == null) {
            String pattern = content.mapping() == null ? null : content.mapping().datePattern();
            report(TableError.DATE_INVALID, field, cell, pattern == null ? "YYYY-MM-DD" : pattern);
        }
        return date;
    }

    private @Nullable LocalDate written(String cell, TableField field) {
        String pattern = content.mapping() == null ? null : content.mapping().datePattern();
        if (pattern != null) {
            try {
                return LocalDate.parse(cell, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            } catch (DateTimeParseException wrong) {
                return null;
            }
        }
        Boolean told = content.formats().monthFirst();
        LocalDate date = TableDates.read(cell, Boolean.TRUE.equals(told));
        if (date != null && told == null && TableDates.ambiguous(cell)) {
            report(TableError.DATE_AMBIGUOUS, field, cell, date.toString());
        }
        return date;
    }

    /** Of this row: its own cell, which may be a code of the partner's own, a sign in its price, or what holds for the table. */
    public @Nullable String currency() {
        String own = text(TableField.CURRENCY);
        if (own != null) {
            String known = HeaderCurrency.of(own.length() == 3 ? own.toUpperCase(Locale.ROOT) : own);
            if (known == null) {
                report(TableError.CURRENCY_UNKNOWN, TableField.CURRENCY, own, "EUR");
                return CurrencyCode.isPossible(own) ? own : null;
            }
            return known;
        }
        String price = text(TableField.PRICE);
        String inPrice = price == null ? null : HeaderCurrency.of(price);
        return inPrice == null ? content.currency() : inPrice;
    }

    /** UN/ECE Recommendation 20; where the row says none, what was saved, else pieces with a word about it. */
    public String unit() {
        String own = text(TableField.UNIT);
        String known = own == null ? null : HeaderNames.unit(own);
        if (known != null) {
            return known;
        }
        if (own != null && own.length() <= 3 && own.equals(own.toUpperCase(Locale.ROOT)) && own.chars().allMatch(sign -> sign < 128 && Character.isLetterOrDigit(sign))) {
            return own;
        }
        String saved = content.mapping() == null ? null : content.mapping().unit();
        String unit = saved == null ? PIECE : saved;
        if ((saved == null || own != null) && content.report().first(TableError.UNIT_ASSUMED)) {
            report(TableError.UNIT_ASSUMED, TableField.UNIT, own, unit);
        }
        return unit;
    }

    public @Nullable Quantity quantity(TableField field, String unit) {
        BigDecimal number = decimal(field);
        return number == null ? null : new Quantity(number, unit);
    }

    /** {@code null} without a price or without a currency. */
    public @Nullable Price price(@Nullable String currency, String unit) {
        BigDecimal amount = decimal(TableField.PRICE);
        if (amount == null || currency == null) {
            return null;
        }
        BigDecimal basis = decimal(TableField.PRICE_BASIS);
        if (basis != null && basis.signum() <= 0) {
            report(TableError.NUMBER_INVALID, TableField.PRICE_BASIS, basis.toPlainString(), "100");
            return null;
        }
        return new Price(new Money(amount, currency), new Quantity(basis == null ? BigDecimal.ONE : basis, unit));
    }

    /** {@code null} after saying that the row names no article. */
    public @Nullable Item item() {
        String gtin = text(TableField.GTIN);
        String buyers = text(TableField.BUYER_ARTICLE);
        String suppliers = text(TableField.SUPPLIER_ARTICLE);
        if (gtin != null && gtin.matches("\\d[.,]\\d+E\\+?\\d+")) {
            report(TableError.NUMBER_ROUNDED, TableField.GTIN, gtin, null);
        }
        if (gtin == null && buyers == null && suppliers == null) {
            String columns = TableField.GTIN.header() + ", " + TableField.SUPPLIER_ARTICLE.header() + ", " + TableField.BUYER_ARTICLE.header();
            content.report().add(TableError.ITEM_MISSING, row.number(), null, columns);
            return null;
        }
        String name = text(TableField.NAME);
        return new Item(gtin, buyers, suppliers, name == null ? text(TableField.DESCRIPTION) : name);
    }

    /** A GLN where the cell is one, else a name. */
    public @Nullable Party party(TableField field, PartyRole role) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return CheckDigit.isGln(text) ? Party.ofGln(role, text) : new Party(role, List.of(), text, null, null);
    }
}
