package io.tradelane.trading.relation;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the caller's company has decided about its suppliers. No supplier is told. */
@Service
@Transactional
public class SupplierRelations {
    /** Entity type in the journal. */
    public static final String ENTITY = "SUPPLIER_RELATION";
    private static final int LONGEST_REASON = 500;
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Journal journal;
    private final Clock clock;

    SupplierRelations(JdbcClient jdbc, Organisations organisations, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /** By supplier; those about which nothing was decided are not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, SupplierRelation> all() {
        Map<UUID, SupplierRelation> all = new LinkedHashMap<>();
        jdbc.sql("select * from supplier_relation where buyer_org_id = :own").param("own", Tenancy.current().organisation()).query(row -> {
            UUID supplier = row.getObject("supplier_org_id", UUID.class);
            all.put(supplier, new SupplierRelation(row.getObject("id", UUID.class), supplier, Standing.valueOf(row.getString("standing")), row.getString("reason"),
                    row.getString("decided_by"), SqlValues.instant(row, "decided_at"), row.getInt("version")));
        });
        return all;
    }

    @Transactional(readOnly = true)
    public SupplierRelation of(UUID supplier) {
        return all().getOrDefault(supplier, SupplierRelation.none(supplier));
    }

    /**
     * @param reason needed to block
     * @param expectedVersion 0 for the first decision
     */
    public CommandResult decide(UUID supplier, Standing standing, @Nullable String reason, int expectedVersion) {
        UUID buyer = Tenancy.current().organisation();
        boolean sells = organisations.find(supplier).filter(one -> one.kind() == Kind.SUPPLIER || one.kind() == Kind.BOTH).isPresent();
        if (buyer == null || !sells || supplier.equals(buyer)) {
            return new CommandResult.NotFound();
        }
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (standing == Standing.BLOCKED && said == null || said != null && said.length() > LONGEST_REASON) {
            return CommandResult.invalid("reason", said == null ? "required" : "tooLong");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into supplier_relation (id, buyer_org_id, supplier_org_id, standing, decided_by, decided_at, version)
                        values (:id, :buyer, :supplier, 'NONE', '', :now, 0) on conflict (buyer_org_id, supplier_org_id) do nothing
                        """)
                .param("id", Ids.next()).param("buyer", buyer).param("supplier", supplier).param("now", now).update();
        jdbc.sql("select 1 from supplier_relation where buyer_org_id = :buyer and supplier_org_id = :supplier for update").param("buyer", buyer).param("supplier", supplier)
                .query(Integer.class).single();
        SupplierRelation before = of(supplier);
        UUID id = java.util.Objects.requireNonNull(before.id());
        if (before.version() != expectedVersion) {
            return new CommandResult.StaleVersion(before.version());
        }
        if (before.standing() == standing) {
            return new CommandResult.AlreadyDone(id, before.version());
        }
        jdbc.sql("update supplier_relation set standing = :standing, reason = :reason, decided_by = :by, decided_at = :now, version = version + 1 where id = :id")
                .param("standing", standing.name()).param("reason", said, Types.VARCHAR).param("by", Tenancy.current().name()).param("now", now).param("id", id).update();
        journal.record(new Entry(ENTITY, id, before.standing().name(), "DECIDED", standing.name(), null, null, Set.of(buyer), said == null ? Map.of() : Map.of("reason", said)));
        return new CommandResult.Done(id, before.version() + 1);
    }
}
