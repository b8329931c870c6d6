package io.tradelane.trading.partner;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one version of an agreement says. */
public sealed interface AgreementTerms {

    /**
     * How documents go to the receiver; its components are those of {@link Agreement}.
     *
     * @param acknowledgements what has to be answered, and when; absent: as the standards have it
     * @param batching how many go in one interchange; absent: each alone
     */
    record Sending(
            String format,
            String version,
            @Nullable String association,
            @Nullable UUID channel,
            boolean acknowledgementRequested,
            String senderId,
            @Nullable String senderQualifier,
            String receiverId,
            @Nullable String receiverQualifier,
            String charset,
            boolean test,
            AcknowledgementPolicy acknowledgements,
            Batching batching)
            implements AgreementTerms {

        public Sending {
            acknowledgements = Objects.requireNonNullElse(acknowledgements, AcknowledgementPolicy.STANDARD);
            batching = Objects.requireNonNullElse(batching, Batching.NONE);
        }

        public static Sending of(Agreement a, AcknowledgementPolicy acknowledgements, Batching batching) {
            return new Sending(a.format(), a.version(), a.association(), a.channel(), a.acknowledgementRequested(), a.senderId(),
                    a.senderQualifier(), a.receiverId(), a.receiverQualifier(), a.charset(), a.test(), acknowledgements, batching);
        }

        public Agreement of(AgreementKey key) {
            return new Agreement(key.id(), key.sender(), Objects.requireNonNull(key.receiver()), Objects.requireNonNull(key.type()), format, version,
                    association, channel, acknowledgementRequested, senderId, senderQualifier, receiverId, receiverQualifier, charset, test);
        }

        Sending over(@Nullable UUID other) {
            return new Sending(format, version, association, other, acknowledgementRequested, senderId, senderQualifier, receiverId,
                    receiverQualifier, charset, test, acknowledgements, batching);
        }

        Sending acknowledged(AcknowledgementPolicy policy) {
            return new Sending(format, version, association, channel, acknowledgementRequested, senderId, senderQualifier, receiverId,
                    receiverQualifier, charset, test, policy, batching);
        }
    }

    /** How what a partner sends is taken in. @param duplicates what comes twice @param sequence its control numbers */
    record Receiving(DuplicatePolicy duplicates, SequencePolicy sequence) implements AgreementTerms {
        /** As without an agreement. */
        public static final Receiving USUAL = new Receiving(DuplicatePolicy.USUAL, SequencePolicy.OFF);

        public Receiving {
            duplicates = Objects.requireNonNullElse(duplicates, DuplicatePolicy.USUAL);
            sequence = Objects.requireNonNullElse(sequence, SequencePolicy.OFF);
        }
    }
}
