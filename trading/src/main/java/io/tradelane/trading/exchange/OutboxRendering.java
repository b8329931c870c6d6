package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.AgreedVersion;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fixes what will be sent: bytes, interchange and messages. */
@Component
class OutboxRendering {
    private static final String INSERT = """
            with bytes as (
              insert into payload (id, organisation_id, counterparty_id, media_type, size, sha256, content, created_at)
              values (:payload, :receiver, :sender, :mediaType, :size, :sha256, :content, :at)),
            wire as (
              insert into interchange (id, direction, organisation_id, counterparty_id, channel_id, door, payload_id, media_type, size, sha256,
                transport_message_id, file_name, format, version, sender_id, sender_qualifier, recipient_id, recipient_qualifier,
                control_reference, test, acknowledgement_requested, status, findings, message_count, received_at, agreement_version_id)
              values (:id, 'OUTBOUND', :receiver, :sender, :channel, :door, :payload, :mediaType, :size, :sha256,
                :transportMessageId, :fileName, :format, :syntax, :senderId, :senderQualifier, :recipientId, :recipientQualifier,
                :controlReference, :test, :acknowledgementRequested, 'QUEUED', cast(:findings as jsonb), :messages, :at, :version)
              returning id),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, null, 'RENDERED', 'QUEUED', id, null, cast(:visibleTo as uuid[]), cast(:details as jsonb) from wire)
            select id from wire
            """;
    private final JdbcClient jdbc;
    private final MessageWriter writer;
    private final Clock clock;

    OutboxRendering(JdbcClient jdbc, MessageWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    UUID store(OutboxItem item, AgreedVersion agreed, Rendered rendered, String controlReference) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        InterchangeFacts facts = rendered.facts();
        jdbc.sql(INSERT)
                .params(JournalSql.actor(now))
                .param("id", id)
                .param("payload", Ids.next())
                .param("line", Ids.next())
                .param("receiver", item.to())
                .param("sender", item.from())
                .param("channel", rendered.channel())
                .param("door", rendered.door())
                .param("mediaType", rendered.mediaType())
                .param("size", rendered.bytes().length)
                .param("sha256", sha256(rendered.bytes()))
                .param("content", rendered.bytes())
                .param("transportMessageId", rendered.transportMessageId())
                .param("fileName", rendered.fileName())
                .param("format", facts.format())
                .param("syntax", facts.version())
                .param("version", agreed.version())
                .param("senderId", facts.senderId())
                .param("senderQualifier", facts.senderQualifier())
                .param("recipientId", facts.recipientId())
                .param("recipientQualifier", facts.recipientQualifier())
                .param("controlReference", controlReference)
                .param("test", facts.test())
                .param("acknowledgementRequested", facts.acknowledgementRequested())
                .param("findings", facts.findings())
                .param("messages", rendered.messages().size())
                .param("visibleTo", Parties.of(item.from(), item.to()))
                .param("details", SqlValues.json(Map.of("outbox", item.id().toString(), "agreementVersion", Integer.toString(agreed.number()))))
                .query(UUID.class)
                .single();
        writer.insert(
                new MessageWriter.Context(
                        id, Direction.OUTBOUND, item.to(), item.from(), controlReference, MessageStatus.RENDERED, null, now),
                rendered.messages());
        return id;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
