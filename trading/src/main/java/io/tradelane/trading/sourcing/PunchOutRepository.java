package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions in shops, their carts, and what is sold in them. */
@Repository
class PunchOutRepository {
    private static final String SESSION = """
            select o.*, b.name as buyer_name, b.gln as buyer_gln, s.name as supplier_name, s.name_local as supplier_name_local, s.gln as supplier_gln
              from punch_out_session o join organisation b on b.id = o.buyer_org_id join organisation s on s.id = o.supplier_org_id
            """;
    /** Whatever of the supplier's has a price for the buyer today. */
    private static final String SOLD = """
            select a.id, a.number, a.gtin, a.name_zh, a.name_en, a.unit, a.pack_quantity, p.amount, p.currency, p.basis, p.unit as price_unit,
                   (select min(n.number) from buyer_article n where n.article_id = a.id and n.buyer_org_id = :buyer) as buyer_number,
                   l.quantity, l.auxiliary_id
              from article a
              join agreed_price p on p.article_id = a.id and p.buyer_org_id = :buyer and p.currency = :currency and p.from_quantity = 0 and p.validity @> cast(:today as date)
              left join punch_out_line l on l.article_id = a.id and l.session_id = :session
             where a.supplier_org_id = :supplier
            """;
    private final JdbcClient jdbc;

    PunchOutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That of most prices agreed between the two. */
    Optional<String> currency(Parties parties) {
        return jdbc.sql("""
                        select currency from agreed_price where buyer_org_id = :buyer and supplier_org_id = :supplier and validity @> current_date
                        group by currency order by count(*) desc, currency limit 1
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .query(String.class)
                .optional();
    }

    int open(UUID buyer) {
        return jdbc.sql("select count(*) from punch_out_session where buyer_org_id = :buyer and transferred_at is null and expires_at > now()")
                .param("buyer", buyer)
                .query(Integer.class)
                .single();
    }

    void insert(
            UUID id, PunchOutSetupDocument setup, Parties parties, String currency, byte[] link, OffsetDateTime now, OffsetDateTime linkUntil,
            OffsetDateTime expires) {
        jdbc.sql("""
                        insert into punch_out_session (id, buyer_org_id, supplier_org_id, number, operation, buyer_cookie, return_address, user_email,
                            currency, link_hash, created_at, link_until, expires_at)
                        values (:id, :buyer, :supplier, :number, :operation, :cookie, :address, :email, :currency, :link, :now, :linkUntil, :expires)
                        """)
                .param("id", id)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("number", setup.number())
                .param("operation", setup.operation().name())
                .param("cookie", setup.buyerCookie())
                .param("address", setup.returnAddress())
                .param("email", setup.userEmail())
                .param("currency", currency)
                .param("link", link)
                .param("now", now)
                .param("linkUntil", linkUntil)
                .param("expires", expires)
                .update();
    }

    void byOci(UUID id, @Nullable String returnTarget) {
        jdbc.sql("update punch_out_session set protocol = 'OCI', return_target = :target where id = :id").param("target", returnTarget).param("id", id).update();
    }

    /** Once: the link is spent by it. */
    Optional<PunchOutSession> enter(byte[] link, byte[] secret, OffsetDateTime now) {
        return jdbc.sql("""
                        update punch_out_session set entered_at = :now, session_hash = :secret
                        where link_hash = :link and entered_at is null and link_until > :now returning id
                        """)
                .param("now", now)
                .param("secret", secret)
                .param("link", link)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<PunchOutSession> find(UUID id) {
        return jdbc.sql(SESSION + "where o.id = :id").param("id", id).query((row, n) -> session(row)).optional();
    }

    Optional<PunchOutSession> session(byte[] secret, OffsetDateTime now) {
        return jdbc.sql(SESSION + "where o.session_hash = :secret and o.transferred_at is null and o.expires_at > :now")
                .param("secret", secret)
                .param("now", now)
                .query((row, n) -> session(row))
                .optional();
    }

    boolean transferred(UUID id, OffsetDateTime now) {
        return jdbc.sql("update punch_out_session set transferred_at = :now where id = :id and transferred_at is null")
                .param("now", now)
                .param("id", id)
                .update() == 1;
    }

    List<ShopItem> shop(PunchOutSession session, @Nullable String text, @Nullable String after, int limit, LocalDate today) {
        return jdbc.sql(SOLD + """
                         and (cast(:after as text) is null or a.number > :after)
                         and (cast(:text as text) is null or a.number ilike :text or a.gtin ilike :text or a.name_en ilike :text or a.name_zh ilike :text
                           or exists (select from buyer_article n where n.article_id = a.id and n.buyer_org_id = :buyer and n.number ilike :text))
                         order by a.number limit :limit
                        """)
                .param("buyer", session.buyer())
                .param("supplier", session.supplier())
                .param("currency", session.currency())
                .param("session", session.id())
                .param("today", today)
                .param("after", after)
                .param("text", text == null ? null : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    List<ShopItem> cart(PunchOutSession session, LocalDate today) {
        return jdbc.sql(SOLD + " and l.session_id is not null order by l.added_at, a.number")
                .param("buyer", session.buyer())
                .param("supplier", session.supplier())
                .param("currency", session.currency())
                .param("session", session.id())
                .param("today", today)
                .query((row, n) -> item(row))
                .list();
    }

    boolean sells(PunchOutSession session, UUID article, LocalDate today) {
        return jdbc.sql("""
                        select count(*) from article a join agreed_price p on p.article_id = a.id and p.buyer_org_id = :buyer and p.currency = :currency
                            and p.from_quantity = 0 and p.validity @> cast(:today as date)
                        where a.id = :article and a.supplier_org_id = :supplier
                        """)
                .param("article", article)
                .param("buyer", session.buyer())
                .param("supplier", session.supplier())
                .param("currency", session.currency())
                .param("today", today)
                .query(Integer.class)
                .single() > 0;
    }

    /** What a line of an earlier cart names. */
    Optional<UUID> article(Parties parties, Item item) {
        return jdbc.sql("""
                        select a.id from article a where a.supplier_org_id = :supplier and (a.number = :number or a.gtin = :gtin)
                            and exists (select from agreed_price p where p.article_id = a.id and p.buyer_org_id = :buyer)
                        order by a.number = :number desc limit 1
                        """)
                .param("supplier", parties.supplier())
                .param("buyer", parties.buyer())
                .param("number", item.supplierArticle())
                .param("gtin", item.gtin())
                .query(UUID.class)
                .optional();
    }

    int lines(UUID session) {
        return jdbc.sql("select count(*) from punch_out_line where session_id = :session").param("session", session).query(Integer.class).single();
    }

    boolean holds(UUID session, UUID article) {
        return jdbc.sql("select count(*) from punch_out_line where session_id = :session and article_id = :article")
                .param("session", session)
                .param("article", article)
                .query(Integer.class)
                .single() > 0;
    }

    void put(PunchOutSession session, UUID article, BigDecimal quantity, @Nullable String auxiliaryId, OffsetDateTime now) {
        jdbc.sql("""
                        insert into punch_out_line (session_id, buyer_org_id, supplier_org_id, article_id, quantity, auxiliary_id, added_at)
                        values (:session, :buyer, :supplier, :article, :quantity, :auxiliaryId, :now)
                        on conflict (session_id, article_id) do update set quantity = excluded.quantity
                        """)
                .param("session", session.id())
                .param("buyer", session.buyer())
                .param("supplier", session.supplier())
                .param("article", article)
                .param("quantity", quantity)
                .param("auxiliaryId", auxiliaryId)
                .param("now", now)
                .update();
    }

    void remove(UUID session, UUID article) {
        jdbc.sql("delete from punch_out_line where session_id = :session and article_id = :article")
                .param("session", session)
                .param("article", article)
                .update();
    }

    private static ShopItem item(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        return new ShopItem(row.getObject("id", UUID.class), row.getString("number"), row.getString("gtin"), row.getString("buyer_number"),
                row.getString("name_zh"), row.getString("name_en"), row.getString("unit"),
                row.getBigDecimal("pack_quantity") == null ? null : Figures.quantity(row.getBigDecimal("pack_quantity")),
                new Price(new Money(Figures.price(row.getBigDecimal("amount")), row.getString("currency")),
                        new Quantity(Figures.quantity(row.getBigDecimal("basis")), row.getString("price_unit"))),
                quantity == null ? BigDecimal.ZERO : Figures.quantity(quantity), row.getString("auxiliary_id"), false);
    }

    private static PunchOutSession session(ResultSet row) throws SQLException {
        return new PunchOutSession(row.getObject("id", UUID.class), row.getObject("buyer_org_id", UUID.class), row.getObject("supplier_org_id", UUID.class),
                row.getString("buyer_name"), row.getString("buyer_gln"), row.getString("supplier_name"), row.getString("supplier_name_local"),
                row.getString("supplier_gln"), Operation.valueOf(row.getString("operation")), row.getString("buyer_cookie"), row.getString("return_address"),
                row.getString("user_email"), row.getString("currency"), row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                PunchOutSession.Protocol.valueOf(row.getString("protocol")), row.getString("return_target"));
    }
}
