package io.tradelane.trading.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who reports to whom, and in which message. @param partner who may see it besides; {@code null}: nobody */
public record Reporter(UUID organisation, @Nullable UUID partner, @Nullable UUID interchange, @Nullable UUID message) {}
