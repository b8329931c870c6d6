package io.tradelane.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A price that moves far, asked for by one person of a supplier and agreed to by another. */
class PricePagesTest extends PortalTest {
    private static final String SECOND = "second.price@example.com";
    @Autowired private Users users;
    @Autowired private ArticleListing listing;

    @BeforeEach
    void twoPersons() {
        if (Tenancy.call(Actor.hub(), () -> users.findByEmail(SECOND)).isEmpty()) {
            Tenancy.run(Actor.hub(), () -> users.create(SECOND, "Second person", Locale.ENGLISH, "x", List.of(new User.Membership(trade.supplier, Role.SUPPLIER_SALES))));
        }
    }

    private RequestPostProcessor second() {
        return signedIn(trade.supplier, SECOND, Role.SUPPLIER_SALES);
    }

    private UUID priced(String number) throws Exception {
        String address = mvc.perform(post("/articles/new").with(supplier()).with(csrf()).param("number", number).param("nameEn", "Bolt").param("unit", "PCE"))
                .andReturn().getResponse().getRedirectedUrl();
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        set(id, "10");
        set(id, "16");
        return id;
    }

    private void set(UUID id, String amount) throws Exception {
        mvc.perform(post("/articles/" + id + "/prices").with(supplier()).with(csrf()).param("currency", "CNY").param("amount-0", amount)).andExpect(redirectedUrl("/articles/" + id));
    }

    private String waiting(String number) throws Exception {
        String listed = mvc.perform(get("/api/v1/price-changes").with(second())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        List<String> ids = JsonPath.read(listed, "$.items[?(@.number == '" + number + "')].id");
        return ids.getFirst();
    }

    private String costs(UUID id) {
        return Tenancy.call(Actor.hub(), () -> listing.find(id)).orElseThrow().prices().getFirst().price().amount().amount().stripTrailingZeros().toPlainString();
    }

    @Test
    void aSecondPersonAgreesOnThePage() throws Exception {
        UUID id = priced("PR-1");
        assertThat(costs(id)).isEqualTo("10");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/articles/prices").locale(locale).with(second())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"change-PR-1\"")));
            mvc.perform(get("/articles/own").locale(locale).with(second())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"prices\"")));
        }
        String change = waiting("PR-1");
        mvc.perform(post("/articles/prices/" + change + "/decision").with(second()).with(csrf()).param("decision", "refuse").param("reason", "")).andExpect(redirectedUrl("/articles/prices"));
        mvc.perform(post("/articles/prices/" + change + "/decision").with(stranger()).with(csrf()).param("decision", "agree")).andExpect(status().isNotFound());
        mvc.perform(post("/articles/prices/" + change + "/decision").with(second()).with(csrf()).param("decision", "agree")).andExpect(redirectedUrl("/articles/prices"));
        assertThat(costs(id)).isEqualTo("16");
        mvc.perform(get("/articles/prices").with(second())).andExpect(content().string(not(containsString("data-testid=\"change-PR-1\""))));
    }

    @Test
    void theApiTellsWhatWaitsAndAKeyDoesNotAgree() throws Exception {
        UUID id = priced("PR-2");
        mvc.perform(put("/api/v1/articles/" + id + "/prices").with(supplier()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"currency\": \"CNY\", \"tiers\": [{\"amount\": 99}]}"))
                .andExpect(status().isAccepted());
        String address = "/api/v1/price-changes/" + waiting("PR-2") + "/decision";
        mvc.perform(post(address).with(key(trade.supplier)).contentType(MediaType.APPLICATION_JSON).content("{\"agree\": true}")).andExpect(status().isForbidden());
        mvc.perform(post(address).with(second()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"agree\": false}")).andExpect(status().isUnprocessableContent());
        mvc.perform(post(address).with(second()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"agree\": false, \"reason\": \"Too much\"}")).andExpect(status().isOk());
        mvc.perform(get("/api/v1/articles/" + id + "/price-history").with(supplier())).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].amount").value(10));
        mvc.perform(get("/api/v1/articles/" + id + "/price-history").with(stranger())).andExpect(status().isNotFound());
    }

    @Test
    void theThresholdIsTheAdministratorsToSet() throws Exception {
        RequestPostProcessor administrator = as(trade.supplier, Role.ORGANISATION_ADMIN);
        mvc.perform(get("/articles/prices").with(administrator)).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"threshold-form\"")));
        mvc.perform(post("/articles/prices/threshold").with(administrator).with(csrf()).param("percent", "25")).andExpect(redirectedUrl("/articles/prices"));
        mvc.perform(get("/api/v1/price-policy").with(administrator)).andExpect(jsonPath("$.percent").value(25));
        mvc.perform(put("/api/v1/price-policy").with(administrator).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"percent\": -1}")).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/articles/prices/threshold").with(supplier()).with(csrf()).param("percent", "90")).andExpect(status().isForbidden());
        mvc.perform(get("/articles/prices").with(buyer())).andExpect(status().isNotFound());
    }
}
