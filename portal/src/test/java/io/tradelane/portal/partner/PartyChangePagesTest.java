package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyChanges;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.payment.BankAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What partners say about companies is seen beside what is known, and accepted or rejected. */
class PartyChangePagesTest extends PortalTest {
    @Autowired private PartyChanges changes;
    @Autowired private Organisations organisations;
    @Autowired private BankAccounts accounts;
    @Autowired private ApiClients clients;

    @Test
    void theOperatorSeesWhatDiffersAndAcceptsIt() throws Exception {
        UUID change = propose("PI-1", "6909876000012", "4055550000112", "Ningbo Haina Fasteners", null);
        mvc.perform(get("/partners").with(operator())).andExpect(content().string(containsString("of company data wait for you")));
        mvc.perform(get("/partners/changes").with(operator())).andExpect(status().isOk())
                .andExpect(content().string(containsString("change-" + change))).andExpect(content().string(containsString("GLN 4055550000112")))
                .andExpect(content().string(containsString("Dock Road 7")));
        mvc.perform(get("/partners/changes").with(supplier())).andExpect(content().string(containsString("change-" + change)))
                .andExpect(content().string(not(containsString("/partners/changes/" + change + "/acceptance"))));
        mvc.perform(get("/partners/changes").with(stranger())).andExpect(content().string(not(containsString("change-" + change))));
        mvc.perform(post("/partners/changes/" + change + "/acceptance").with(supplier()).with(csrf())).andExpect(status().isForbidden());
        assertThat(byGln("4055550000112")).isNull();
        mvc.perform(post("/partners/changes/" + change + "/acceptance").with(operator()).with(csrf())).andExpect(redirectedUrl("/partners/changes"));
        assertThat(byGln("4055550000112")).isEqualTo(trade.supplier);
        mvc.perform(get("/partners/changes?status=accepted").with(operator())).andExpect(content().string(containsString("Dock Road 7")))
                .andExpect(content().string(containsString("Somebody")));
        mvc.perform(get("/partners/" + trade.supplier).with(operator())).andExpect(content().string(containsString("Dock Road 7")));
    }

    @Test
    void anUnknownPartyIsTakenInByTheApi() throws Exception {
        UUID change = propose("PI-2", "4055550000129", null, "Wuxi Springs", null);
        mvc.perform(get("/partners/changes").with(operator())).andExpect(content().string(containsString("A new company")));
        mvc.perform(post("/api/v1/party-changes/" + change + "/acceptance").with(key(trade.operator, "partner:write"))).andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("kind"));
        mvc.perform(post("/api/v1/party-changes/" + change + "/acceptance").with(key(trade.operator, "partner:write")).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"SUPPLIER\",\"currency\":\"CNY\"}")).andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ACCEPTED")).andExpect(jsonPath("$.organisation").isNotEmpty());
        assertThat(byGln("4055550000129")).isNotNull();
        mvc.perform(post("/api/v1/party-changes/" + change + "/rejection").with(key(trade.operator, "partner:write"))).andExpect(status().isConflict());
    }

    @Test
    void financeOfTheOtherSideAcceptsABankAccount() throws Exception {
        UUID change = propose("PI-3", "6909876000012", null, null, "CN99 0003");
        String address = "/partners/account-changes/" + change;
        mvc.perform(get("/partners/changes").with(as(trade.buyer, Role.BUYER_STAFF))).andExpect(content().string(containsString("CN990003")))
                .andExpect(content().string(not(containsString(address))));
        mvc.perform(post(address + "/acceptance").with(as(trade.buyer, Role.BUYER_STAFF)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(address + "/acceptance").with(operator()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(address + "/acceptance").with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(get("/partners/changes").with(buyer())).andExpect(content().string(containsString(address)));
        mvc.perform(post(address + "/acceptance").with(buyer()).with(csrf())).andExpect(redirectedUrl("/partners/changes"));
        assertThat(Tenancy.call(Actor.hub(), () -> accounts.list(trade.supplier))).extracting(BankAccounts.BankAccount::number).contains("CN990003");
    }

    private RequestPostProcessor key(UUID organisation, String scope) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(organisation, "test", Set.of(scope, "partner:read"))).key();
        return request -> {
            request.addHeader("Authorization", "Bearer " + key);
            return request;
        };
    }

    private @Nullable UUID byGln(String gln) {
        return Tenancy.call(Actor.hub(), () -> organisations.byIdentifier(PartyIdentifier.GLN, gln)).map(Organisation::id).orElse(null);
    }

    /** The supplier's system sends it to the buyer. */
    private UUID propose(String number, String gln, @Nullable String second, @Nullable String name, @Nullable String account) {
        List<Identifier> identifiers = second == null ? List.of(new Identifier(Scheme.GLN, gln)) : List.of(new Identifier(Scheme.GLN, gln), new Identifier(Scheme.GLN, second));
        Party.Address address = name == null ? null : new Party.Address(List.of("Dock Road 7"), null, null, null, "CN");
        PartyInformationDocument document = new PartyInformationDocument(number, LocalDate.now(), null, List.of(),
                List.of(new Entry(Action.CHANGE, new Party(PartyRole.SUPPLIER, identifiers, name, address, null), null, null, null, account, null)));
        return Tenancy.call(Actor.hub(), () -> {
            changes.propose(document, new PartyChanges.Proposer(trade.supplier, trade.buyer, null, null, ContentHash.of(document)));
            return changes.list(PartyChange.Status.WAITING).stream().filter(change -> change.number().equals(number)).findFirst().orElseThrow().id();
        });
    }
}
