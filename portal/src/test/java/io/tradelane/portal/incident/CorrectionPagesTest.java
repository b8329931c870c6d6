package io.tradelane.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A corrected copy: looked at, handed in, agreed to by another person, on the pages and over the API. */
class CorrectionPagesTest extends PortalTest {
    private static final String WRONG = "QTY+21:abc'";
    @Autowired
    private Incidents incidents;

    @Autowired
    private Interchanges interchanges;

    @Autowired
    private ApiClients clients;

    private UUID incident;
    private String original;

    @BeforeEach
    void anOrderThatDoesNotRead() throws Exception {
        incident = Tenancy.call(Actor.hub(), () -> incidents.raise(new NewIncident(Cause.INVALID_DOCUMENT, trade.buyer, trade.brokenInterchange, null,
                Map.of("subject", Ids.next().toString(), "errors", "1", "first", "x", "first_zh", "x"), null)));
        original = text(trade.brokenInterchange);
    }

    @Test
    void showsWhatIsOtherwiseAndWhatIsStillWrongBeforeAnythingIsSent() throws Exception {
        int before = sent();
        mvc.perform(get("/incidents/" + incident + "/resubmission").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("QTY+21:abc")));
        mvc.perform(get("/corrections/rules").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"rule-form\"")));
        String page = mvc.perform(form(operator(), right(), false, "").param("lang", "en")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("data-testid=\"text-changes\"", "QTY+21:10:PCE", "QTY+21:abc", "data-testid=\"field-changes\"", "lines[1].quantity.value");
        mvc.perform(form(operator(), original.replace("abc", "xyz"), false, "")).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"findings\"")))
                .andExpect(content().string(containsString("id=\"despite\"")));
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void isSentWithAReasonAndTheOriginalStays() throws Exception {
        int before = sent();
        mvc.perform(form(operator(), right(), true, "")).andExpect(status().is(422));
        mvc.perform(form(operator(), original.replace("abc", "xyz"), true, "why")).andExpect(status().is(422));
        mvc.perform(form(operator(), original, true, "why")).andExpect(status().is(422));
        assertThat(sent()).isEqualTo(before);
        String location = mvc.perform(form(operator(), right(), true, "A letter instead of a number")).andExpect(redirectedUrlPattern("/documents/interchanges/*"))
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(text(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)))).isEqualTo(right());
        assertThat(text(trade.brokenInterchange)).isEqualTo(original);
        mvc.perform(get("/incidents/" + incident).with(operator())).andExpect(content().string(containsString("data-testid=\"correction\"")));
    }

    @Test
    void waitsForAnotherPersonWhereTheRuleOfTheSenderSaysSo() throws Exception {
        String rule = rule();
        try {
            RequestPostProcessor author = operator();
            int before = sent();
            String page = mvc.perform(form(author, right(), true, "Number")).andExpect(redirectedUrlPattern("/corrections/*")).andReturn().getResponse().getRedirectedUrl();
            assertThat(sent()).isEqualTo(before);
            mvc.perform(get(page).with(author)).andExpect(content().string(containsString("data-testid=\"needs-another\""))).andExpect(content().string(not(containsString("data-testid=\"approve\""))));
            mvc.perform(post(page + "/approval").param("version", "1").with(author).with(csrf())).andExpect(status().isConflict());
            mvc.perform(post(page + "/approval").param("version", "9").with(operator()).with(csrf())).andExpect(status().isConflict());
            mvc.perform(get("/corrections").with(operator())).andExpect(content().string(containsString(page)));
            RequestPostProcessor other = operator();
            mvc.perform(get(page).with(other)).andExpect(content().string(containsString("data-testid=\"approve\""))).andExpect(content().string(containsString("lines[1].quantity.value")));
            mvc.perform(post(page + "/approval").param("version", "1").param("note", "agreed by phone").with(other).with(csrf())).andExpect(redirectedUrl(page));
            assertThat(sent()).isEqualTo(before + 1);
            mvc.perform(get(page).with(other)).andExpect(content().string(containsString("data-testid=\"open-result\""))).andExpect(content().string(containsString("agreed by phone")));
        } finally {
            mvc.perform(post("/corrections/rules/" + rule + "/removal").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void anIncidentThatHasChangedMeanwhileIsLookedAtAgain() throws Exception {
        int before = sent();
        MockHttpServletRequestBuilder late = form(operator(), right(), true, "Number");
        Tenancy.run(Actor.operator(Ids.next(), "Other"), () -> incidents.assignTo(incident, null));
        mvc.perform(late).andExpect(status().isConflict()).andExpect(content().string(containsString("Look again")));
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void theApiHandsInAndDecidesAndAKeyIsTheSecondOnlyIfItSaysSo() throws Exception {
        String rule = rule();
        try {
            handsInAndDecides();
        } finally {
            mvc.perform(post("/corrections/rules/" + rule + "/removal").with(operator()).with(csrf()));
        }
    }

    private void handsInAndDecides() throws Exception {
        String path = "/api/v1/incidents/" + incident;
        String writer = key("writer", "operate", "read");
        String approver = key("approver", "read", "correction:approve");
        mvc.perform(post(path + "/check").content(original).header("Authorization", writer)).andExpect(jsonPath("$.errors").value(org.hamcrest.Matchers.greaterThan(0)));
        mvc.perform(post(path + "/check").content(right()).header("Authorization", writer)).andExpect(jsonPath("$.errors").value(0))
                .andExpect(jsonPath("$.differences.text[?(@.after == \"QTY+21:10:PCE'\")]").isNotEmpty());
        mvc.perform(post(path + "/resubmit?reason=x").content(right()).header("Authorization", writer)).andExpect(status().isPreconditionRequired());
        mvc.perform(post(path + "/resubmit").content(right()).header("Authorization", writer).header("If-Match", "\"1\"")).andExpect(status().is(422));
        mvc.perform(post(path + "/resubmit?reason=x").content(right()).header("Authorization", writer).header("If-Match", "\"7\"")).andExpect(status().isPreconditionFailed());
        String body = mvc.perform(post(path + "/resubmit?reason=x").content(right()).header("Authorization", writer).header("If-Match", "\"1\""))
                .andExpect(status().isAccepted()).andReturn().getResponse().getContentAsString();
        String correction = "/api/v1/corrections/" + JsonPath.read(body, "$.correction");
        assertThat((Object) JsonPath.read(body, "$.interchange")).isNull();
        mvc.perform(get(correction).header("Authorization", writer)).andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.status").value("WAITING"));
        mvc.perform(post(correction + "/approval").header("Authorization", writer).header("If-Match", "\"1\"")).andExpect(status().isForbidden());
        mvc.perform(get(correction + "/differences").header("Authorization", approver)).andExpect(jsonPath("$.fields[0].path").exists());
        mvc.perform(post(correction + "/approval").header("Authorization", approver).header("If-Match", "\"1\"")).andExpect(jsonPath("$.status").value("SUBMITTED"))
                .andExpect(jsonPath("$.result").isNotEmpty());
    }

    private String rule() throws Exception {
        String body = mvc.perform(put("/api/v1/correction-rules").contentType("application/json").header("Authorization", key("rules", "operate"))
                .content("{\"sender\":\"" + trade.buyer + "\",\"type\":\"ORDER\",\"secondPerson\":true}")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        return JsonPath.read(body, "$.id");
    }

    private String key(String name, String... scopes) {
        return "Bearer " + Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, name, Set.of(scopes)).key());
    }

    private String right() {
        return original.replace(WRONG, "QTY+21:10:PCE'").replace("LIN+1'", "DTM+137:20261121:102'NAD+BY+6901234000016::9'NAD+SU+6909876000012::9'LIN+1++4006381333931:EN'")
                .replaceAll("FTX[^']*'", "UNS+S'").replace("UNT+6+1'", "UNT+9+1'");
    }

    private MockHttpServletRequestBuilder form(RequestPostProcessor who, String bytes, boolean submit, String reason) {
        int version = Tenancy.call(Actor.hub(), () -> incidents.find(incident)).orElseThrow().version();
        return post("/incidents/" + incident + "/resubmission").param("bytes", bytes.replace("'", "'\r\n")).param("oneLine", "true").param("charset", "UTF-8")
                .param("submit", "" + submit).param("reason", reason).param("version", "" + version).with(who).with(csrf());
    }

    private int sent() {
        return Tenancy.call(Actor.hub(), () -> interchanges.resubmissions(trade.brokenInterchange)).size();
    }

    private String text(UUID interchange) {
        return Tenancy.call(Actor.hub(), () -> {
            try (var bytes = interchanges.bytes(interchange)) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }
}
