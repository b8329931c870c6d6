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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Batching;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A change of an agreement is a draft; putting it into force is another step. */
class AgreementPagesTest extends PortalTest {

    @Autowired
    private Agreements agreements;

    @Autowired
    private AgreementVersions versions;

    @Autowired
    private ApiClients clients;

    @Test
    void aChangeIsADraftUntilItIsPutIntoForceAndAnOldVersionComesBack() throws Exception {
        UUID id = agree(DocumentType.INVENTORY_REPORT);
        String page = "/agreements/" + id;
        mvc.perform(post(page).param("version", "D01B").param("charset", "UNOC").param("edits", "0").param("reason", "they asked for it").param("batchMessages", "20")
                .param("batchMinutes", "30").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/agreements/*"));
        assertThat(inForce(id).version()).isEqualTo("D96A");
        mvc.perform(get(page).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("they asked for it")))
                .andExpect(content().string(containsString("activation-form"))).andExpect(content().string(containsString("value=\"D01B\"")));
        mvc.perform(post(page).param("version", "D01B").param("edits", "0").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(drafted(id).batching()).as("somebody else's change is not overwritten").isEqualTo(new Batching(20, 30));
        mvc.perform(post(page + "/versions/2/activation").param("reason", "tested").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/agreements/*"));
        assertThat(inForce(id).version()).isEqualTo("D01B");
        mvc.perform(get(page + "/versions/2").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("D96A")))
                .andExpect(content().string(containsString("Version of the format"))).andExpect(content().string(containsString("they asked for it")));
        mvc.perform(get(page + "/versions/1").with(operator())).andExpect(status().isOk());
        mvc.perform(get(page + "/versions/9").with(operator())).andExpect(status().isNotFound());
        mvc.perform(post(page + "/versions/1/draft").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/agreements/*"));
        assertThat(drafted(id).version()).isEqualTo("D96A");
        mvc.perform(post(page + "/draft/removal").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/agreements/*"));
        mvc.perform(get(page).with(operator())).andExpect(content().string(not(containsString("activation-form"))));
    }

    @Test
    void severalMessagesGoInOneInterchangeOnlyWhereTheFormatHoldsThem() throws Exception {
        UUID id = agree(DocumentType.SALES_REPORT);
        mvc.perform(post("/agreements/" + id).param("version", "D96A").param("charset", "UNOC").param("batchMessages", "20").param("batchMinutes", "").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"batchMinutes-error\"")));
        mvc.perform(post("/agreements/" + id).param("version", "D96A").param("charset", "UNOC").param("batchMessages", "1001").param("batchMinutes", "5").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"batchMessages-error\"")));
    }

    @Test
    void whatACompanySendsIsAgreedOnAsADraftFirst() throws Exception {
        String page = mvc.perform(post("/partners/" + trade.otherBuyer + "/receiving").param("format", "edifact").with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern("/agreements/*")).andReturn().getResponse().getRedirectedUrl();
        assertThat(mvc.perform(post("/partners/" + trade.otherBuyer + "/receiving").param("format", "edifact").with(operator()).with(csrf()))
                .andReturn().getResponse().getRedirectedUrl()).isEqualTo(page);
        mvc.perform(get(page).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"sequence\"")))
                .andExpect(content().string(not(containsString("name=\"senderId\""))));
        mvc.perform(post(page).param("reuseAfterDays", "0").with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"reuseAfterDays-error\"")));
        mvc.perform(post(page).param("repeated", "refuse").param("sequence", "hold").param("activate", "now").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/partners/" + trade.otherBuyer).with(operator())).andExpect(content().string(containsString("Hold what comes after")));
        mvc.perform(post(page + "/removal").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/partners/*"));
        assertThat(Tenancy.call(Actor.hub(), () -> versions.keys(trade.otherBuyer))).noneMatch(key -> key.direction() == Direction.INBOUND);
    }

    @Test
    void byTheApiADraftIsMadeChangedByTheVersionReadAndPutIntoForceByAnother() throws Exception {
        String made = mvc.perform(json("first", post("/api/v1/agreements"), """
                        {"direction":"OUTBOUND","sender":"%s","receiver":"%s","type":"REMITTANCE_ADVICE","reason":"new",
                         "terms":{"format":"EDIFACT","version":"D96A","senderId":"A","receiverId":"B","charset":"UNOC"}}""".formatted(trade.otherBuyer, trade.buyer)))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String address = "/api/v1/agreements/" + JsonPath.<String>read(made, "$.agreement");
        mvc.perform(json("first", get("/api/v1/agreements/" + UUID.randomUUID() + "/versions"), "")).andExpect(status().isNotFound());
        mvc.perform(json("first", get(address + "/versions/1"), "")).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.state").value("DRAFT")).andExpect(jsonPath("$.terms.version").value("D96A"));
        String terms = "{\"reason\":\"x\",\"terms\":{\"format\":\"EDIFACT\",\"version\":\"%s\",\"senderId\":\"A\",\"receiverId\":\"B\",\"charset\":\"UNOC\"}}";
        mvc.perform(json("first", put(address + "/draft"), terms.formatted("D01B"))).andExpect(status().is(428));
        mvc.perform(json("first", put(address + "/draft").header(HttpHeaders.IF_MATCH, "\"9\""), terms.formatted("D01B"))).andExpect(status().is(412));
        mvc.perform(json("first", put(address + "/draft").header(HttpHeaders.IF_MATCH, "\"1\""), terms.formatted("D99Z"))).andExpect(status().is(422));
        mvc.perform(json("first", put(address + "/draft").header(HttpHeaders.IF_MATCH, "\"1\""), terms.formatted("D01B"))).andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""));

        mvc.perform(post("/partners/" + trade.buyer + "/four-eyes").param("wanted", "true").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        try {
            mvc.perform(json("first", post(address + "/versions/1/activation"), "{}")).andExpect(status().isForbidden()).andExpect(content().string(containsString("sod-violation")));
            mvc.perform(json("second", post(address + "/versions/1/activation"), "{}")).andExpect(status().isForbidden());
            mvc.perform(post(address + "/versions/1/activation").contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"looked at\"}").with(operator()).with(csrf()))
                    .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("IN_FORCE")).andExpect(jsonPath("$.activated.name").value("Somebody"));
        } finally {
            mvc.perform(post("/partners/" + trade.buyer + "/four-eyes").param("wanted", "false").with(operator()).with(csrf()));
        }
        mvc.perform(json("first", post(address + "/versions/1/activation"), "{}")).andExpect(status().isConflict());
        mvc.perform(json("first", put(address + "/draft"), terms.formatted("D96A"))).andExpect(status().isOk());
        mvc.perform(json("first", get(address + "/versions/2/differences").param("with", "1"), "")).andExpect(jsonPath("$.items[0].term").value("version"))
                .andExpect(jsonPath("$.items[0].before").value("D01B")).andExpect(jsonPath("$.items[0].after").value("D96A"));
        mvc.perform(json("first", post(address + "/versions/2/activation"), "{\"from\":\"2999-01-01T00:00:00Z\"}")).andExpect(jsonPath("$.state").value("SCHEDULED"));
        mvc.perform(json("first", post(address + "/versions/2/withdrawal"), "")).andExpect(jsonPath("$.state").value("WITHDRAWN"));
        mvc.perform(json("first", post(address + "/versions/2/draft"), "{}")).andExpect(jsonPath("$.number").value(3)).andExpect(jsonPath("$.basedOn").value(2));
        mvc.perform(json("first", delete(address + "/draft"), "")).andExpect(status().isNoContent());
        mvc.perform(json("first", get(address + "/versions"), "")).andExpect(jsonPath("$.items.length()").value(3));
    }

    private UUID agree(DocumentType type) {
        return Tenancy.call(Actor.hub(), () -> agreements.agree(new Agreement(Ids.next(), trade.otherBuyer, trade.supplier, type, "EDIFACT", "D96A", null, null, false,
                "4012345000009", "14", "6909876000012", "14", "UNOC", false)));
    }

    private Agreement inForce(UUID id) {
        return Tenancy.call(Actor.hub(), () -> agreements.find(id)).orElseThrow();
    }

    private Sending drafted(UUID id) {
        return (Sending) Tenancy.call(Actor.hub(), () -> versions.list(id)).getFirst().terms();
    }

    private MockHttpServletRequestBuilder json(String client, MockHttpServletRequestBuilder request, String body) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, client, Set.of("read", "operate"))).key();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
