package io.tradelane.server.demo.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows on their way into tables, some hundred to a statement. All rows of a table name the same columns. */
final class RowWriter {
    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();
    /** Parents before their children. */
    private static final List<String> TABLES = List.of("article", "list_price", "buyer_article", "agreed_price", "rfq", "rfq_line", "rfq_invitee", "quote", "quote_version", "quote_line",
            "purchase_order", "po_line", "rfq_award", "order_response", "shipment", "shipment_order", "package", "package_line", "goods_receipt", "receipt_line", "invoice", "invoice_line",
            "match_result", "invoice_approval", "open_item", "open_item_movement", "payment", "payment_alloc", "state_transition");
    private final JdbcClient jdbc;
    private final Map<String, List<Map<String, @Nullable Object>>> waiting = new LinkedHashMap<>();
    private int count;

    RowWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
        TABLES.forEach(table -> waiting.put(table, new ArrayList<>()));
    }

    /** @param columns names and values in turns */
    Map<String, @Nullable Object> add(String table, @Nullable Object... columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            Object value = columns[i + 1];
            row.put(String.valueOf(columns[i]), value == null || value instanceof Number || value instanceof Boolean || value instanceof List || value instanceof Map ? value : value.toString());
        }
        waiting.get(table).add(row);
        count++;
        return row;
    }

    void flushIfMany() {
        if (count > BATCH * 10) {
            flush();
        }
    }

    void flush() {
        waiting.forEach((table, rows) -> {
            for (int from = 0; from < rows.size(); from += BATCH) {
                write(table, rows.subList(from, Math.min(rows.size(), from + BATCH)));
            }
            rows.clear();
        });
        count = 0;
    }

    private void write(String table, List<Map<String, @Nullable Object>> rows) {
        String columns = String.join(", ", rows.getFirst().keySet());
        jdbc.sql("insert into " + table + " (" + columns + ") select " + columns + " from jsonb_populate_recordset(null::" + table + ", cast(:rows as jsonb))")
                .param("rows", JSON.writeValueAsString(rows)).update();
    }
}
