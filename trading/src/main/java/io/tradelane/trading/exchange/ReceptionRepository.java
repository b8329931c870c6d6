package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceptionRepository {
    /** In the order of their keys, or two that store the same keys at a time could wait for each other. */
    private static final String INSERT = """
            with came as (
              select * from unnest(cast(:id as uuid[]), cast(:payload as uuid[]), cast(:line as uuid[]), cast(:organisation as uuid[]),
                  cast(:channel as uuid[]), cast(:door as text[]), cast(:mediaType as text[]), cast(:size as bigint[]), cast(:sha256 as bytea[]),
                  cast(:content as bytea[]), cast(:transportMessageId as text[]), cast(:transportKey as text[]), cast(:fileName as text[]),
                  cast(:properties as text[]), cast(:resubmissionOf as uuid[]), cast(:details as text[]), cast(:actorName as text[]),
                  cast(:actorUser as uuid[]), cast(:actorOrg as uuid[]), cast(:source as text[]), cast(:at as timestamptz[]))
                as c (id, payload, line, organisation, channel, door, media_type, size, sha256, content, transport_message_id, transport_key,
                  file_name, properties, resubmission_of, details, actor_name, actor_user, actor_org, source, at)
               order by transport_key, id),
            stored as (
              insert into interchange (id, direction, organisation_id, channel_id, door, payload_id, media_type, size, sha256,
                transport_message_id, transport_key, file_name, properties, status, resubmission_of, received_at)
              select id, 'INBOUND', organisation, channel, door, payload, media_type, size, sha256, transport_message_id, transport_key,
                     file_name, properties::jsonb, 'RECEIVED', resubmission_of, at
                from came
              on conflict (transport_key) where transport_key is not null do nothing
              returning id),
            bytes as (
              insert into payload (id, organisation_id, media_type, size, sha256, content, created_at)
              select payload, organisation, media_type, size, sha256, content, at from came join stored using (id)),
            line as (
            """ + JournalSql.INSERT + """
              select actor_name, actor_user, actor_org, source, at, line, 'INTERCHANGE', id, null, 'RECEIVED', 'RECEIVED', id, null,
                     array_remove(array[organisation], null), details::jsonb
                from came join stored using (id))
            select id from stored
            """;
    private final JdbcClient jdbc;

    ReceptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the ids of those that are new */
    Set<UUID> insert(List<Came> came) {
        Columns<Came> columns = Columns.of(came)
                .text("id", Came::id)
                .text("payload", Came::payload)
                .text("line", Came::line)
                .text("organisation", one -> one.reception().organisation())
                .text("channel", one -> one.reception().channel())
                .text("door", one -> one.reception().door())
                .text("mediaType", one -> one.reception().mediaType())
                .text("size", one -> one.spool().size())
                .bytes("sha256", one -> one.spool().sha256())
                .bytes("content", one -> one.spool().inline())
                .text("transportMessageId", one -> one.reception().transportMessageId())
                .text("transportKey", Came::transportKey)
                .text("fileName", one -> one.reception().fileName())
                .text("properties", one -> SqlValues.json(one.reception().properties()))
                .text("resubmissionOf", Came::resubmissionOf)
                .text("details", one -> SqlValues.json(
                        Map.of("door", one.reception().door(), "bytes", Long.toString(one.spool().size()))))
                .text("actorName", one -> one.actor().name())
                .text("actorUser", one -> one.actor().user())
                .text("actorOrg", one -> one.actor().organisation())
                .text("source", one -> one.actor().source())
                .text("at", Came::at);
        return new HashSet<>(jdbc.sql(INSERT).params(columns.arrays()).query(UUID.class).list());
    }

    /** Who was first under the key of one that is not new. */
    UUID first(Came again) {
        return jdbc.sql("select id from interchange where transport_key = :key")
                .param("key", Objects.requireNonNull(again.transportKey()))
                .query(UUID.class)
                .single();
    }
}
