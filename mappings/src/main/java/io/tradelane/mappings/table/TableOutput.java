package io.tradelane.mappings.table;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table to be written: columns in the order of {@link TableField}, those without a value left out, then those of other names. */
public final class TableOutput {
    private final List<Row> rows = new ArrayList<>();
    private final Map<TableField, Boolean> fields = new TreeMap<>();
    private final Map<String, Boolean> others = new LinkedHashMap<>();

    /** One row; values are texts, numbers and days. */
    public final class Row {
        private final Map<TableField, Object> values = new TreeMap<>();
        private final Map<String, String> texts = new LinkedHashMap<>();

        public Row set(TableField field, @Nullable Object value) {
            if (value != null) {
                values.put(field, value);
                fields.put(field, true);
            }
            return this;
        }

        public Row set(String header, String value) {
            texts.put(header, value);
            others.put(header, true);
            return this;
        }

        public Row item(Item item) {
            return set(TableField.GTIN, item.gtin()).set(TableField.SUPPLIER_ARTICLE, item.supplierArticle())
                    .set(TableField.BUYER_ARTICLE, item.buyerArticle());
        }

        public Row price(@Nullable Price price) {
            if (price != null) {
                set(TableField.PRICE, price.amount().amount()).set(TableField.CURRENCY, price.amount().currency());
                boolean one = price.basis().value().compareTo(BigDecimal.ONE) == 0;
                set(TableField.PRICE_BASIS, one ? null : price.basis().value());
            }
            return this;
        }

        public Row party(TableField field, Optional<Party> party) {
            return set(field, party.map(named -> named.identifier(Party.Scheme.GLN).orElse(named.name())).orElse(null));
        }
    }

    public Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        fields.keySet().forEach(field -> headers.add(field.header()));
        headers.addAll(others.keySet());
        return headers;
    }

    /** Values by column; a text, number, day or nothing. */
    List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (Row row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            fields.keySet().forEach(field -> cells.add(row.values.get(field)));
            others.keySet().forEach(header -> cells.add(row.texts.get(header)));
            all.add(cells);
        }
        return all;
    }

    /** As text; numbers with a point, days as ISO 8601. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }
}
