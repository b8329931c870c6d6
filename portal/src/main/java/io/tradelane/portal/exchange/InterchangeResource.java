package io.tradelane.portal.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tradelane.trading.exchange.Acknowledgement;
import io.tradelane.trading.exchange.DeliveryAttempt;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.traffic.Hold;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transmission in JSON.
 *
 * @param sha256 of the bytes, hexadecimal
 * @param findings what the reader found in the envelope
 * @param messages the first ones; null in a list
 * @param held why it is not sent now, while it is QUEUED; only of one that goes out, null in a list
 * @param payload address of the bytes
 */
record InterchangeResource(
        UUID id, String direction, String status, @Nullable String reason, Map<String, String> reasonArgs,
        @Nullable UUID organisation, @Nullable UUID counterparty, String door, String mediaType, long size, String sha256,
        @Nullable String fileName, @Nullable String transportMessageId, @Nullable String format, @Nullable String version,
        @Nullable Address sender, @Nullable Address recipient, @Nullable String controlReference, boolean test,
        boolean acknowledgementRequested, Instant receivedAt, @Nullable Instant processedAt, @Nullable UUID duplicateOf,
        @Nullable UUID resubmissionOf, int messageCount, @JsonRawValue String findings, @Nullable List<MessageLink> messages,
        @Nullable List<AcknowledgementResource> acknowledgements, @Nullable List<AttemptResource> attempts, @Nullable Hold held, String payload) {

    record Address(String id, @Nullable String qualifier) {}

    /** @param findings what the reader found in the message */
    record MessageLink(
            UUID id, String reference, String type, String version, @Nullable String documentNumber, String status,
            @JsonRawValue String findings, String href) {

        static MessageLink of(Message message) {
            return new MessageLink(message.id(), message.reference(), message.type(), message.version(), message.documentNumber(),
                    message.status().name(), message.findings(), "/api/v1/messages/" + message.id());
        }
    }

    record AcknowledgementResource(
            String kind, boolean accepted, @Nullable String detail, Instant at, UUID answered, @Nullable UUID answeredMessage,
            @Nullable UUID answer, @Nullable UUID answerMessage) {

        static AcknowledgementResource of(Acknowledgement ack) {
            return new AcknowledgementResource(ack.kind(), ack.accepted(), ack.detail(), ack.at(), ack.answered(), ack.answeredMessage(),
                    ack.answer(), ack.answerMessage());
        }
    }

    record AttemptResource(int number, Instant at, String outcome, @Nullable String detail) {

        static AttemptResource of(DeliveryAttempt attempt) {
            return new AttemptResource(attempt.number(), attempt.at(), attempt.outcome().name(), attempt.detail());
        }
    }

    static InterchangeResource of(
            Interchange i, @Nullable List<Message> messages, @Nullable List<Acknowledgement> acks, @Nullable List<DeliveryAttempt> attempts,
            @Nullable Hold held) {
        return new InterchangeResource(i.id(), i.direction().name(), i.status().name(), i.reason(), i.reasonArgs(), i.organisation(),
                i.counterparty(), i.door(), i.mediaType(), i.size(), HexFormat.of().formatHex(i.sha256()), i.fileName(), i.transportMessageId(),
                i.format(), i.version(), address(i.senderId(), i.senderQualifier()), address(i.recipientId(), i.recipientQualifier()),
                i.controlReference(), i.test(), i.acknowledgementRequested(), i.receivedAt(), i.processedAt(), i.duplicateOf(),
                i.resubmissionOf(), i.messageCount(), i.findings(),
                messages == null ? null : messages.stream().map(MessageLink::of).toList(),
                acks == null ? null : acks.stream().map(AcknowledgementResource::of).toList(),
                attempts == null ? null : attempts.stream().map(AttemptResource::of).toList(),
                held, "/api/v1/interchanges/" + i.id() + "/payload");
    }

    private static @Nullable Address address(@Nullable String id, @Nullable String qualifier) {
        return id == null ? null : new Address(id, qualifier);
    }
}
