package io.tradelane.trading.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How every list names the two companies of a deal: the SQL to join them and to read them back. */
public final class Companies {
    /** Columns of the two companies, for a query with {@link #JOIN}. */
    public static final String COLUMNS = """
            , b.id as buyer_id, b.name as buyer_name, b.name_local as buyer_name_local, b.gln as buyer_gln
            , s.id as supplier_id, s.name as supplier_name, s.name_local as supplier_name_local, s.gln as supplier_gln
            """;
    /** For a table with the alias {@code o}. */
    public static final String JOIN = """
             join organisation b on b.id = o.buyer_org_id join organisation s on s.id = o.supplier_org_id
            """;

    private Companies() {}

    public static Company buyer(ResultSet row) throws SQLException {
        return company(row, "buyer");
    }

    public static Company supplier(ResultSet row) throws SQLException {
        return company(row, "supplier");
    }

    private static Company company(ResultSet row, String role) throws SQLException {
        return new Company(row.getObject(role + "_id", UUID.class), row.getString(role + "_name"),
                row.getString(role + "_name_local"), row.getString(role + "_gln"));
    }
}
