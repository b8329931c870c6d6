package io.tradelane.benchmarks.door;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a careful programmer writes who has the finished rows in his hand: one prepared statement a table, several rows of a table in
 * one batch, as the role under which the hub works, its row-level security included. Two commits an order, like everybody who
 * acknowledges what he has stored: bytes, interchange and its first line in the journal, then all the rest; or, for comparison, one.
 * The rows are those which the hub left behind of one order, under new ids and numbers; nothing is read, checked or updated.
 */
final class PlainInserts {
    private static final String FIRST_LINE = "interchange_id = '%s' and event = 'RECEIVED' and entity_type = 'INTERCHANGE'";
    /** Tables of the first commit, where there are two. */
    private static final int RECEIPT = 3;
    private final List<Rows> template;
    private final Order first;

    /** @param first an order that the hub has applied */
    PlainInserts(Connection superuser, Order first) throws SQLException {
        this.first = first;
        String interchange = one(superuser, "select id from interchange where direction = 'INBOUND' and control_reference = '" + first.reference() + "'");
        template = List.of(
                Rows.of(superuser, "payload", "id = (select payload_id from interchange where id = '" + interchange + "')"),
                Rows.of(superuser, "interchange", "id = '" + interchange + "'"),
                Rows.of(superuser, "state_transition", FIRST_LINE.formatted(interchange)),
                Rows.of(superuser, "interchange_identity", "interchange_id = '" + interchange + "'"),
                Rows.of(superuser, "message", "interchange_id = '" + interchange + "'"),
                Rows.of(superuser, "purchase_order", "interchange_id = '" + interchange + "'"),
                Rows.of(superuser, "po_line", "order_id in (select id from purchase_order where interchange_id = '" + interchange + "') order by position"),
                Rows.of(superuser, "outbox", "cause_interchange_id = '" + interchange + "' order by seq"),
                Rows.of(superuser, "acknowledgement", "interchange_id = '" + interchange + "'"),
                Rows.of(superuser, "state_transition", "not (" + FIRST_LINE.formatted(interchange) + ") and interchange_id = '" + interchange
                        + "' and event <> 'TRANSMISSION' order by at, id"));
        for (Rows rows : template) {
            if (rows.values().isEmpty()) {
                throw new IllegalStateException("the hub left no row in " + rows.table());
            }
        }
        asQueued();
    }

    /** Queued as on the first day, and leased to nobody who will send it. */
    private void asQueued() {
        Rows outbox = template.stream().filter(rows -> rows.table().equals("outbox")).findFirst().orElseThrow();
        for (@Nullable Object[] row : outbox.values()) {
            row[outbox.column("status")] = "QUEUED";
            row[outbox.column("interchange_id")] = null;
            row[outbox.column("sent_at")] = null;
            row[outbox.column("attempts")] = "0";
            row[outbox.column("leased_until")] = "infinity";
        }
    }

    /** For the report: how many rows in which table. */
    String describe() {
        return String.join(", ", template.stream().map(rows -> rows.values().size() + " " + rows.table()).toList());
    }

    /** Rows of one order, by table. */
    record Prepared(List<List<@Nullable Object[]>> tables) {}

    /** Happens before the clock runs. */
    Prepared prepare(Order order) {
        Map<String, String> ids = new HashMap<>();
        for (Rows rows : template) {
            if (rows.column("id") >= 0) {
                rows.values().forEach(row -> ids.put(String.valueOf(row[rows.column("id")]), UUID.randomUUID().toString()));
            }
        }
        byte[] sha256 = sha256(order.bytes());
        List<List<@Nullable Object[]>> tables = new ArrayList<>();
        for (Rows rows : template) {
            List<@Nullable Object[]> copies = new ArrayList<>();
            for (@Nullable Object[] row : rows.values()) {
                @Nullable Object[] copy = row.clone();
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = copy[i] instanceof String text ? renew(text, ids, order) : copy[i];
                }
                replace(rows, copy, "content", order.bytes());
                replace(rows, copy, "sha256", sha256);
                copies.add(copy);
            }
            tables.add(copies);
        }
        return new Prepared(tables);
    }

    private String renew(String text, Map<String, String> ids, Order order) {
        String renewed = text.replace(first.number(), order.number()).replace(first.number().toLowerCase(java.util.Locale.ROOT), order.number().toLowerCase(java.util.Locale.ROOT))
                .replace(first.reference(), order.reference()).replace(first.reference().toLowerCase(java.util.Locale.ROOT), order.reference().toLowerCase(java.util.Locale.ROOT));
        if (renewed.length() >= 36) {
            for (Map.Entry<String, String> id : ids.entrySet()) {
                renewed = renewed.replace(id.getKey(), id.getValue());
            }
        }
        return renewed;
    }

    private static void replace(Rows rows, @Nullable Object[] row, String column, byte[] bytes) {
        if (rows.column(column) >= 0) {
            row[rows.column(column)] = bytes;
        }
    }

    /** One connection of its own. */
    final class Writer implements AutoCloseable {
        private final Connection connection;
        private final List<PreparedStatement> statements = new ArrayList<>();

        Writer(Connection connection) throws SQLException {
            this.connection = connection;
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('app.scope', 'HUB', false)");
            }
            connection.setAutoCommit(false);
            for (Rows rows : template) {
                statements.add(connection.prepareStatement(rows.insert()));
            }
        }

        /** @param commits one or two */
        void write(Prepared order, int commits) throws SQLException {
            for (int i = 0; i < statements.size(); i++) {
                if (commits == 2 && i == RECEIPT) {
                    connection.commit();
                }
                PreparedStatement statement = statements.get(i);
                List<@Nullable Object[]> rows = order.tables().get(i);
                for (@Nullable Object[] row : rows) {
                    Rows.bind(statement, row);
                    if (rows.size() > 1) {
                        statement.addBatch();
                    }
                }
                if (rows.size() > 1) {
                    statement.executeBatch();
                } else {
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("nothing found: " + sql);
            }
            return rows.getString(1);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
