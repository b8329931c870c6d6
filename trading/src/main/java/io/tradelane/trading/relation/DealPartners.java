package io.tradelane.trading.relation;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** With whom a company may want a deal: those it has dealt with, and any other that is admitted, by its name. */
@Service
@Transactional(readOnly = true)
public class DealPartners {
    private static final int MOST = 50;
    private static final String KNOWN = """
            select supplier_org_id from purchase_order where buyer_org_id = :own union select buyer_org_id from purchase_order where supplier_org_id = :own
            union select supplier_org_id from rfq_invitee where buyer_org_id = :own union select buyer_org_id from rfq_invitee where supplier_org_id = :own
            union select supplier_org_id from contract where buyer_org_id = :own union select buyer_org_id from contract where supplier_org_id = :own
            union select supplier_org_id from supplier_relation where buyer_org_id = :own and standing = 'APPROVED'
            """;
    private final JdbcClient jdbc;
    private final Organisations organisations;

    DealPartners(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /** Whom the company has ordered from or delivered to, asked or been asked for a quotation, has a contract with or approved as supplier. */
    public List<Organisation> known(UUID own) {
        Set<UUID> known = new HashSet<>(jdbc.sql(KNOWN).param("own", own).query(UUID.class).list());
        return others(own).stream().filter(one -> known.contains(one.id())).toList();
    }

    /** Up to 50 whose name, in either script, has the text in it. */
    public List<Organisation> find(UUID own, String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT);
        return asked.isEmpty() ? List.of() : others(own).stream().filter(one -> has(one.name(), asked) || one.nameLocal() != null && has(one.nameLocal(), asked)).limit(MOST).toList();
    }

    private List<Organisation> others(UUID own) {
        return organisations.list().stream().filter(one -> !one.id().equals(own)).filter(one -> Set.of(Kind.BUYER, Kind.SUPPLIER, Kind.BOTH).contains(one.kind())).toList();
    }

    private static boolean has(String name, String asked) {
        return name.toLowerCase(Locale.ROOT).contains(asked);
    }
}
