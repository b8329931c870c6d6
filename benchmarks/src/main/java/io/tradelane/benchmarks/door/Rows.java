package io.tradelane.benchmarks.door;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one table as they stand there, values as PostgreSQL writes them and bytes as bytes, and the statement that inserts their like. */
record Rows(String table, List<String> columns, List<@Nullable Object[]> values) {
    /** Made by the database: a sequence, and what the trigger of the journal adds. */
    private static final Set<String> MADE_BY_DATABASE = Set.of("outbox.seq", "state_transition.seq", "state_transition.prev_hash", "state_transition.hash");

    static Rows of(Connection connection, String table, String where) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select * from " + table + " t where " + where)) {
            var meta = rows.getMetaData();
            List<Integer> wanted = new ArrayList<>();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                if (!MADE_BY_DATABASE.contains(table + "." + meta.getColumnName(i))) {
                    wanted.add(i);
                    columns.add(meta.getColumnName(i));
                }
            }
            List<@Nullable Object[]> values = new ArrayList<>();
            while (rows.next()) {
                @Nullable Object[] row = new @Nullable Object[wanted.size()];
                for (int i = 0; i < row.length; i++) {
                    boolean bytes = meta.getColumnTypeName(wanted.get(i)).equals("bytea");
                    row[i] = bytes ? rows.getBytes(wanted.get(i)) : rows.getString(wanted.get(i));
                }
                values.add(row);
            }
            return new Rows(table, columns, values);
        }
    }

    int column(String name) {
        return columns.indexOf(name);
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (?" + ", ?".repeat(columns.size() - 1) + ")";
    }

    static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, row[i], java.sql.Types.OTHER);
            }
        }
    }
}
