package io.tradelane.server.database;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database at start whether the promises that rest on it can be kept: what is committed is on disk, and no
 * query sees past row-level security. If not, the process does not start.
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
        mustNotBeOff(faults, "fsync");
        mustNotBeOff(faults, "full_page_writes");
        mustNotBeOff(faults, "synchronous_commit");
        if (!show("server_encoding").equals("UTF8")) {
            faults.add("the database's encoding is " + show("server_encoding") + ", not UTF8");
        }
        if (hasTrigrams() && !holds("SELECT show_trgm('采购订单') <> '{}'")) {
            faults.add("Chinese is not searchable: create the database with a UTF-8 LC_CTYPE, such as C.UTF-8");
        }
        checkRole(faults);
        if (!faults.isEmpty()) {
            throw new UnsafeDatabase(faults);
        }
    }

    private void mustNotBeOff(List<String> faults, String setting) {
        if (show(setting).equals("off")) {
            faults.add(setting + " is off: a commit may be lost");
        }
    }

    private boolean hasTrigrams() {
        return holds("SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm')");
    }

    private void checkRole(List<String> faults) {
        String user = database.sql("SELECT current_user").query(String.class).single();
        if (holds("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            faults.add("role " + user + " is a superuser");
        }
        if (holds("SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
            faults.add("role " + user + " bypasses row-level security");
        }
        if (holds("SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user")) {
            faults.add("role " + user + " may create roles");
        }
        if (holds("SELECT has_schema_privilege('public', 'CREATE')")) {
            faults.add("role " + user + " may create tables in schema public");
        }
        if (holds("""
                SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                               WHERE n.nspname = 'public' AND pg_has_role(c.relowner, 'MEMBER'))
                """)) {
            faults.add("role " + user + " owns tables, or is a member of the role that owns them");
        }
    }

    private boolean holds(String sql) {
        return database.sql(sql).query(Boolean.class).single() == Boolean.TRUE;
    }

    private String show(String setting) {
        return database.sql("SELECT current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }
}
