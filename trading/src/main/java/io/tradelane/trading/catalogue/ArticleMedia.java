package io.tradelane.trading.catalogue;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and films of articles. The same bytes are stored once, whoever brings them, under what their hash says. */
@Service
@Transactional
public class ArticleMedia {
    public static final int MOST = 12;
    /** Bytes of a piece. */
    public static final int CHUNK = 1 << 18;
    private final JdbcClient jdbc;
    private final ListingRepository articles;
    private final Journal journal;

    ArticleMedia(JdbcClient jdbc, ListingRepository articles, Journal journal) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.journal = journal;
    }

    /** What the reader may see of it. */
    public record Stored(UUID id, String contentType, long size, byte @Nullable [] thumbnail) {}

    @Transactional(readOnly = true)
    public List<ArticleMedium> of(UUID article) {
        return jdbc.sql("select m.*, x.file_name from article_media x join media m on m.id = x.media_id where x.article_id = :article order by x.position, x.created_at")
                .param("article", article)
                .query((row, n) -> new ArticleMedium(row.getObject("id", UUID.class), row.getString("sha256"), row.getString("content_type"), row.getString("file_name"),
                        row.getLong("size_bytes"), row.getObject("width", Integer.class), row.getObject("height", Integer.class)))
                .list();
    }

    /** Adds a picture (JPEG, PNG) or a film (MP4), by its content. One that the article has already is nothing new. */
    public ArticleResult add(UUID supplier, UUID article, String fileName, byte[] bytes) {
        ListingRepository.Standing standing = articles.lock(article).filter(found -> found.supplier().equals(supplier)).orElse(null);
        if (standing == null) {
            return new ArticleResult.NotFound();
        }
        MediaCheck.Checked checked = MediaCheck.check(bytes);
        if (checked.medium() == null) {
            return ArticleResult.invalid("file", String.valueOf(checked.problem()));
        }
        int there = jdbc.sql("select count(*) from article_media where article_id = :article").param("article", article).query(Integer.class).single();
        if (there >= MOST) {
            return ArticleResult.invalid("file", "media-many");
        }
        UUID id = store(checked.medium());
        int added = jdbc.sql("insert into article_media (article_id, media_id, supplier_org_id, position, file_name) values (:article, :media, :supplier, :position, :name) on conflict do nothing")
                .param("article", article).param("media", id).param("supplier", supplier).param("position", there).param("name", fileName).update();
        if (added == 1) {
            journal.record(new Entry(ArticleListing.ENTITY, article, null, "MEDIUM_ADDED", null, null, null, Set.of(supplier), Map.of("file", fileName)));
        }
        return new ArticleResult.Done(article, standing.version());
    }

    public ArticleResult remove(UUID supplier, UUID article, UUID medium) {
        ListingRepository.Standing standing = articles.lock(article).filter(found -> found.supplier().equals(supplier)).orElse(null);
        if (standing == null || jdbc.sql("delete from article_media where article_id = :article and media_id = :medium").param("article", article).param("medium", medium).update() == 0) {
            return new ArticleResult.NotFound();
        }
        journal.record(new Entry(ArticleListing.ENTITY, article, null, "MEDIUM_REMOVED", null, null, null, Set.of(supplier), Map.of()));
        return new ArticleResult.Done(article, standing.version());
    }

    /** The id follows from the hash: who may not see that the bytes are there already can still point at them. */
    private UUID store(MediaCheck.Medium medium) {
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

    /** @return empty for one that is not there, or of no article that the reader sees */
    @Transactional(readOnly = true)
    public Optional<Stored> find(String hash) {
        return jdbc.sql("select id, content_type, size_bytes, thumbnail from media where sha256 = :hash").param("hash", hash)
                .query((row, n) -> new Stored(row.getObject("id", UUID.class), row.getString("content_type"), row.getLong("size_bytes"), row.getBytes("thumbnail"))).optional();
    }

    /** The piece that begins at {@code number} times {@link #CHUNK}. */
    @Transactional(readOnly = true)
    public byte[] chunk(UUID medium, int number) {
        return jdbc.sql("select bytes from media_chunk where media_id = :id and position = :number").param("id", medium).param("number", number).query(byte[].class).single();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
