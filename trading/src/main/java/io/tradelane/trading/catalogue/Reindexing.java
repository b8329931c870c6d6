package io.tradelane.trading.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings up to date what articles are found by, where it was not a change of theirs: their category was changed, or a price's day has come. Under scope HUB. */
@Service
@Transactional
public class Reindexing {
    private static final int BATCH = 1000;
    private final JdbcClient jdbc;
    private final ArticleIndex index;
    private final Clock clock;

    Reindexing(JdbcClient jdbc, ArticleIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    /** A thousand articles at most. @return whether there may be more */
    public boolean step() {
        UUID category = jdbc.sql("select id from category where index_after is not null order by id limit 1 for update skip locked").query(UUID.class).optional().orElse(null);
        if (category == null) {
            return prices();
        }
        List<UUID> articles = jdbc.sql("""
                        select a.id from article a join category c on c.id = a.category_id
                         where :category = any(c.ancestors) and a.id > (select index_after from category where id = :category) order by a.id limit :batch
                        """)
                .param("category", category).param("batch", BATCH).query(UUID.class).list();
        index.refresh(articles);
        jdbc.sql("update category set index_after = cast(:last as uuid) where id = :category")
                .param("last", articles.size() < BATCH ? null : articles.getLast()).param("category", category).update();
        return true;
    }

    /** Prices that begin or end between the day up to which they are indexed and today. */
    private boolean prices() {
        LocalDate today = LocalDate.now(clock);
        LocalDate done = jdbc.sql("select prices_on from search_vocabulary where prices_on < :today for update skip locked").param("today", today).query(LocalDate.class).optional().orElse(null);
        if (done == null) {
            return false;
        }
        index.refresh(jdbc.sql("""
                        select distinct article_id from list_price where lower(validity) > :done and lower(validity) <= :today or upper(validity) > :done and upper(validity) <= :today
                        """).param("done", done).param("today", today).query(UUID.class).list());
        jdbc.sql("update search_vocabulary set prices_on = :today").param("today", today).update();
        return false;
    }
}
