package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** First step of the inbox: bytes, interchange and first line of its journal in one statement. */
@Component
class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final String INSERT = """
            with stored as (
              insert into interchange (id, direction, organisation_id, channel_id, door, payload_id, media_type, size, sha256,
                transport_message_id, transport_key, file_name, properties, status, resubmission_of, received_at)
              values (:id, 'INBOUND', :organisation, :channel, :door, :payload, :mediaType, :size, :sha256,
                :transportMessageId, :transportKey, :fileName, cast(:properties as jsonb), 'RECEIVED', :resubmissionOf, :at)
              on conflict (transport_key) where transport_key is not null do nothing
              returning id),
            bytes as (
              insert into payload (id, organisation_id, media_type, size, sha256, content, created_at)
              select :payload, cast(:organisation as uuid), :mediaType, :size, :sha256, cast(:content as bytea), :at from stored),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, null, 'RECEIVED', 'RECEIVED', id, null, cast(:visibleTo as uuid[]), cast(:details as jsonb) from stored)
            select id from stored
            """;
    private final JdbcClient jdbc;
    private final PayloadRepository payloads;
    private final Announcements announcements;
    private final ExchangeMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long limit;

    Receiver(
            JdbcClient jdbc,
            PayloadRepository payloads,
            Announcements announcements,
            ExchangeMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tradelane.inbox.limit-bytes:209715200}") long limit) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.announcements = announcements;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limit = limit;
    }

    Receipt receive(Reception reception, InputStream bytes, @Nullable UUID resubmissionOf) throws IOException {
        try (Spool spool = Spool.of(bytes, limit)) {
            CrashPoint.reach("before-store");
            Receipt receipt = transaction.execute(status -> store(reception, spool, resubmissionOf));
            CrashPoint.reach("after-store");
            try (var ignored = MDC.putCloseable("interchange", String.valueOf(receipt.interchange()))) {
                LOG.info("Stored {} bytes that came by {}{}", spool.size(), reception.door(), receipt.duplicateTransport() ? ", again" : "");
            }
            return receipt;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Receipt store(Reception reception, Spool spool, @Nullable UUID resubmissionOf) {
        UUID id = Ids.next();
        UUID payload = Ids.next();
        String transportKey = transportKey(reception);
        if (insert(id, payload, transportKey, reception, spool, resubmissionOf).isEmpty()) {
            metrics.interchange("duplicate-transport");
            return new Receipt(first(transportKey), true);
        }
        try {
            payloads.insertChunks(payload, spool);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        metrics.interchange("received");
        announcements.afterCommit(id);
        return new Receipt(id, false);
    }

    private Optional<UUID> insert(
            UUID id, UUID payload, @Nullable String transportKey, Reception reception, Spool spool, @Nullable UUID resubmissionOf) {
        Instant now = clock.instant();
        return jdbc.sql(INSERT)
                .params(JournalSql.actor(now))
                .param("id", id)
                .param("payload", payload)
                .param("line", Ids.next())
                .param("organisation", reception.organisation())
                .param("channel", reception.channel())
                .param("door", reception.door())
                .param("mediaType", reception.mediaType())
                .param("size", spool.size())
                .param("sha256", spool.sha256())
                .param("content", spool.inline())
                .param("transportMessageId", reception.transportMessageId())
                .param("transportKey", transportKey)
                .param("fileName", reception.fileName())
                .param("properties", SqlValues.json(reception.properties()))
                .param("resubmissionOf", resubmissionOf)
                .param("visibleTo", Parties.of(reception.organisation()))
                .param("details", SqlValues.json(Map.of("door", reception.door(), "bytes", Long.toString(spool.size()))))
                .query(UUID.class)
                .optional();
    }

    private UUID first(@Nullable String transportKey) {
        return jdbc.sql("select id from interchange where transport_key = :key").param("key", transportKey).query(UUID.class).single();
    }

    private static @Nullable String transportKey(Reception reception) {
        String id = reception.transportMessageId();
        return id == null || id.isBlank() ? null : reception.organisation() + "|" + reception.door() + "|" + id;
    }
}
