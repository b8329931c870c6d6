package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one interchange or message answers another.
 *
 * @param kind {@code CONTRL}, {@code TA1}, {@code 997}, {@code 999}, {@code APERAK}, {@code 824}, {@code MLR}, {@code MLS}, {@code MDN}
 * @param answered the interchange that is answered, and the message in it when the answer is about one
 * @param answer the interchange that carries the answer; null while ours is not rendered or stays in the portal
 * @param outbox our answer in the outbox; null for a partner's answer
 */
public record Acknowledgement(
        UUID id,
        String kind,
        UUID answered,
        @Nullable UUID answeredMessage,
        @Nullable UUID answer,
        @Nullable UUID answerMessage,
        @Nullable UUID outbox,
        boolean accepted,
        @Nullable String detail,
        Instant at) {}
