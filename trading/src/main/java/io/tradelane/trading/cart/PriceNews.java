package io.tradelane.trading.cart;

import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells buyers of prices that change of what they have: under a number of their own, in a cart that is not ordered yet, in a request for quotation that
 * runs. Once, one letter for all that has gathered. A change of the list tells nobody who has agreed on another price. Under scope HUB.
 */
@Service
@Transactional
public class PriceNews {
    private static final int BATCH = 1000;
    private static final int MOST_NAMED = 20;
    private final JdbcClient jdbc;
    private final Users users;
    private final Organisations organisations;
    private final Notices notices;
    private final Clock clock;

    PriceNews(JdbcClient jdbc, Users users, Organisations organisations, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.organisations = organisations;
        this.notices = notices;
        this.clock = clock;
    }

    private record Change(
            UUID id, UUID article, @Nullable UUID buyer, String currency, LocalDate day, BigDecimal before, BigDecimal after, String number, @Nullable String nameZh, @Nullable String nameEn,
            String supplier, @Nullable String supplierLocal) {

        String told(boolean chinese) {
            String name = chinese ? (nameZh == null ? nameEn : nameZh) : nameEn == null ? nameZh : nameEn;
            return "%s: %s %s, %s: %s → %s %s".formatted(chinese && supplierLocal != null ? supplierLocal : supplier, number, name, day, plain(before), plain(after), currency);
        }

        private static String plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
        }
    }

    /** @return how many letters were written */
    public int tell() {
        List<Change> changes = jdbc.sql("""
                        select p.id, p.article_id, p.buyer_org_id, p.currency, p.from_day, p.before, p.after, a.number, a.name_zh, a.name_en, s.name, s.name_local
                          from price_change p join article a on a.id = p.article_id join organisation s on s.id = p.supplier_org_id
                         where p.state = 'SET' and p.told_at is null order by p.id limit :batch for update of p skip locked
                        """)
                .param("batch", BATCH)
                .query((row, n) -> new Change(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getString(4), row.getObject(5, LocalDate.class),
                        row.getBigDecimal(6), row.getBigDecimal(7), row.getString(8), row.getString(9), row.getString(10), row.getString(11), row.getString(12)))
                .list();
        if (changes.isEmpty()) {
            return 0;
        }
        jdbc.sql("update price_change set told_at = :now where id in (:ids)").param("now", SqlValues.at(clock.instant())).param("ids", changes.stream().map(Change::id).toList()).update();
        Map<List<Object>, Change> latest = new LinkedHashMap<>();
        changes.forEach(change -> latest.put(Arrays.asList(change.article(), change.buyer(), change.currency()), change));
        Map<UUID, Change> byId = latest.values().stream().collect(Collectors.toMap(Change::id, change -> change));
        int letters = 0;
        for (Map.Entry<UUID, List<UUID>> buyer : buyers(List.copyOf(byId.keySet())).entrySet()) {
            letters += tell(buyer.getKey(), buyer.getValue().stream().map(byId::get).toList());
        }
        return letters;
    }

    private Map<UUID, List<UUID>> buyers(List<UUID> changes) {
        Map<UUID, List<UUID>> buyers = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct p.id, has.buyer from price_change p join article a on a.id = p.article_id and a.listing = 'LISTED'
                         cross join lateral (
                            select b.buyer_org_id as buyer from buyer_article b where b.article_id = a.id
                            union select c.buyer_org_id from cart_line l join cart c on c.id = l.cart_id where l.article_id = a.id and c.state in ('OPEN', 'WAITING', 'RETURNED')
                            union select r.buyer_org_id from rfq_invitee i join rfq r on r.id = i.rfq_id join rfq_line l on l.rfq_id = r.id
                                   where i.supplier_org_id = p.supplier_org_id and r.state in ('OPEN', 'NEGOTIATING') and not l.removed
                                     and (l.supplier_article = a.number or l.gtin = a.gtin)
                            union select p.buyer_org_id) has
                          join organisation o on o.id = has.buyer and o.twin_of is null
                         where p.id in (:ids) and (p.buyer_org_id = has.buyer or p.buyer_org_id is null and not exists (
                                select 1 from agreed_price g where g.buyer_org_id = has.buyer and g.article_id = a.id and g.currency = p.currency and g.validity @> p.from_day))
                         order by p.id
                        """)
                .param("ids", changes).query(row -> {
                    buyers.computeIfAbsent(row.getObject(2, UUID.class), none -> new ArrayList<>()).add(row.getObject(1, UUID.class));
                });
        return buyers;
    }

    private int tell(UUID buyer, List<Change> changes) {
        String company = organisations.find(buyer).orElseThrow().name();
        List<User> people = users.list(buyer).stream().filter(User::enabled)
                .filter(user -> user.memberships().contains(new User.Membership(buyer, Role.BUYER_STAFF))).toList();
        for (User person : people) {
            boolean chinese = person.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
            String named = changes.stream().limit(MOST_NAMED).map(change -> change.told(chinese)).collect(Collectors.joining("; "));
            notices.letter(null, person.email(), "PRICES", Map.of("company", company, "count", String.valueOf(changes.size()),
                    "list", changes.size() > MOST_NAMED ? named + "; …" : named), "", person.locale());
        }
        return people.size();
    }
}
