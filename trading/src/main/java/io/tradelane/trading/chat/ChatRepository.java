package io.tradelane.trading.chat;

import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, files and how far each person has read. */
@Repository
class ChatRepository {
    private static final int MOST = 500;
    private final JdbcClient jdbc;
    private final SecretBox secrets;

    ChatRepository(JdbcClient jdbc, SecretBox secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Between whom, as far as the caller sees the row. */
    record Between(UUID buyerOrgId, UUID supplierOrgId, String number, boolean open) {}

    Optional<Between> between(Subject subject, UUID id) {
        return jdbc.sql(subject.sql()).param("id", id).query(Between.class).optional();
    }

    record Row(UUID id, UUID organisation, @Nullable UUID counterparty, @Nullable UUID user, String author, String text, List<UUID> mentions, OffsetDateTime at) {}

    /** Oldest first, the last 500. */
    List<Row> messages(Subject subject, UUID id) {
        return jdbc.sql("select * from (select * from chat_message where subject = :subject and subject_id = :id order by id desc limit :most) m order by id")
                .param("subject", subject.name()).param("id", id).param("most", MOST)
                .query((row, n) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(id, row.getObject("organisation_id", UUID.class), row.getObject("counterparty_id", UUID.class), row.getObject("user_id", UUID.class),
                row.getString("author"), secrets.decrypt(row.getString("body_enc"), "chat_message", "body_enc", id),
                List.of((UUID[]) row.getArray("mentions").getArray()), row.getObject("at", OffsetDateTime.class));
    }

    void insert(Subject subject, UUID subjectId, Row message, Source source) {
        jdbc.sql("""
                        insert into chat_message (id, subject, subject_id, organisation_id, counterparty_id, user_id, author, source, body_enc, mentions, at)
                        values (:id, :subject, :subjectId, :organisation, :counterparty, :user, :author, :source, :body, cast(:mentions as uuid[]), :at)
                        """)
                .param("id", message.id()).param("subject", subject.name()).param("subjectId", subjectId).param("organisation", message.organisation())
                .param("counterparty", message.counterparty()).param("user", message.user()).param("author", message.author()).param("source", source.name())
                .param("body", secrets.encrypt(message.text(), "chat_message", "body_enc", message.id()))
                .param("mentions", message.mentions().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("at", message.at())
                .update();
    }

    void insert(Row message, ChatFile file, byte[] sha256) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into chat_attachment (id, message_id, organisation_id, counterparty_id, file_name, media_type, size, sha256, content_enc)
                        values (:id, :message, :organisation, :counterparty, :name, :type, :size, :sha256, :content)
                        """)
                .param("id", id).param("message", message.id()).param("organisation", message.organisation()).param("counterparty", message.counterparty())
                .param("name", file.fileName()).param("type", file.mediaType()).param("size", file.content().length).param("sha256", sha256)
                .param("content", secrets.encrypt(new String(file.content(), StandardCharsets.ISO_8859_1), "chat_attachment", "content_enc", id))
                .update();
    }

    Map<UUID, List<ChatView.Attachment>> attachments(Collection<UUID> messages) {
        return messages.isEmpty() ? Map.of() : jdbc.sql("select id, message_id, file_name, media_type, size, sha256 from chat_attachment where message_id in (:messages) order by id")
                .param("messages", messages)
                .query((row, n) -> Map.entry(row.getObject("message_id", UUID.class), new ChatView.Attachment(row.getObject("id", UUID.class),
                        row.getString("file_name"), row.getString("media_type"), row.getInt("size"), HexFormat.of().formatHex(row.getBytes("sha256")))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Optional<ChatFile> file(UUID id) {
        return jdbc.sql("select file_name, media_type, content_enc from chat_attachment where id = :id").param("id", id)
                .query((row, n) -> new ChatFile(row.getString("file_name"), row.getString("media_type"),
                        secrets.decrypt(row.getString("content_enc"), "chat_attachment", "content_enc", id).getBytes(StandardCharsets.ISO_8859_1)))
                .optional();
    }

    Optional<OffsetDateTime> readAt(UUID user, Subject subject, UUID id) {
        return jdbc.sql("select read_at from chat_read where user_id = :user and subject = :subject and subject_id = :id")
                .param("user", user).param("subject", subject.name()).param("id", id)
                .query(OffsetDateTime.class)
                .optional();
    }

    void read(UUID user, Subject subject, UUID id, OffsetDateTime at) {
        jdbc.sql("""
                        insert into chat_read (user_id, subject, subject_id, read_at) values (:user, :subject, :id, :at)
                        on conflict (user_id, subject, subject_id) do update set read_at = greatest(chat_read.read_at, excluded.read_at)
                        """)
                .param("user", user).param("subject", subject.name()).param("id", id).param("at", at)
                .update();
    }

    record Latest(Subject subject, UUID subjectId, Row message, int unread, boolean mentioned) {}

    /** The documents spoken about last, newest first. */
    List<Latest> latest(@Nullable UUID user, int most) {
        return jdbc.sql("""
                        with threads as (
                            select m.subject, m.subject_id, (array_agg(m.id order by m.id desc))[1] as last,
                                   count(*) filter (where m.user_id is distinct from :user and (r.read_at is null or m.at > r.read_at)) as unread,
                                   coalesce(bool_or(m.mentions @> array[cast(:user as uuid)] and (r.read_at is null or m.at > r.read_at)), false) as mentioned
                              from chat_message m
                              left join chat_read r on r.user_id = :user and r.subject = m.subject and r.subject_id = m.subject_id
                             group by m.subject, m.subject_id)
                        select m.*, t.unread, t.mentioned from threads t join chat_message m on m.id = t.last order by m.id desc limit :most
                        """)
                .param("user", user).param("most", most)
                .query((row, n) -> new Latest(Subject.valueOf(row.getString("subject")), row.getObject("subject_id", UUID.class), row(row), row.getInt("unread"),
                        row.getBoolean("mentioned")))
                .list();
    }

    /** Of those since then: a badge is no archive, and is shown with every page. */
    int unread(UUID user, Instant since) {
        return jdbc.sql("""
                        select count(*) from chat_message m left join chat_read r on r.user_id = :user and r.subject = m.subject and r.subject_id = m.subject_id
                         where m.id >= :earliest and m.user_id is distinct from :user and (r.read_at is null or m.at > r.read_at)
                        """)
                .param("user", user)
                .param("earliest", new UUID(since.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L)) // the smallest of version 7 of that millisecond
                .query(Integer.class)
                .single();
    }
}
