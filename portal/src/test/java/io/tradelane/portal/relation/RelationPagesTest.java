package io.tradelane.portal.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class RelationPagesTest extends PortalTest {
    @Autowired Organisations organisations;
    @Autowired SupplierRelations relations;

    @Test
    void everyPageIsThereInBothLanguagesForBuyersOnly() throws Exception {
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            for (String address : List.of("/suppliers", "/suppliers?q=bolt", "/suppliers?q=nothing-like-it&region=Nowhere", "/buyer/suppliers", "/buyer/suppliers?standing=approved", "/buyer?factor=history")) {
                mvc.perform(get(address).with(staff()).locale(locale)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
            }
            mvc.perform(get("/supplier").with(supplier()).locale(locale)).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"recommended\"")));
        }
        mvc.perform(get("/suppliers").with(supplier())).andExpect(status().isForbidden());
        mvc.perform(get("/buyer/suppliers").with(supplier())).andExpect(status().isForbidden());
    }

    @Test
    void aSupplierIsFoundByWhatItSellsAndShownWithTheDealsOfTheTwo() throws Exception {
        mvc.perform(get("/suppliers?q=DIN933-M8X40").with(staff())).andExpect(content().string(containsString("data-testid=\"supplier-Ningbo Haina Fasteners\"")))
                .andExpect(content().string(containsString("/rfqs/new?supplier=" + trade.supplier)));
        mvc.perform(get("/api/v1/suppliers?q=DIN933-M8X40").with(staff())).andExpect(jsonPath("$.items[0].id").value(trade.supplier.toString()))
                .andExpect(jsonPath("$.items[0].reasons[*].code").value(hasItem("ORDERS")));
        mvc.perform(get("/buyer/suppliers").with(staff())).andExpect(content().string(containsString("data-testid=\"own-Ningbo Haina Fasteners\"")));
        mvc.perform(get("/api/v1/own-suppliers").with(staff())).andExpect(jsonPath("$.items[?(@.id == '" + trade.supplier + "')].orders").isNotEmpty());
        mvc.perform(get("/api/v1/own-suppliers").with(key(organisation("Newcomer", Kind.BUYER)))).andExpect(content().json("{\"items\":[]}"));
    }

    @Test
    void whoQualifiesBlocksASupplierWithAReasonAndItIsFoundNoMore() throws Exception {
        UUID buyer = organisation("Blocking buyer", Kind.BUYER);
        RequestPostProcessor approver = as(buyer, Role.BUYER_APPROVER);
        mvc.perform(post("/buyer/suppliers/" + trade.supplier + "/standing").param("standing", "blocked").param("version", "0").with(as(buyer, Role.BUYER_STAFF)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/buyer/suppliers/" + trade.supplier + "/standing").param("standing", "blocked").param("version", "0").with(approver).with(csrf()));
        assertThat(relation(buyer).standing()).as("without a reason").isEqualTo(Standing.NONE);
        mvc.perform(put("/api/v1/own-suppliers/" + trade.supplier + "/standing").header("If-Match", "\"0\"").contentType(MediaType.APPLICATION_JSON)
                        .content("{\"standing\": \"BLOCKED\", \"reason\": \"late\"}").with(approver).with(csrf()))
                .andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.standing").value("BLOCKED"));
        mvc.perform(put("/api/v1/own-suppliers/" + trade.supplier + "/standing").header("If-Match", "\"0\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"standing\": \"APPROVED\"}").with(approver).with(csrf())).andExpect(status().isPreconditionFailed());
        mvc.perform(get("/api/v1/recommendations/suppliers").with(approver)).andExpect(content().string(not(containsString(trade.supplier.toString()))));
        mvc.perform(get("/suppliers?q=").with(approver)).andExpect(content().string(not(containsString("supplier-Ningbo Haina"))));
        mvc.perform(get("/buyer/suppliers?standing=blocked").with(approver)).andExpect(content().string(containsString("own-Ningbo Haina")));
        assertThat(relation(trade.buyer).standing()).as("nobody else is concerned").isEqualTo(Standing.NONE);
    }

    @Test
    void aBuyerSwitchesOffThatItIsRecommended() throws Exception {
        mvc.perform(get("/api/v1/recommendations/buyers").with(supplier())).andExpect(content().string(containsString(trade.buyer.toString())));
        mvc.perform(post("/buyer/suppliers/recommendation").param("refused", "true").with(as(trade.buyer, Role.BUYER_APPROVER)).with(csrf())).andExpect(status().is3xxRedirection());
        try {
            mvc.perform(get("/api/v1/recommendations/buyers").with(supplier())).andExpect(content().string(not(containsString(trade.buyer.toString()))));
            mvc.perform(get("/supplier").with(supplier())).andExpect(content().string(not(containsString("recommended-Huaxing"))));
        } finally {
            mvc.perform(put("/api/v1/recommendations/refusal").contentType(MediaType.APPLICATION_JSON).content("{\"refused\": false}").with(as(trade.buyer, Role.BUYER_APPROVER)).with(csrf()))
                    .andExpect(status().isOk());
        }
        mvc.perform(get("/api/v1/recommendations/buyers?factor=luck").with(supplier())).andExpect(status().isBadRequest());
    }

    private UUID organisation(String name, Kind kind) {
        return Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation(name, null, kind, null, "CNY")));
    }

    private SupplierRelation relation(UUID buyer) {
        return Tenancy.call(Actor.person(buyer, UUID.randomUUID(), "x"), () -> relations.of(trade.supplier));
    }

    private RequestPostProcessor staff() {
        return as(trade.buyer, Role.BUYER_STAFF);
    }
}
