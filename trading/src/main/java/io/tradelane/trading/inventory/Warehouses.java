package io.tradelane.trading.inventory;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warehouses of companies. Who has none keeps no stock here, and nothing is booked for it. */
@Service
@Transactional
public class Warehouses {
    /** Entity type of a warehouse in the journal. */
    public static final String ENTITY = "WAREHOUSE";

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Warehouses(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param main it becomes the one where goods come and go of which nobody says where */
    public record Form(String code, @Nullable String name, @Nullable String gln, boolean main, boolean closed) {}

    /** The main one first. */
    @Transactional(readOnly = true)
    public List<Warehouse> of(UUID organisation) {
        return read("where org_id = :organisation order by main desc, closed_at nulls first, code", organisation);
    }

    @Transactional(readOnly = true)
    public Optional<Warehouse> main(UUID organisation) {
        return read("where org_id = :organisation and main", organisation).stream().findFirst();
    }

    /** The open one of the first of these GLNs or codes that is one's, else the main one; empty for who keeps no stock. */
    @Transactional(readOnly = true)
    public Optional<Warehouse> at(UUID organisation, List<String> places) {
        List<Warehouse> open = of(organisation).stream().filter(one -> one.closedAt() == null).toList();
        return places.stream().flatMap(place -> open.stream().filter(one -> place.equals(one.gln()) || place.equals(one.code()))).findFirst()
                .or(() -> open.stream().filter(Warehouse::main).findFirst());
    }

    /** The one that messages call so, made if there is none. */
    Warehouse named(UUID organisation, String place) {
        if (place.isBlank()) {
            return main(organisation).orElseGet(() -> insert(organisation, new Form("MAIN", null, null, true, false)));
        }
        return of(organisation).stream().filter(one -> one.closedAt() == null && (place.equals(one.gln()) || place.equals(one.code()))).findFirst()
                .orElseGet(() -> insert(organisation, new Form(place, null, CheckDigit.isGln(place) ? place : null, main(organisation).isEmpty(), false)));
    }

    /** The first one is the main one. */
    public StockResult add(UUID organisation, Form form) {
        List<StockResult.Problem> problems = check(form);
        if (!problems.isEmpty()) {
            return new StockResult.Invalid(problems);
        }
        if (of(organisation).stream().anyMatch(one -> one.code().equals(form.code().strip()))) {
            return StockResult.invalid("code", "taken");
        }
        return new StockResult.Done(insert(organisation, form).id(), 1);
    }

    /** The code stays as it is. The main one is not closed, and is followed by another only when that becomes it. */
    public StockResult change(UUID organisation, UUID id, Form form, int version) {
        Warehouse before = read("where org_id = :organisation and id = :id for update", organisation, id).stream().findFirst().orElse(null);
        if (before == null) {
            return new StockResult.NotFound();
        }
        if (before.version() != version) {
            return new StockResult.StaleVersion(before.version());
        }
        List<StockResult.Problem> problems = check(form);
        if (form.closed() && (before.main() || form.main())) {
            problems.add(new StockResult.Problem("closed", "main-warehouse"));
        } else if (form.closed() && before.closedAt() == null && jdbc.sql("""
                        select exists (select from stock_balance where warehouse_id = :id and (on_hand <> 0 or reserved <> 0 or in_transit <> 0))
                        """).param("id", id).query(Boolean.class).single()) {
            problems.add(new StockResult.Problem("closed", "not-empty"));
        }
        if (!problems.isEmpty()) {
            return new StockResult.Invalid(problems);
        }
        if (form.main() && !before.main()) {
            jdbc.sql("update warehouse set main = false, version = version + 1 where org_id = :organisation and main").param("organisation", organisation).update();
        }
        jdbc.sql("""
                        update warehouse set name = :name, gln = :gln, main = :main, closed_at = case when :closed then coalesce(closed_at, :now) end, version = version + 1
                         where id = :id
                        """)
                .param("name", form.name()).param("gln", form.gln()).param("main", form.main() || before.main()).param("closed", form.closed())
                .param("now", SqlValues.at(clock.instant())).param("id", id).update();
        record(organisation, id, form.closed() && before.closedAt() == null ? "CLOSED" : "CHANGED", before.code());
        return new StockResult.Done(id, version + 1);
    }

    private Warehouse insert(UUID organisation, Form form) {
        UUID id = Ids.next();
        boolean first = main(organisation).isEmpty();
        if (form.main() && !first) {
            jdbc.sql("update warehouse set main = false, version = version + 1 where org_id = :organisation and main").param("organisation", organisation).update();
        }
        jdbc.sql("insert into warehouse (id, org_id, code, name, gln, main, created_at) values (:id, :organisation, :code, :name, :gln, :main, :now)")
                .param("id", id).param("organisation", organisation).param("code", form.code().strip()).param("name", form.name()).param("gln", form.gln())
                .param("main", first || form.main()).param("now", SqlValues.at(clock.instant())).update();
        record(organisation, id, "ADDED", form.code().strip());
        return read("where org_id = :organisation and id = :id", organisation, id).getFirst();
    }

    private static List<StockResult.Problem> check(Form form) {
        List<StockResult.Problem> problems = new ArrayList<>();
        if (form.code().isBlank() || form.code().strip().length() > LONGEST_CODE) {
            problems.add(new StockResult.Problem("code", form.code().isBlank() ? "required" : "too-long"));
        }
        if (form.name() != null && form.name().length() > LONGEST_NAME) {
            problems.add(new StockResult.Problem("name", "too-long"));
        }
        if (form.gln() != null && !CheckDigit.isGln(form.gln())) {
            problems.add(new StockResult.Problem("gln", "gln"));
        }
        return problems;
    }

    private void record(UUID organisation, UUID warehouse, String event, String code) {
        journal.record(new Entry(ENTITY, warehouse, null, event, null, null, null, Set.of(organisation), Map.of("code", code)));
    }

    private List<Warehouse> read(String where, UUID organisation, UUID... id) {
        return jdbc.sql("select * from warehouse " + where).param("organisation", organisation).param("id", id.length == 0 ? null : id[0])
                .query((row, n) -> new Warehouse(row.getObject("id", UUID.class), row.getObject("org_id", UUID.class), row.getString("code"), row.getString("name"),
                        row.getString("gln"), row.getBoolean("main"), SqlValues.instantOrNull(row, "closed_at"), row.getInt("version")))
                .list();
    }
}
