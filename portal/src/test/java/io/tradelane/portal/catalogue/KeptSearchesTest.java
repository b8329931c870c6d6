package io.tradelane.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Searches that somebody keeps and subscribes to, how much is said of articles, and why a supplier is not suggested. */
class KeptSearchesTest extends PortalTest {
    private static final String WATCHER = "watcher@example.com";
    @Autowired private Users users;

    @BeforeEach
    void aPerson() {
        if (Tenancy.call(Actor.hub(), () -> users.findByEmail(WATCHER)).isEmpty()) {
            Tenancy.run(Actor.hub(), () -> users.create(WATCHER, "Watcher", Locale.ENGLISH, "x", List.of(new User.Membership(trade.buyer, Role.BUYER_STAFF))));
        }
    }

    private RequestPostProcessor watcher() {
        return signedIn(trade.buyer, WATCHER, Role.BUYER_STAFF);
    }

    private List<String> kept(String name) throws Exception {
        String listed = mvc.perform(get("/api/v1/article-searches").with(watcher())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        return JsonPath.read(listed, "$.items[?(@.name == '" + name + "' && @.subscribed == true)].id");
    }

    @Test
    void aSearchIsKeptAndSubscribedToOnThePage() throws Exception {
        mvc.perform(post("/articles/searches").with(watcher()).with(csrf()).param("name", "Bolts <b>").param("query", "q=zzbolt&stock=1").param("subscribe", "true")).andExpect(status().is3xxRedirection());
        String id = kept("Bolts <b>").getFirst();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/articles").locale(locale).with(watcher())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"unsubscribe\"")))
                    .andExpect(content().string(containsString("Bolts &lt;b&gt;")));
        }
        mvc.perform(post("/articles/searches/" + id + "/subscription").with(stranger()).with(csrf()).param("on", "true")).andExpect(status().isNotFound());
        mvc.perform(post("/articles/searches/" + id + "/subscription").with(watcher()).with(csrf()).param("on", "false")).andExpect(status().is3xxRedirection());
        assertThat(kept("Bolts <b>")).isEmpty();
        mvc.perform(post("/articles/searches/" + id + "/subscription").with(watcher()).with(csrf()).param("on", "false")).andExpect(status().isNotFound());
    }

    @Test
    void theApiKeepsSubscribesAndForgets() throws Exception {
        mvc.perform(post("/api/v1/article-searches").with(watcher()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"name\": \"Empty\"}")).andExpect(status().isUnprocessableContent());
        String made = mvc.perform(post("/api/v1/article-searches").with(watcher()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"name\": \"By key\", \"shared\": true, \"query\": \"q=zznut\"}"))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String address = "/api/v1/article-searches/" + JsonPath.read(made, "$.id");
        mvc.perform(put(address + "/subscription").with(key(trade.buyer))).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("person"));
        mvc.perform(put(address + "/subscription").with(watcher()).with(csrf())).andExpect(status().isNoContent());
        assertThat(kept("By key")).hasSize(1);
        mvc.perform(delete(address + "/subscription").with(watcher()).with(csrf())).andExpect(status().isNoContent());
        mvc.perform(delete(address).with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(delete(address).with(watcher()).with(csrf())).andExpect(status().isNoContent());
    }

    @Test
    void theWorstArticlesAreListedForTheirSupplierAndTheOperator() throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/articles/quality").locale(locale).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"promise-form\"")));
            mvc.perform(get("/articles/quality").locale(locale).with(operator())).andExpect(status().isOk());
        }
        mvc.perform(get("/articles/quality").with(buyer())).andExpect(status().isNotFound());
        mvc.perform(post("/articles/quality/promise").with(supplier()).with(csrf()).param("hours", "96")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/v1/stock-promise").with(supplier())).andExpect(jsonPath("$.hours").value(96));
        mvc.perform(put("/api/v1/stock-promise").with(supplier()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"hours\": 0}")).andExpect(status().isUnprocessableContent());
        mvc.perform(get("/api/v1/article-quality").with(supplier())).andExpect(status().isOk()).andExpect(jsonPath("$.items").isArray());
    }

    @Test
    void aBuyerAsksWhyASupplierIsNotSuggested() throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/buyer/recommendations").param("why", trade.supplier.toString()).param("factor", "history").locale(locale).with(buyer())).andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-testid=\"verdict\"")));
        }
        mvc.perform(get("/buyer/recommendations").param("why", trade.buyer.toString()).with(buyer())).andExpect(status().isNotFound());
        mvc.perform(get("/buyer/recommendations").param("why", "'; drop table").with(buyer())).andExpect(status().isOk());
        mvc.perform(get("/api/v1/recommendations/suppliers/" + trade.supplier).with(buyer())).andExpect(status().isOk()).andExpect(jsonPath("$.verdict").isNotEmpty());
        mvc.perform(get("/buyer/recommendations").with(supplier())).andExpect(status().isForbidden());
    }
}
