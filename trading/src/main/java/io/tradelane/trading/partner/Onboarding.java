package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company on its way in.
 *
 * @param inviter null: who runs the hub
 * @param twin in which everything is tried until the company is live
 * @param counterparty with whom it will trade first
 * @param steps those of the wizard that are done
 * @param expiresAt until when the invitation can be accepted
 * @param overrideReason why it went live although not all had been seen
 */
public record Onboarding(
        UUID id,
        @Nullable UUID inviter,
        UUID company,
        UUID twin,
        UUID counterparty,
        String email,
        Locale language,
        List<Exchanged> documents,
        Set<Step> steps,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant liveAt,
        @Nullable String liveBy,
        @Nullable String overrideReason) {

    /** In the order in which the wizard asks for them. */
    public enum Step {
        PROFILE,
        DOCUMENTS,
        CHANNEL,
        CERTIFICATES,
        REVIEW
    }

    public enum State {
        INVITED,
        EXPIRED,
        FILLING_IN,
        TRYING,
        LIVE
    }

    /** @param sends whether the company sends it; otherwise it gets it @param format as {@link WrittenFormats} names it */
    public record Exchanged(DocumentType type, boolean sends, String format) {
        private static final Pattern ANSWERED = Pattern.compile("D\\d\\d[ABC]|X12(:.*)?");

        /** Whether the receiver of one acknowledges it (CONTRL, 997, 999); nobody acknowledges an acknowledgement. */
        public boolean acknowledged() {
            return type != DocumentType.SYNTAX_ACKNOWLEDGEMENT && ANSWERED.matcher(format).matches();
        }
    }

    public State state(Instant now) {
        if (liveAt != null) {
            return State.LIVE;
        }
        if (acceptedAt == null) {
            return now.isAfter(expiresAt) ? State.EXPIRED : State.INVITED;
        }
        return steps.contains(Step.REVIEW) ? State.TRYING : State.FILLING_IN;
    }

    /** The first step that is not done; empty when all are. */
    public Optional<Step> next() {
        return List.of(Step.values()).stream().filter(step -> !steps.contains(step)).findFirst();
    }

    /** From the invitation until it was live, or until now. */
    public Duration took(Instant now) {
        return Duration.between(invitedAt, liveAt == null ? now : liveAt);
    }
}
