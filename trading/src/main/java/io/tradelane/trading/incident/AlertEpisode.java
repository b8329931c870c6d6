package io.tradelane.trading.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a threshold is reached.
 *
 * @param value the last figure
 * @param peak the largest
 * @param calmSince since when it has been below the threshold again
 */
public record AlertEpisode(UUID id, UUID rule, Instant openedAt, int value, int peak, @Nullable Instant calmSince) {}
