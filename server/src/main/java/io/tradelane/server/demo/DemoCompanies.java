package io.tradelane.server.demo;

import io.tradelane.server.demo.history.TradeHistory.Party;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.BankAccounts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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

    /**
     * Creates all of them in one transaction.
     *
     * @param beforeCommit is given the secrets made, which cannot be read again later
     */
    void create(DemoAddresses addresses, Consumer<Map<String, Object>> beforeCommit) {
        Tenancy.run(Tenancy.Actor.hub(), () -> transaction.executeWithoutResult(status -> {
            Map<Company, UUID> ids = new EnumMap<>(Company.class);
            for (Company company : Company.values()) {
                ids.put(company, create(company));
            }
            catalogue.create(ids);
            Map<String, Object> secrets = new LinkedHashMap<>();
            secrets.put("signIns", people.create(ids));
            secrets.put("apiKeys", people.apiKeys(ids));
            secrets.put("doors", connections.create(ids, addresses, secrets));
            beforeCommit.accept(secrets);
        }));
    }

    boolean exist() {
        return Tenancy.call(Tenancy.Actor.hub(),
                () -> organisations.byIdentifier(PartyIdentifier.GLN, Company.OPERATOR.gln).isPresent());
    }

    List<Party> buyers() {
        return parties(Kind.BUYER);
    }

    List<Party> suppliers() {
        return parties(Kind.SUPPLIER);
    }

    private List<Party> parties(Kind kind) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> Arrays.stream(Company.values()).filter(company -> company.kind == kind)
                .map(company -> new Party(organisations.byIdentifier(PartyIdentifier.GLN, company.gln).orElseThrow().id(), company.title, company.currency, company.account)).toList());
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
