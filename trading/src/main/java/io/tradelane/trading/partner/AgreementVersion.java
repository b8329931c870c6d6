package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agreement. Only a draft changes; what was in force stays readable.
 *
 * @param number from 1
 * @param state seen from now
 * @param validTo until when; null: until another one takes its place
 * @param basedOn number of the version that it was made from; null for the first
 * @param edits counts the changes of the draft; for ETags
 * @param reason why it was changed
 */
public record AgreementVersion(
        UUID id,
        UUID agreement,
        int number,
        State state,
        AgreementTerms terms,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Integer basedOn,
        int edits,
        String reason,
        Hand changed,
        @Nullable Hand activated,
        @Nullable String activationReason) {

    /** Who did it, and when. @param user null for a machine */
    public record Hand(String name, @Nullable UUID user, Instant at) {

        /** Whether it may be the same person: behind a machine's key may be anybody, so a key is never the second hand. */
        boolean is(Tenancy.Actor actor) {
            return actor.user() == null || actor.user().equals(user);
        }
    }

    public enum State {
        DRAFT,
        /** It will be in force. */
        SCHEDULED,
        IN_FORCE,
        ENDED,
        /** It was to be in force, and never was. */
        WITHDRAWN
    }
}
