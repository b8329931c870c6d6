package io.tradelane.server.demo;

import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.BankAccounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the demo companies with all they need, once; a later start finds them. */
@Component
class DemoCompanies {
    private final Organisations organisations;
    private final BankAccounts accounts;
    private final DemoPeople people;
    private final DemoCatalogue catalogue;
    private final DemoConnections connections;
    private final TransactionTemplate transaction;

    DemoCompanies(
            Organisations organisations,
            BankAccounts accounts,
            DemoPeople people,
            DemoCatalogue catalogue,
            DemoConnections connections,
            TransactionTemplate transaction) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.people = people;
        this.catalogue = catalogue;
        this.connections = connections;
        this.transaction = transaction;
    }

    /** @return the secrets made, or nothing if the companies stand already */
    Map<String, Object> createOnce(DemoAddresses addresses) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> transaction.execute(status -> {
            if (find(Company.OPERATOR) != null) {
                return Map.of();
            }
            Map<Company, UUID> ids = new EnumMap<>(Company.class);
            for (Company company : Company.values()) {
                ids.put(company, create(company));
            }
            catalogue.create(ids);
            return Map.of(
                    "signIns", people.create(ids),
                    "apiKeys", people.apiKeys(ids),
                    "doors", connections.create(ids, addresses));
        }));
    }

    /** The companies as they stand. */
    Map<Company, UUID> ids() {
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            Map<Company, UUID> ids = new EnumMap<>(Company.class);
            for (Company company : Company.values()) {
                UUID id = find(company);
                if (id != null) {
                    ids.put(company, id);
                }
            }
            return ids;
        });
    }

    private @org.jspecify.annotations.Nullable UUID find(Company company) {
        return organisations.byIdentifier(PartyIdentifier.GLN, company.gln).map(Organisation::id).orElse(null);
    }

    private UUID create(Company company) {
        UUID id = organisations.create(
                new NewOrganisation(company.title, company.titleLocal, company.kind, company.gln, company.currency));
        if (!company.account.isEmpty()) {
            accounts.register(id, company.account, company.title, company.currency);
        }
        return id;
    }
}
