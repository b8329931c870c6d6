package io.tradelane.trading.partner;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the promises rest on, looked at once at start: that a commit is on the disk when PostgreSQL says so, and that the
 * application cannot step around row-level security. A table without rows of organisations says so by a comment that
 * begins with {@code shared:}.
 */
public final class DatabaseCheck {
    private final JdbcClient jdbc;

    public DatabaseCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException that names everything that is wrong */
    public void requireDurability() {
        List<String> wrong = new ArrayList<>();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = jdbc.sql("select current_setting(:setting)").param("setting", setting).query(String.class).single();
            if (value.equals("off")) {
                wrong.add(setting + " is " + value);
            }
        }
        refuse("PostgreSQL would lose committed documents in a crash", wrong);
    }

    /** @throws IllegalStateException that names everything that is wrong */
    public void requireIsolation() {
        List<String> wrong = jdbc.sql("""
                        select what from (
                          select 'it is a superuser' as what where (select rolsuper from pg_roles where rolname = current_user)
                          union all select 'it bypasses row-level security' where (select rolbypassrls from pg_roles where rolname = current_user)
                          union all select 'it may create tables' where has_schema_privilege(current_user, 'public', 'create')
                          union all select 'it owns ' || relname from pg_class
                                     where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'usage')
                          union all select relname || ' has no forced row-level security' from pg_class
                                     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                                       and relname <> 'flyway_schema_history'
                                       and not (relrowsecurity and relforcerowsecurity)
                                       and has_table_privilege(current_user, oid, 'select')
                                       and coalesce(obj_description(oid, 'pg_class'), '') not like 'shared:%'
                        ) findings order by what
                        """).query(String.class).list();
        refuse("the database role of the application is not walled in", wrong);
    }

    private static void refuse(String consequence, List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(consequence + ": " + String.join("; ", wrong));
        }
    }
}
