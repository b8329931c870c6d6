package io.tradelane.trading.catalogue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures, films and papers. The same bytes are stored once, whoever brings them, under what their hash says; seen with what they belong to. */
@Service
@Transactional
public class MediaStore {
    /** Bytes of a piece. */
    public static final int CHUNK = 1 << 18;
    private static final int LONGEST_NAME = 200;
    private final JdbcClient jdbc;

    MediaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the reader may see of it. */
    public record Stored(UUID id, String contentType, long size, byte @Nullable [] thumbnail) {}

    /** @param medium null where there is a problem @param problem as a code: {@code paper-kind}, {@code media-size}, {@code media-pixels}, {@code media-broken} */
    public record Taken(@Nullable UUID medium, @Nullable String problem) {}

    /** Keeps a photo (JPEG, PNG) or a paper (PDF) of up to 10 MB, by its content. */
    public Taken paper(byte[] bytes) {
        MediaCheck.Checked checked = MediaCheck.paper(bytes);
        return checked.medium() == null ? new Taken(null, checked.problem()) : new Taken(store(checked.medium()), null);
    }

    /** The id follows from the hash: who may not see that the bytes are there already can still point at them. */
    UUID store(MediaCheck.Medium medium) {
        byte[] hash = sha256(medium.bytes());
        ByteBuffer first = ByteBuffer.wrap(hash);
        UUID id = new UUID(first.getLong(), first.getLong());
        int fresh = jdbc.sql("""
                        insert into media (id, sha256, content_type, size_bytes, width, height, thumbnail)
                        values (:id, :hash, :type, :size, cast(:width as int), cast(:height as int), cast(:thumbnail as bytea)) on conflict do nothing
                        """)
                .param("id", id).param("hash", HexFormat.of().formatHex(hash)).param("type", medium.contentType()).param("size", medium.bytes().length)
                .param("width", medium.width()).param("height", medium.height()).param("thumbnail", medium.thumbnail()).update();
        for (int start = 0; fresh == 1 && start < medium.bytes().length; start += CHUNK) {
            jdbc.sql("insert into media_chunk (media_id, position, bytes) values (:id, :position, :bytes)").param("id", id).param("position", start / CHUNK)
                    .param("bytes", Arrays.copyOfRange(medium.bytes(), start, Math.min(medium.bytes().length, start + CHUNK))).update();
        }
        return id;
    }

    /** A picture or a film. @return empty for one that is not there, or of nothing that the reader sees */
    @Transactional(readOnly = true)
    public Optional<Stored> find(String hash) {
        return read("sha256", hash).filter(one -> !one.contentType().equals(MediaCheck.PAPER));
    }

    /** @return empty for one that is not there, or of nothing that the reader sees */
    @Transactional(readOnly = true)
    public Optional<Stored> find(UUID medium) {
        return read("id", medium);
    }

    private Optional<Stored> read(String column, Object value) {
        return jdbc.sql("select id, content_type, size_bytes, thumbnail from media where " + column + " = :value").param("value", value)
                .query((row, n) -> new Stored(row.getObject("id", UUID.class), row.getString("content_type"), row.getLong("size_bytes"), row.getBytes("thumbnail"))).optional();
    }

    /** The piece that begins at {@code number} times {@link #CHUNK}. */
    @Transactional(readOnly = true)
    public byte[] chunk(UUID medium, int number) {
        return jdbc.sql("select bytes from media_chunk where media_id = :id and position = :number").param("id", medium).param("number", number).query(byte[].class).single();
    }

    /** A file's name without folders and control characters, no longer than is kept. */
    public static String named(String fileName) {
        String name = fileName.replaceAll("[\\p{Cntrl}\"]", "").replaceAll(".*[/\\\\]", "");
        return name.isBlank() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
