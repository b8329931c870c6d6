package io.tradelane.adapters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param problem why an enabled channel is not open; null otherwise */
public record ChannelState(UUID channel, boolean open, @Nullable String problem) {}
