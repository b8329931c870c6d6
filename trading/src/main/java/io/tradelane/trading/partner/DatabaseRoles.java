package io.tradelane.trading.partner;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Makes the two roles and the database in a cluster of our own. In a cluster that an administrator keeps, this is what he
 * does by hand:
 *
 * <pre>{@code
 * create role tradelane_owner login password '…';
 * create role tradelane_app login password '…' nosuperuser nocreatedb nocreaterole nobypassrls;
 * create database tradelane owner tradelane_owner encoding 'UTF8' template template0;
 * }</pre>
 */
public final class DatabaseRoles {
    /** Owns the tables; Flyway signs in as it. */
    public static final String OWNER = "tradelane_owner";
    /** What the application signs in as. */
    public static final String APPLICATION = "tradelane_app";

    private DatabaseRoles() {}

    /**
     * Makes what is missing and sets the passwords.
     *
     * @param superuser signed in to any database of the cluster
     * @param database its name; its ctype is that of the cluster, which must know Chinese (a UTF-8 one)
     */
    public static void ensure(DataSource superuser, String database, String ownerPassword, String applicationPassword) throws SQLException {
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            role(connection, statement, OWNER, ownerPassword);
            role(connection, statement, APPLICATION, applicationPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database " + statement.enquoteIdentifier(database, true) + " owner " + OWNER
                        + " encoding 'UTF8' template template0");
            }
        }
    }

    private static void role(Connection connection, Statement statement, String role, String password) throws SQLException {
        String verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
        statement.execute(verb + " role " + role + " login password " + statement.enquoteLiteral(password)
                + " nosuperuser nocreatedb nocreaterole nobypassrls");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
