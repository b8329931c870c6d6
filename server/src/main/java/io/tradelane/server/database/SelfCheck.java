package io.tradelane.server.database;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database at start whether it is one that the platform can work on at all. Whether commits are durable and rows
 * walled in is asked by {@link io.tradelane.trading.partner.DatabaseCheck}.
 */
final class SelfCheck {

    private static final int LEAST_VERSION = 150_000;

    private final JdbcClient database;

    SelfCheck(JdbcClient database) {
        this.database = database;
    }

    void run() {
        List<String> faults = new ArrayList<>();
        if (Integer.parseInt(show("server_version_num")) < LEAST_VERSION) {
            faults.add("PostgreSQL " + show("server_version") + " is older than 15");
        }
        if (!show("server_encoding").equals("UTF8")) {
            faults.add("its encoding is " + show("server_encoding") + ", not UTF8");
        }
        if (hasTrigrams() && !holds("SELECT show_trgm('采购订单') <> '{}'")) {
            faults.add("Chinese is not searchable: create it with a UTF-8 LC_CTYPE, such as C.UTF-8");
        }
        if (holds("SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user")) {
            faults.add("the role that works on it may create roles");
        }
        if (!faults.isEmpty()) {
            throw new UnsafeDatabase(faults);
        }
    }

    private boolean hasTrigrams() {
        return holds("SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm')");
    }

    private boolean holds(String sql) {
        return Boolean.TRUE.equals(database.sql(sql).query(Boolean.class).single());
    }

    private String show(String setting) {
        return database.sql("SELECT current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }
}
