package io.tradelane.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an installation lives and what this process does.
 *
 * @param home folder for everything that survives a restart: embedded database and broker, key, generated passwords,
 *     ports, logs; one process at a time
 * @param role what this process does: all, hub (the doors) or portal (the pages and the JSON API)
 * @param keyFile file holding the installation key; HOME/key when not set. The environment variable TRADELANE_KEY,
 *     holding the key itself, goes before it
 */
@ConfigurationProperties("tradelane")
public record TradelaneSettings(
        @DefaultValue("./data") Path home,
        @DefaultValue("all") Role role,
        @Nullable Path keyFile) {}
