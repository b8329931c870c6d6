package io.tradelane.trading.relation;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suppliers that the caller's company has decided about, ordered from, asked or agreed with. */
@Service
@Transactional(readOnly = true)
public class OwnSuppliers {
    private static final Duration RECENT = Duration.ofDays(30);
    private final JdbcClient jdbc;
    private final PartnerFacts facts;
    private final SupplierRelations relations;
    private final Deliveries deliveries;
    private final Clock clock;

    OwnSuppliers(JdbcClient jdbc, PartnerFacts facts, SupplierRelations relations, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.relations = relations;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    private record Orders(int all, int open, List<Money> spend) {
        static final Orders NONE = new Orders(0, 0, List.of());
    }

    /** By name. */
    public List<OwnSupplier> list() {
        Map<UUID, SupplierRelation> decided = relations.all();
        Map<UUID, Deliveries.Kept> kept = deliveries.bySupplier();
        Map<UUID, Orders> orders = orders();
        Map<UUID, Integer> requests = requests();
        Map<UUID, List<OwnSupplier.Contract>> contracts = contracts();
        Map<UUID, OwnSupplier.Exchange> exchange = exchange();
        Set<UUID> own = new HashSet<>(decided.keySet());
        List.of(orders, requests, contracts, exchange).forEach(known -> own.addAll(known.keySet()));
        return facts.companies(List.of("SUPPLIER", "BOTH")).stream().filter(one -> own.contains(one.id()))
                .sorted(Comparator.comparing(PartnerFacts.Company::name).thenComparing(PartnerFacts.Company::id))
                .map(one -> {
                    Orders placed = orders.getOrDefault(one.id(), Orders.NONE);
                    return new OwnSupplier(one.id(), one.name(), one.nameLocal(), one.region(), decided.getOrDefault(one.id(), SupplierRelation.none(one.id())), placed.all(), placed.open(),
                            placed.spend(), kept.getOrDefault(one.id(), Deliveries.Kept.NONE), requests.getOrDefault(one.id(), 0), contracts.getOrDefault(one.id(), List.of()),
                            exchange.getOrDefault(one.id(), OwnSupplier.Exchange.NONE));
                })
                .toList();
    }

    private Map<UUID, Orders> orders() {
        Map<UUID, Orders> orders = new HashMap<>();
        read("""
                select supplier_org_id, currency, count(*) as placed, sum(net_total) as spend,
                       count(*) filter (where agreement in ('ISSUED', 'CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER', 'CANCEL_PENDING', 'ON_HOLD')) as open
                  from purchase_order where buyer_org_id = :own and issued_on >= :since and agreement not in ('DRAFT', 'PENDING_APPROVAL', 'REJECTED_BY_SUPPLIER', 'CANCELLED')
                 group by 1, 2 order by 1, 4 desc
                """, row -> {
            Orders before = orders.getOrDefault(row.getObject(1, UUID.class), Orders.NONE);
            List<Money> spend = new ArrayList<>(before.spend());
            spend.add(Figures.money(row.getBigDecimal("spend"), row.getString("currency")));
            orders.put(row.getObject(1, UUID.class), new Orders(before.all() + row.getInt("placed"), before.open() + row.getInt("open"), spend));
        });
        return orders;
    }

    private Map<UUID, Integer> requests() {
        Map<UUID, Integer> requests = new HashMap<>();
        read("""
                select i.supplier_org_id, count(*) from rfq_invitee i join rfq r on r.id = i.rfq_id
                 where i.buyer_org_id = :own and r.state in ('OPEN', 'NEGOTIATING') and i.state in ('INVITED', 'VIEWED') group by 1
                """, row -> requests.put(row.getObject(1, UUID.class), row.getInt(2)));
        return requests;
    }

    private Map<UUID, List<OwnSupplier.Contract>> contracts() {
        Map<UUID, List<OwnSupplier.Contract>> contracts = new HashMap<>();
        read("""
                select c.supplier_org_id, c.id, c.number, v.ends_on from contract c join contract_version v on v.contract_id = c.id and v.n = c.effective_version
                 where c.buyer_org_id = :own and c.state = 'EFFECTIVE' order by v.ends_on nulls last
                """, row -> contracts.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>()).add(
                        new OwnSupplier.Contract(row.getObject("id", UUID.class), row.getString("number"), row.getObject("ends_on", LocalDate.class))));
        return contracts;
    }

    private Map<UUID, OwnSupplier.Exchange> exchange() {
        Map<UUID, Instant> last = new HashMap<>();
        Map<UUID, Integer> failed = new HashMap<>();
        Map<UUID, Integer> late = new HashMap<>();
        read("""
                select other, max(created_at) as last from (
                    select counterparty_id as other, created_at from message where organisation_id = :own and created_at >= :since
                    union all select organisation_id, created_at from message where counterparty_id = :own and created_at >= :since) m where other is not null group by 1
                """, row -> last.put(row.getObject(1, UUID.class), SqlValues.instant(row, "last")));
        read("select to_org_id, count(*) from outbox where from_org_id = :own and status in ('FAILED', 'REJECTED_BY_PARTNER') and created_at >= :recent group by 1",
                row -> failed.put(row.getObject(1, UUID.class), row.getInt(2)));
        read("select debtor_org_id, count(*) from obligation where creditor_org_id = :own and closed_at is null and overdue_at is not null group by 1",
                row -> late.put(row.getObject(1, UUID.class), row.getInt(2)));
        Map<UUID, OwnSupplier.Exchange> exchange = new HashMap<>();
        Set<UUID> all = new HashSet<>(last.keySet());
        all.addAll(failed.keySet());
        all.addAll(late.keySet());
        all.forEach(one -> exchange.put(one, new OwnSupplier.Exchange(last.get(one), failed.getOrDefault(one, 0), late.getOrDefault(one, 0))));
        return exchange;
    }

    private void read(String sql, RowCallbackHandler each) {
        jdbc.sql(sql).param("own", Tenancy.current().organisation()).param("since", LocalDate.now(clock).minusYears(1))
                .param("recent", OffsetDateTime.now(clock).minus(RECENT)).query(each);
    }
}
