package io.tradelane.benchmarks.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** The same messages into a table with trigrams of their numbers and into one with groups of five characters, in turns, fifty a commit. */
final class InsertCost {
    private static final int ROUNDS = 9;
    private static final int ROWS = 10_000;
    private static final int COMMIT = 50;
    private static final String FIRST = "(id_windows(id), (array[organisation_id::text, counterparty_id::text, type]), business_keys, ";
    private static final String BEFORE = "create index on message_before using gin " + FIRST + "search_text gin_trgm_ops)";
    private static final String AFTER = "create index on message_after using gin " + FIRST + "search_parts)";

    private InsertCost() {}

    static List<String> measure(String url, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "tradelane_owner", password); Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("select set_config('app.scope', 'HUB', false)");
            for (String table : List.of("message_before", "message_after")) {
                statement.execute("drop table if exists " + table);
                statement.execute("create unlogged table " + table + " (like message including defaults)");
                statement.execute("create unique index on " + table + " (id); create index on " + table + " (organisation_id, id); create index on " + table + " (counterparty_id, id);"
                        + "create unique index on " + table + " (interchange_id, index); create index on " + table + " (reference, organisation_id)");
            }
            statement.execute("create index on message_before (status, id); create index on message_after (status, id); alter table message_before drop column search_parts");
            statement.execute(BEFORE);
            statement.execute(AFTER);
            statement.execute("create temp table fresh as select row_number() over (order by id) as n, m.* from (select * from message order by id desc limit " + ROWS * (ROUNDS + 1) + ") m");
            statement.execute("create index on fresh (n)");
            double[] before = new double[ROUNDS];
            double[] after = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double one = insert(statement, "message_before", round + 1);
                double other = insert(statement, "message_after", round + 1);
                if (round >= 0) {
                    before[round] = one;
                    after[round] = other;
                }
            }
            statement.execute("drop table message_before; drop table message_after");
            return List.of("Inserting %,d messages a round, fifty a commit, in turns, %d rounds, median: %.0f messages/s with trigrams, %.0f with groups of five; ratio of time **%.2f**."
                    .formatted(ROWS, ROUNDS, ROWS / median(before), ROWS / median(after), median(after) / median(before)));
        }
    }

    private static double insert(Statement statement, String table, int round) throws SQLException {
        String columns = "id, interchange_id, direction, organisation_id, counterparty_id, index, siblings, reference, type, version, association, document_type, "
                + "document_number, document, business_keys, search_text, status, verdict_key, verdict_args, findings, byte_start, byte_end, created_at, decided_at"
                + (table.equals("message_after") ? ", search_parts" : "");
        long start = System.nanoTime();
        for (int i = 0; i < ROWS; i += COMMIT) {
            int from = round * ROWS + i;
            statement.executeUpdate("insert into " + table + " (" + columns + ") select " + columns + " from fresh where n > " + from + " and n <= " + (from + COMMIT));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
