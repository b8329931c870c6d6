package io.tradelane.server.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * PostgreSQL. Without a URL, one is started under HOME.
 *
 * @param url JDBC URL of an external PostgreSQL 15 or newer, for example jdbc:postgresql://db:5432/tradelane; an embedded
 *     one is started when not set
 * @param user role for daily work on an external database; may own nothing and bypass no row-level security
 * @param password password of the user
 * @param ownerUser role that owns the tables of an external database and migrates them; when not set, this process
 *     does not migrate and expects a hub to have done it
 * @param ownerPassword password of the owner
 * @param port port of the embedded database on 127.0.0.1; 0 chooses a free one and keeps it
 * @param poolSize connections that this process holds at most
 */
@ConfigurationProperties("tradelane.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("tradelane_app") String user,
        @Nullable String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        @DefaultValue("0") int port,
        @DefaultValue("20") int poolSize) {}
