package io.tradelane.trading.incident;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param cause one of {@link Cause} or a room's own code
 * @param organisation whose people may see it besides the operator; null: operator only
 * @param args for the text of the cause
 * @param detail technical, shown on demand: the exception, the transport's answer
 */
public record NewIncident(
        String cause,
        @Nullable UUID organisation,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Map<String, String> args,
        @Nullable String detail) {}
