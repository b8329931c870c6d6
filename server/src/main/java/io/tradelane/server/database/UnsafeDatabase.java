package io.tradelane.server.database;

import io.tradelane.server.home.StartRefused;
import java.util.List;

/** The database is not one that the platform can work on. */
final class UnsafeDatabase extends StartRefused {

    private static final long serialVersionUID = 1L;

    UnsafeDatabase(List<String> faults) {
        super(
                "this database will not do: " + String.join("; ", faults),
                "Set it up as docs/operations.md says under \"The database\".");
    }
}
