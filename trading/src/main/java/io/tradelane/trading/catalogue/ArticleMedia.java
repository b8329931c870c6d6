package io.tradelane.trading.catalogue;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and films of articles. */
@Service
@Transactional
public class ArticleMedia {
    public static final int MOST = 12;
    private final JdbcClient jdbc;
    private final MediaStore store;
    private final ListingRepository articles;
    private final Journal journal;

    ArticleMedia(JdbcClient jdbc, MediaStore store, ListingRepository articles, Journal journal) {
        this.jdbc = jdbc;
        this.store = store;
        this.articles = articles;
        this.journal = journal;
    }

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
        UUID id = store.store(checked.medium());
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
}
