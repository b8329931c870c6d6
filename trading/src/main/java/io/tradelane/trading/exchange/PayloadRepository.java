package io.tradelane.trading.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayloadRepository {
    private final JdbcClient jdbc;

    PayloadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param content null where it is in chunks @param archived whether it stands in the archive @param deleted whether there is nothing any more */
    record Stored(long size, byte[] sha256, byte @Nullable [] content, boolean archived, boolean deleted) {}

    void insert(UUID id, @Nullable UUID organisation, String mediaType, Spool spool, OffsetDateTime at) throws IOException {
        jdbc.sql("""
                        insert into payload (id, organisation_id, media_type, size, sha256, content, created_at)
                        values (:id, :organisation, :mediaType, :size, :sha256, :content, :at)
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .param("mediaType", mediaType)
                .param("size", spool.size())
                .param("sha256", spool.sha256())
                .param("content", spool.inline())
                .param("at", at)
                .update();
        insertChunks(id, spool);
    }

    /** Nothing to do for a payload that is inline. */
    void insertChunks(UUID id, Spool spool) throws IOException {
        if (spool.inline() != null) {
            return;
        }
        try (InputStream in = spool.open()) {
            int seq = 0;
            for (byte[] chunk = in.readNBytes(Spool.INLINE); chunk.length > 0; chunk = in.readNBytes(Spool.INLINE)) {
                jdbc.sql("insert into payload_chunk (payload_id, seq, content) values (:id, :seq, :content)")
                        .param("id", id)
                        .param("seq", seq++)
                        .param("content", chunk)
                        .update();
            }
        }
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select size, sha256, content, archived_at is not null, deleted_at is not null from payload where id = :id")
                .param("id", id)
                .query((row, n) -> new Stored(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBoolean(4), row.getBoolean(5)))
                .optional();
    }

    Optional<byte[]> sha256(UUID id) {
        return jdbc.sql("select sha256 from payload where id = :id").param("id", id).query((row, n) -> row.getBytes(1)).optional();
    }

    byte[] chunk(UUID id, int seq) {
        return chunk("payload_chunk", id, seq);
    }

    byte[] archived(UUID id, int seq) {
        return chunk("payload_archive", id, seq);
    }

    private byte[] chunk(String table, UUID id, int seq) {
        return jdbc.sql("select content from " + table + " where payload_id = :id and seq = :seq")
                .param("id", id)
                .param("seq", seq)
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
