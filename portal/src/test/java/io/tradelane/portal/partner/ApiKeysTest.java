package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class ApiKeysTest extends PortalTest {
    @Autowired private ApiClients clients;

    @Test
    void aKeyIsMadeWithScopesAndADayAndChangedWithAnOverlap() throws Exception {
        String keys = "/partners/" + trade.supplier + "/keys";
        mvc.perform(post(keys).param("name", "Robot").param("scopes", "fly").with(operator()).with(csrf())).andExpect(flash().attributeCount(1));
        mvc.perform(post(keys).param("name", "Robot").param("expiresOn", "2020-01-01").with(operator()).with(csrf())).andExpect(flash().attributeCount(1));
        var made = mvc.perform(post(keys).param("name", "Robot").param("scopes", "order:read interchange:write").param("expiresOn", "2099-12-31")
                .with(operator()).with(csrf())).andExpect(flash().attributeExists("madeKey")).andReturn();
        String first = String.valueOf(made.getFlashMap().get("madeKey"));
        var client = Tenancy.call(Actor.hub(), () -> clients.authenticate(first)).orElseThrow();
        mvc.perform(get("/partners/" + trade.supplier).with(operator())).andExpect(content().string(containsString("interchange:write")))
                .andExpect(content().string(containsString(first.substring(0, first.indexOf('_', 3))))).andExpect(content().string(not(containsString(first))));
        var changed = mvc.perform(post(keys + "/" + client.id() + "/rotation").with(operator()).with(csrf())).andExpect(flash().attributeExists("madeKey")).andReturn();
        String second = String.valueOf(changed.getFlashMap().get("madeKey"));
        assertThat(second).isNotEqualTo(first).startsWith(first.substring(0, first.indexOf('_', 3)));
        assertThat(Tenancy.call(Actor.hub(), () -> clients.authenticate(first))).isPresent();
        assertThat(Tenancy.call(Actor.hub(), () -> clients.authenticate(second))).isPresent();
    }

    @Test
    void theSameByTheApi() throws Exception {
        String bearer = "Bearer " + Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "ops", Set.of("operate"))).key();
        String keys = "/api/v1/partners/" + trade.supplier + "/api-keys";
        mvc.perform(post(keys).header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{\"name\":\"\",\"scopes\":[\"fly\"],\"expiresAt\":\"2020-01-01T00:00:00Z\",\"certificateFingerprint\":\"x\"}"))
                .andExpect(status().is(422)).andExpect(jsonPath("$.errors.length()").value(4));
        String answer = mvc.perform(post(keys).header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{\"name\":\"By API\",\"scopes\":[\"order:read\"]}"))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String id = JsonPath.read(answer, "$.id");
        String key = JsonPath.read(answer, "$.key");
        mvc.perform(get(keys).header("Authorization", bearer)).andExpect(status().isOk()).andExpect(content().string(not(containsString(key))))
                .andExpect(jsonPath("$.items[?(@.id=='" + id + "')].name").value("By API"));
        mvc.perform(put(keys + "/" + id + "/certificate").header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{\"fingerprint\":\"" + "AB:".repeat(31) + "AB\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.certificateFingerprint").value("ab".repeat(32)));
        assertThat(Tenancy.call(Actor.hub(), () -> clients.authenticate(key))).as("without its certificate").isEmpty();
        mvc.perform(put(keys + "/" + id + "/certificate").header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isOk());
        mvc.perform(post(keys + "/" + id + "/rotation").header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{\"overlapHours\":9999}")).andExpect(status().is(422));
        mvc.perform(post(keys + "/" + id + "/rotation").header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content("{\"overlapHours\":0}")).andExpect(status().isOk());
        assertThat(Tenancy.call(Actor.hub(), () -> clients.authenticate(key))).isEmpty();
        mvc.perform(delete(keys + "/" + id).header("Authorization", bearer)).andExpect(status().isNoContent());
        mvc.perform(delete(keys + "/" + id).header("Authorization", bearer)).andExpect(status().isNotFound());
    }
}
