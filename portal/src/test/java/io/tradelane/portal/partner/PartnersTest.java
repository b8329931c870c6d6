package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.hamcrest.Matchers.containsInAnyOrder;
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

import io.tradelane.portal.PortalTest;
import io.tradelane.portal.frame.Toast;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** The operator takes in a company, and says by what it is recognised. */
class PartnersTest extends PortalTest {
    private static final String GLN = "4099990000011";

    @Autowired
    private Organisations organisations;

    @Autowired
    private ApiClients clients;

    @Test
    void aCompanyIsTakenInOnceWithAGlnThatIsOne() throws Exception {
        mvc.perform(get("/partners/new").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"gln\"")));
        mvc.perform(post("/partners").param("gln", "4099990000012").param("currency", "Franken").param("country", "XX").with(operator()).with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"name-error\""))).andExpect(content().string(containsString("id=\"kind-error\"")))
                .andExpect(content().string(containsString("id=\"gln-error\""))).andExpect(content().string(containsString("id=\"country-error\"")))
                .andExpect(content().string(containsString("value=\"Franken\"")));
        String page = mvc.perform(post("/partners").param("name", "New Works AG").param("kind", "supplier").param("gln", GLN).param("currency", "chf")
                .param("country", "ch").with(operator()).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        Organisation made = Tenancy.call(Actor.hub(), () -> organisations.byInterchangeAddress(GLN, "14")).orElseThrow();
        assertThat(page).isEqualTo("/partners/" + made.id());
        assertThat(made.currency()).isEqualTo("CHF");
        mvc.perform(post("/partners").param("name", "Again").param("kind", "supplier").param("gln", GLN).param("currency", "CHF").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("Another company has this identifier")));
    }

    @Test
    void theSameByTheApi() throws Exception {
        mvc.perform(post("/api/v1/partners").contentType(MediaType.APPLICATION_JSON).content("{\"gln\":\"4099990000012\",\"currency\":\"Franken\",\"kind\":\"OPERATOR\"}")
                .with(operator()).with(csrf())).andExpect(status().is(422)).andExpect(jsonPath("$.errors[*].pointer", containsInAnyOrder("/name", "/kind", "/gln", "/currency")));
        String company = mvc.perform(post("/api/v1/partners").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"By API GmbH\",\"kind\":\"SUPPLIER\",\"currency\":\"EUR\",\"country\":\"de\"}").with(operator()).with(csrf()))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.name").value("By API GmbH")).andReturn().getResponse().getHeader("Location");
        mvc.perform(put(company + "/four-eyes").contentType(MediaType.APPLICATION_JSON).content("{}").with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(put(company + "/four-eyes").contentType(MediaType.APPLICATION_JSON).content("{\"wanted\":true}").with(operator()).with(csrf()))
                .andExpect(status().isNoContent());
        mvc.perform(post(company + "/certificates").contentType(MediaType.APPLICATION_JSON).content("{\"alias\":\"as2\",\"use\":\"SIGN\",\"pem\":\"nonsense\"}")
                .with(operator()).with(csrf())).andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("/pem"));
        mvc.perform(delete(company + "/certificates/" + Ids.next()).with(operator()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/partners").contentType(MediaType.APPLICATION_JSON).content("{}").with(as(trade.supplier, Role.ORGANISATION_ADMIN)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anIdentifierBelongsToOneCompanyOnly() throws Exception {
        identify(trade.buyer, "EDI:ZZ", "HUAXING-TEST");
        assertThat(Tenancy.call(Actor.hub(), () -> organisations.byInterchangeAddress("HUAXING-TEST", "ZZ"))).map(Organisation::id).contains(trade.buyer);
        identify(trade.supplier, "EDI:ZZ", "HUAXING-TEST");
        assertThat(Tenancy.call(Actor.hub(), () -> organisations.byInterchangeAddress("HUAXING-TEST", "ZZ"))).map(Organisation::id).contains(trade.buyer);
    }

    @Test
    void aKeyIsShownOnceAndCanBeDisabled() throws Exception {
        var made = mvc.perform(post("/partners/" + trade.supplier + "/keys").param("name", "Warehouse robot").with(operator()).with(csrf()))
                .andExpect(flash().attributeExists("madeKey")).andReturn();
        String key = String.valueOf(made.getFlashMap().get("madeKey"));
        ApiClient client = Tenancy.call(Actor.hub(), () -> clients.authenticate(key)).orElseThrow();
        assertThat(client.organisation()).isEqualTo(trade.supplier);
        mvc.perform(get("/partners/" + trade.supplier).with(operator())).andExpect(content().string(containsString("Warehouse robot")))
                .andExpect(content().string(not(containsString(key))));
        mvc.perform(post("/partners/" + trade.supplier + "/keys/" + client.id() + "/removal").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(Tenancy.call(Actor.hub(), () -> clients.authenticate(key))).isEmpty();
    }

    @Test
    void aPrivateKeyOrNonsenseIsNoCertificate() throws Exception {
        for (String pem : new String[] {"nonsense", "-----BEGIN PRIVATE KEY-----\nMIIC\n-----END PRIVATE KEY-----"}) {
            var answer = mvc.perform(post("/partners/" + trade.supplier + "/certificates").param("alias", "as2").param("use", "sign").param("pem", pem)
                    .with(operator()).with(csrf())).andExpect(status().is3xxRedirection()).andReturn();
            assertThat(answer.getFlashMap().get("toast")).asInstanceOf(type(Toast.class)).extracting(Toast::tone).isEqualTo("bad");
        }
    }

    @Test
    void onlyTheOperatorManagesPartners() throws Exception {
        var admin = as(trade.supplier, Role.ORGANISATION_ADMIN);
        mvc.perform(get("/partners/new").with(admin)).andExpect(status().isForbidden());
        mvc.perform(get("/partners/" + trade.supplier).with(admin)).andExpect(content().string(not(containsString("key-form"))));
        mvc.perform(post("/partners/" + trade.supplier + "/keys").param("name", "Mine").with(admin).with(csrf())).andExpect(status().isForbidden());
    }

    private void identify(UUID company, String scheme, String value) throws Exception {
        mvc.perform(post("/partners/" + company + "/identifiers").param("scheme", scheme).param("value", value).with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }
}
