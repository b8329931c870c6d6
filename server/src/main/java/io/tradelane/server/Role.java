package io.tradelane.server;

import java.util.Locale;
import org.springframework.core.env.Environment;

/** What a process does. Several of one role may run at once; roles meet only in PostgreSQL. */
public enum Role {
    /** Both in one process. */
    ALL,
    /** Holds the doors: receives, translates, processes, sends. */
    HUB,
    /** Holds the pages and the JSON API. */
    PORTAL;

    public static Role of(Environment environment) {
        String name = environment.getProperty("tradelane.role", "all");
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("tradelane.role is '" + name + "'; it can be all, hub or portal", e);
        }
    }

    boolean includes(Role other) {
        return this == ALL || this == other;
    }
}
