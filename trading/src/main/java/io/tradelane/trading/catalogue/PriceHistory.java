package io.tradelane.trading.catalogue;

import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an article cost, costs and will cost from the first piece on, as far as the reader may know. */
@Service
@Transactional(readOnly = true)
public class PriceHistory {
    private static final int MOST = 200;
    private final JdbcClient jdbc;

    PriceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount of one unit @param until the last day; null: until replaced @param agreed with the reader; else of the list */
    public record Stretch(LocalDate from, @Nullable LocalDate until, BigDecimal amount, String currency, boolean agreed) {}

    /** By currency and day. Of a buyer that has ever agreed on one those agreed with it, else the list's; of anybody else the list's. */
    public List<Stretch> of(UUID article) {
        List<Stretch> all = jdbc.sql("""
                        (select lower(validity) as day, upper(validity) - 1 as last, amount / basis as each, currency, true as agreed from agreed_price
                          where article_id = :article and from_quantity = 0 and buyer_org_id = cast(:reader as uuid) order by day desc limit :most)
                        union all
                        (select lower(validity), upper(validity) - 1, amount / basis, currency, false from list_price
                          where article_id = :article and from_quantity = 0 order by 1 desc limit :most)
                        order by 4, 1
                        """)
                .param("article", article).param("reader", Tenancy.current().organisation()).param("most", MOST)
                .query((row, n) -> new Stretch(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), ArticleRows.plain(row.getBigDecimal(3)), row.getString(4), row.getBoolean(5)))
                .list();
        List<Stretch> agreed = all.stream().filter(Stretch::agreed).toList();
        return agreed.isEmpty() ? all : agreed;
    }
}
