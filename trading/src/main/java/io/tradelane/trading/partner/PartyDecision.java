package io.tradelane.trading.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a decision on a {@link PartyChange} ended. */
public sealed interface PartyDecision {

    /** It is decided so, now or before. @param organisation whose data it changed; {@code null}: nobody's */
    record Done(@Nullable UUID organisation) implements PartyDecision {}

    /** Somebody decided otherwise before. */
    record DecidedBefore(PartyChange.Status status) implements PartyDecision {}

    /** Not there, or not for this caller to decide. */
    record NotFound() implements PartyDecision {}

    /** @param code a key for the text: {@code required}, {@code identifier-taken}, {@code account-taken}, {@code party-unknown} */
    record Invalid(String field, String code) implements PartyDecision {}
}
