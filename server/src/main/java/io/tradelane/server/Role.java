package io.tradelane.server;

import io.tradelane.server.home.StartRefused;
import java.util.Arrays;
import java.util.Optional;
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
        return named(name).orElseThrow(() -> new StartRefused(
                "tradelane.role is '" + name + "'", "It can be all, hub or portal."));
    }

    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    boolean includes(Role other) {
        return this == ALL || this == other;
    }
}
