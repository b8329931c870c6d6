package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementRepository {
    private static final String SELECT = """
            select id, sender_org_id, receiver_org_id, document_type, format, version, association, channel_id, acknowledgement_requested,
                   sender_id, sender_qualifier, receiver_id, receiver_qualifier, charset, test
              from agreement
            """;
    private final JdbcClient jdbc;

    AgreementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID upsert(Agreement a) {
        return jdbc.sql("""
                        insert into agreement (id, sender_org_id, receiver_org_id, document_type, format, version, association, channel_id,
                          acknowledgement_requested, sender_id, sender_qualifier, receiver_id, receiver_qualifier, charset, test)
                        values (:id, :sender, :receiver, :type, :format, :version, :association, :channel,
                          :acknowledgementRequested, :senderId, :senderQualifier, :receiverId, :receiverQualifier, :charset, :test)
                        on conflict (sender_org_id, receiver_org_id, document_type) where ended_at is null do update set
                          format = excluded.format, version = excluded.version, association = excluded.association,
                          channel_id = excluded.channel_id, acknowledgement_requested = excluded.acknowledgement_requested,
                          sender_id = excluded.sender_id, sender_qualifier = excluded.sender_qualifier,
                          receiver_id = excluded.receiver_id, receiver_qualifier = excluded.receiver_qualifier,
                          charset = excluded.charset, test = excluded.test
                        returning id
                        """)
                .param("id", a.id())
                .param("sender", a.sender())
                .param("receiver", a.receiver())
                .param("type", a.type().name())
                .param("format", a.format())
                .param("version", a.version())
                .param("association", a.association())
                .param("channel", a.channel())
                .param("acknowledgementRequested", a.acknowledgementRequested())
                .param("senderId", a.senderId())
                .param("senderQualifier", a.senderQualifier())
                .param("receiverId", a.receiverId())
                .param("receiverQualifier", a.receiverQualifier())
                .param("charset", a.charset())
                .param("test", a.test())
                .query(UUID.class)
                .single();
    }

    void end(UUID id) {
        jdbc.sql("update agreement set ended_at = now() where id = :id and ended_at is null").param("id", id).update();
    }

    void sendOver(UUID channel, UUID receiver, Set<UUID> agreements) {
        jdbc.sql("""
                        update agreement set channel_id = case when id = any(:agreements) then cast(:channel as uuid) end
                         where receiver_org_id = :receiver and ended_at is null and (id = any(:agreements)) <> (channel_id is not distinct from :channel)
                        """)
                .param("agreements", agreements.toArray(UUID[]::new))
                .param("channel", channel)
                .param("receiver", receiver)
                .update();
    }

    Optional<Agreement> outbound(UUID from, UUID to, DocumentType type) {
        return jdbc.sql(SELECT + "where sender_org_id = :from and receiver_org_id = :to and document_type = :type and ended_at is null")
                .param("from", from)
                .param("to", to)
                .param("type", type.name())
                .query(AgreementRepository::map)
                .optional();
    }

    Optional<Agreement> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id and ended_at is null").param("id", id).query(AgreementRepository::map).optional();
    }

    Optional<Agreement> findEvenEnded(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(AgreementRepository::map).optional();
    }

    List<Agreement> list(UUID organisation) {
        return jdbc.sql(SELECT + "where (sender_org_id = :organisation or receiver_org_id = :organisation) and ended_at is null order by document_type, id")
                .param("organisation", organisation)
                .query(AgreementRepository::map)
                .list();
    }

    private static Agreement map(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                row.getObject("sender_org_id", UUID.class),
                row.getObject("receiver_org_id", UUID.class),
                DocumentType.valueOf(row.getString("document_type")),
                row.getString("format"),
                row.getString("version"),
                row.getString("association"),
                SqlValues.uuid(row, "channel_id"),
                row.getBoolean("acknowledgement_requested"),
                row.getString("sender_id"),
                row.getString("sender_qualifier"),
                row.getString("receiver_id"),
                row.getString("receiver_qualifier"),
                row.getString("charset"),
                row.getBoolean("test"));
    }
}
