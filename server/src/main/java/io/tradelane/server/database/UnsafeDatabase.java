package io.tradelane.server.database;

import io.tradelane.server.home.StartRefused;
import java.util.List;

/** The database cannot keep what the platform promises. */
final class UnsafeDatabase extends StartRefused {

    private static final long serialVersionUID = 1L;

    UnsafeDatabase(List<String> faults) {
        super(
                "this database is not safe to work on: " + String.join("; ", faults),
                "Set it up as docs/operations.md says under \"The database\".");
    }
}
