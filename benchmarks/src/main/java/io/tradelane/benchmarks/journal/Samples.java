package io.tradelane.benchmarks.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** Messages chosen evenly over the whole time, with a fixed seed. */
record Samples(String version, long messages, List<Sample> all) {

    record Sample(String number, String order, String article, String control, String transportId, String file, UUID organisation, UUID counterparty, String type, Instant at) {}

    static Samples take(DataSource database, int count) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.scope', 'HUB', true)");
            long first = number(statement, "select id_hour((select id from message order by id limit 1))");
            long last = number(statement, "select id_hour((select id from message order by id desc limit 1))");
            Random random = new Random(1);
            List<Sample> samples = new ArrayList<>();
            while (samples.size() < count) {
                long hour = first + random.nextLong(Math.max(1, last - first));
                try (ResultSet row = statement.executeQuery("""
                        with m as materialized (select * from message where id >= hour_id(%d) order by id limit 1 offset %d)
                        select m.document_number, m.business_keys[2], m.business_keys[3], i.control_reference, i.transport_message_id, i.file_name, m.organisation_id,
                               m.counterparty_id, m.type, m.created_at
                          from m join interchange i on i.id = m.interchange_id
                        """.formatted(hour, random.nextInt(500)))) {
                    if (row.next()) {
                        samples.add(new Sample(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                                row.getObject(7, UUID.class), row.getObject(8, UUID.class), row.getString(9), row.getTimestamp(10).toInstant()));
                    }
                }
            }
            long messages = number(statement, "select reltuples::bigint from pg_class where oid = 'message'::regclass");
            return new Samples(text(statement, "show server_version"), messages, samples);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        return Long.parseLong(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
