package io.tradelane.server.database;

import java.util.List;

/** The database cannot keep what the platform promises. */
final class UnsafeDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnsafeDatabase(List<String> faults) {
        super("refusing to work on this database: " + String.join("; ", faults)
                + " (docs/operations.md, \"The database\")");
    }
}
