package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Companies' twins, in which everything can be tried. A twin is an organisation of its own without identifiers: whoever acts for one
 * finds by an identifier the twin of its owner, and the database refuses a row of trade between a twin and a company.
 */
@Service
@Transactional
public class Sandboxes {
    private static final int MOST = 100_000;
    private final JdbcClient jdbc;
    /** Which organisation is the twin of which never changes. */
    private final Map<UUID, Optional<UUID>> companies = new ConcurrentHashMap<>();

    Sandboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the twin if there is none; its kind, GLN and currency are those of the company, its name says that it is for tests. */
    public UUID open(UUID company) {
        return twin(company).orElseGet(() -> {
            UUID id = Ids.next();
            jdbc.sql("""
                            insert into organisation (id, name, name_local, kind, gln, currency, street, city, postal_code, country, twin_of)
                            select :id, name || ' (test)', name_local || '（测试）', kind, gln, currency, street, city, postal_code, country, id from organisation where id = :company
                            on conflict (twin_of) do nothing
                            """)
                    .param("id", id)
                    .param("company", company)
                    .update();
            return twin(company).orElseThrow();
        });
    }

    /** The twin gets what has changed in the company's profile. */
    public void refresh(UUID company) {
        jdbc.sql("""
                        update organisation t set name = o.name || ' (test)', name_local = o.name_local || '（测试）', kind = o.kind, gln = o.gln, currency = o.currency,
                          street = o.street, city = o.city, postal_code = o.postal_code, country = o.country
                          from organisation o where o.id = :company and t.twin_of = o.id
                        """)
                .param("company", company)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> twin(UUID company) {
        return jdbc.sql("select id from organisation where twin_of = :company").param("company", company).query(UUID.class).optional();
    }

    /** Whose twin this is; empty for a company. */
    @Transactional(readOnly = true)
    public Optional<UUID> company(UUID organisation) {
        Optional<UUID> known = companies.get(organisation);
        if (known == null) {
            var found = jdbc.sql("select twin_of from organisation where id = :id").param("id", organisation)
                    .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class))).optional();
            known = found.orElse(Optional.empty());
            if (found.isPresent() && companies.size() < MOST) {
                companies.put(organisation, known);
            }
        }
        return known;
    }

    public boolean isTwin(UUID organisation) {
        return company(organisation).isPresent();
    }
}
