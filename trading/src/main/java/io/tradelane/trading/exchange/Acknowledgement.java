package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one interchange or message answers another.
 *
 * @param kind {@code CONTRL}, {@code APERAK}, {@code MDN}
 * @param answered the interchange that is answered, and the message in it when the answer is about one
 * @param answer the interchange and message that carry the answer
 */
public record Acknowledgement(
        UUID id,
        String kind,
        UUID answered,
        @Nullable UUID answeredMessage,
        @Nullable UUID answer,
        @Nullable UUID answerMessage,
        boolean accepted,
        @Nullable String detail,
        Instant at) {}
