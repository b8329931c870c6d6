package io.tradelane.portal.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.portal.access.EndpointRules;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.requirement.RequirementState;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class RequirementPagesTest extends PortalTest {
    @Autowired Requirements requirements;

    @Test
    void whatIsPastedIsApprovedBySomebodyElseAndAskedFor() throws Exception {
        mvc.perform(post("/requirements/new").param("action", "add").param("currency", "CNY").param("paste", "H-DIN933-M8X40\t六角头螺栓\t400\t件\nx\ty\tmany\n").with(staff()).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"faults\""))).andExpect(content().string(containsString("many")))
                .andExpect(content().string(containsString("value=\"H-DIN933-M8X40\"")));
        UUID id = created(staff());
        RequirementView draft = seen(id);
        assertThat(draft.state()).isEqualTo(RequirementState.PENDING_APPROVAL);
        mvc.perform(post("/requirements/" + id + "/approval").param("version", "2").with(staff()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/").with(approver())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/buyer").with(approver())).andExpect(content().string(containsString("data-testid=\"task-requirements\"")));
        mvc.perform(post("/requirements/" + id + "/approval").param("version", "2").with(approver()).with(csrf())).andExpect(redirectedUrl("/requirements/" + id));
        assertThat(seen(id).state()).isEqualTo(RequirementState.APPROVED);
        mvc.perform(get("/requirements/" + id + "/rfq").param("supplier", trade.supplier.toString()).with(staff())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"source-form\"")));
        String rfq = mvc.perform(post("/requirements/" + id + "/rfq").param("version", "3").param("line", "1", "2").param("supplier", trade.supplier.toString())
                        .param("deadline", LocalDate.now().plusDays(5) + "T18:00").param("zone", "Asia/Shanghai").with(staff()).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(rfq).with(staff())).andExpect(content().string(containsString("/requirements/" + id))).andExpect(content().string(not(containsString("9,999"))));
        mvc.perform(get("/requirements/" + id).with(staff())).andExpect(content().string(containsString(rfq)));
        mvc.perform(post(rfq + "/publication").param("version", "1").with(staff()).with(csrf()));
        mvc.perform(get(rfq).with(supplier())).andExpect(status().isOk()).andExpect(content().string(not(containsString("/requirements/"))));
        mvc.perform(get("/api/v1" + rfq).with(staff())).andExpect(content().string(containsString("/api/v1/requirements/" + id)));
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        UUID id = created(staff());
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            for (String address : List.of("/requirements", "/requirements?q=nothing-like-it", "/requirements?mine=true&needBy=2030-01-01", "/requirements/new", "/requirements/" + id,
                    "/requirements/" + id + "/matches", "/requirements/" + id + "/matches?line=2&approved=true", "/requirements/" + id + "/rfq", "/articles?q=bolt")) {
                mvc.perform(get(address).with(staff()).locale(locale)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
            }
        }
    }

    @Test
    void theApiMakesOneEachNumberAndTellsWhatChangedMeanwhile() throws Exception {
        String number = "PR-" + System.nanoTime();
        String body = """
                {"number": "%s", "currency": "CNY", "needBy": "2027-01-15", "lines": [{"article": "H-FL-DN80", "quantity": 5, "unit": "PCE", "budget": 1000}, {"description": "bearing 6204", "quantity": 2, "unit": "PCE"}]}
                """.formatted(number);
        String location = mvc.perform(api(HttpMethod.POST, "/api/v1/requirements", body)).andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.state").value("DRAFT")).andExpect(jsonPath("$.timeline", hasSize(1))).andReturn().getResponse().getHeader("Location");
        mvc.perform(api(HttpMethod.POST, "/api/v1/requirements", body)).andExpect(status().isOk());
        mvc.perform(api(HttpMethod.POST, "/api/v1/requirements", body.replace("\"quantity\": 5", "\"quantity\": 6"))).andExpect(status().isUnprocessableContent());
        mvc.perform(api(HttpMethod.PUT, location, body)).andExpect(status().isPreconditionRequired());
        mvc.perform(api(HttpMethod.PUT, location, body.replace("\"quantity\": 5", "\"quantity\": 7")).header("If-Match", "\"1\"")).andExpect(status().isOk());
        mvc.perform(api(HttpMethod.PUT, location, body).header("If-Match", "\"1\"")).andExpect(status().isConflict()).andExpect(jsonPath("$.type").value("urn:tradelane:problem:stale-version"))
                .andExpect(jsonPath("$.errors[0].event").value("EDIT")).andExpect(content().string(containsString("5 PCE \u2192 7 PCE")));
        mvc.perform(api(HttpMethod.POST, location + "/matches", "{}")).andExpect(status().isOk()).andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].products[0].article.number").value("FL-DN80")).andExpect(jsonPath("$.items[0].products[0].reasons[0].code").value("NAMED"))
                .andExpect(jsonPath("$.items[0].products[0].reasons[0].zh").value("由编号指定或已选用")).andExpect(jsonPath("$.items[0].products[0].scores.TEXT").value(100))
                .andExpect(jsonPath("$.items[1].products[0].article.number").value("6204-2RS")).andExpect(jsonPath("$.items[1].suppliers[0].id").value(trade.supplier.toString()));
        mvc.perform(api(HttpMethod.POST, location + "/submission", "").header("If-Match", "\"2\"")).andExpect(status().isOk());
        mvc.perform(api(HttpMethod.POST, location + "/rfq", "{\"lines\": [\"1\"], \"deadline\": \"2027-01-01T18:00:00+08:00\"}").header("If-Match", "\"3\"")).andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tradelane:problem:illegal-transition"));
        mvc.perform(get("/api/v1/requirements?q=" + number).with(staff())).andExpect(jsonPath("$.items[0].state").value("PENDING_APPROVAL"));
        mvc.perform(post("/api/v1/requirement-rows").contentType(MediaType.TEXT_PLAIN).content("a\tb\t0\n").with(key(trade.buyer))).andExpect(jsonPath("$.faults[0].column").value("QUANTITY"))
                .andExpect(jsonPath("$.faults[0].row").value(1)).andExpect(jsonPath("$.faults[0].code").value("not-positive"));
    }

    @Test
    void aFormBehindTheTimesIsShownWithWhatHasChanged() throws Exception {
        UUID id = UUID.fromString(mvc.perform(form("save").with(staff())).andReturn().getResponse().getRedirectedUrl().substring("/requirements/".length()));
        MockHttpServletRequestBuilder edit = post("/requirements/" + id + "/edit").param("version", "1").param("currency", "CNY").param("line-0", "1").param("article-0", "X-1")
                .param("quantity-0", "7").param("unit-0", "PCE").param("action", "save").with(staff()).with(csrf());
        mvc.perform(edit).andExpect(status().is3xxRedirection());
        mvc.perform(edit).andExpect(status().isConflict()).andExpect(content().string(containsString("data-testid=\"changes\""))).andExpect(content().string(containsString("400 PCE \u2192 7 PCE")))
                .andExpect(content().string(containsString("value=\"X-1\"")));
    }

    @Test
    void aWarehouseSeesItsOwnAndAThirdCompanyNothing() throws Exception {
        UUID id = created(staff());
        RequestPostProcessor warehouse = as(trade.buyer, Role.BUYER_WAREHOUSE);
        mvc.perform(get("/requirements/" + id).with(warehouse)).andExpect(status().isNotFound());
        mvc.perform(get("/requirements").with(warehouse)).andExpect(content().string(not(containsString(id.toString()))));
        UUID own = created(warehouse);
        mvc.perform(get("/requirements/" + own).with(warehouse)).andExpect(status().isOk());
        mvc.perform(get("/requirements/" + own).with(staff())).andExpect(status().isOk());
        for (EndpointRules.Rule rule : EndpointRules.all()) {
            if (rule.pattern().matches("(/api/v1)?/requirements/\\{id}.*")) {
                String address = rule.pattern().replaceFirst("\\{id}", id.toString()).replace("{line}", "1");
                boolean machine = address.startsWith("/api/");
                var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(rule.method()), address).param("version", "2").param("line", "1").param("deadline", "x").param("zone", "UTC")
                        .with(machine ? key(trade.otherBuyer) : stranger());
                int status = mvc.perform(machine ? request.contentType(MediaType.APPLICATION_JSON).content("{}").header("If-Match", "\"2\"") : request.with(csrf())).andReturn().getResponse().getStatus();
                assertThat(status).as(rule.method() + " " + rule.pattern()).isIn(400, 404);
            }
        }
        assertThat(seen(id).version()).isEqualTo(2);
    }

    @Test
    void anArticleIsInquiredAboutFromItsPageAndFromWhatIsFound() throws Exception {
        String article = Tenancy.call(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> listing.find(bolt())).orElseThrow().id().toString();
        mvc.perform(get("/articles/" + article).with(staff())).andExpect(content().string(containsString("/rfqs/new?article=" + article)))
                .andExpect(content().string(containsString("/requirements/new?article=" + article)));
        mvc.perform(get("/rfqs/new").param("article", article).with(staff())).andExpect(content().string(containsString("value=\"DIN933-M8X40\"")));
        mvc.perform(get("/requirements/new").param("article", article).with(staff())).andExpect(content().string(containsString("value=\"" + article + "\"")));
        mvc.perform(get("/articles?q=DIN933-M8X40").with(staff())).andExpect(content().string(containsString("data-testid=\"inquire\"")));
        mvc.perform(get("/articles?q=DIN933-M8X40").with(supplier())).andExpect(content().string(not(containsString("data-testid=\"inquire\""))));
    }

    @Autowired io.tradelane.trading.catalogue.ArticleListing listing;
    @Autowired io.tradelane.trading.catalogue.Articles articles;

    private UUID bolt() {
        return Tenancy.call(Actor.hub(), () -> articles.list(trade.supplier)).stream().filter(one -> one.number().equals("DIN933-M8X40")).findFirst().orElseThrow().id();
    }

    @Test
    void aLineWithAnArticleIsOrderedWithoutARequestAndStaysLinked() throws Exception {
        UUID id = created(staff());
        mvc.perform(post("/requirements/" + id + "/approval").param("version", "2").with(approver()).with(csrf())).andExpect(redirectedUrl("/requirements/" + id));
        mvc.perform(get("/requirements/" + id + "/order").with(staff())).andExpect(status().isOk()).andExpect(content().string(containsString("Choose an article first")))
                .andExpect(content().string(not(containsString("data-testid=\"order-form\""))));
        mvc.perform(api(HttpMethod.PUT, "/api/v1/requirements/" + id + "/lines/1/article", "{\"article\": \"" + bolt() + "\"}").header("If-Match", "\"3\"")).andExpect(status().isOk());
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            mvc.perform(get("/requirements/" + id + "/order").with(staff()).locale(locale)).andExpect(content().string(containsString("data-testid=\"order-form\"")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(api(HttpMethod.POST, "/api/v1/requirements/" + id + "/carts", "{\"lines\": [\"2\"]}").header("If-Match", "\"4\"")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("no-article")));
        RequestPostProcessor somebody = staff();
        String cart = mvc.perform(post("/requirements/" + id + "/order").param("version", "4").param("line", "1").with(somebody).with(csrf())).andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(post("/requirements/" + id + "/order").param("version", "4").param("line", "1").with(somebody).with(csrf())).andExpect(redirectedUrl("/requirements/" + id));
        mvc.perform(get(cart).with(somebody)).andExpect(status().isOk()).andExpect(content().string(containsString("/requirements/" + id)));
        mvc.perform(get("/requirements/" + id).with(somebody)).andExpect(content().string(containsString(cart)));
        String order = mvc.perform(post(cart).param("version", "2").param("action", "submit").param("quantity-0", "400").with(somebody).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(order).startsWith("/orders/");
        mvc.perform(get(order).with(staff())).andExpect(content().string(containsString("/requirements/" + id)));
        mvc.perform(get(order).with(supplier())).andExpect(content().string(not(containsString("/requirements/"))));
        mvc.perform(get("/api/v1/purchase-orders/" + order.substring("/orders/".length())).with(staff())).andExpect(jsonPath("$.requirements[0].id").value(id.toString()));
        assertThat(seen(id).state()).isEqualTo(RequirementState.ORDERED);
        assertThat(seen(id).lines().getFirst().percent()).isEqualTo(100);
    }

    private UUID created(RequestPostProcessor by) throws Exception {
        return UUID.fromString(mvc.perform(form("submit").with(by)).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl().substring("/requirements/".length()));
    }

    private static MockHttpServletRequestBuilder form(String action) {
        return post("/requirements/new").param("action", action).param("currency", "CNY").param("title", "Line 4").param("article-0", "H-DIN933-M8X40").param("quantity-0", "400").param("unit-0", "PCE")
                .param("budget-0", "9999").param("description-2", "bearing 6204").param("quantity-2", "12").param("unit-2", "PCE").with(csrf());
    }

    private RequirementView seen(UUID id) {
        return Tenancy.call(Actor.hub(), () -> requirements.find(id)).orElseThrow();
    }

    private MockHttpServletRequestBuilder api(HttpMethod method, String address, String body) {
        return MockMvcRequestBuilders.request(method, address).contentType(MediaType.APPLICATION_JSON).content(body).with(staff()).with(csrf());
    }

    private RequestPostProcessor staff() {
        return as(trade.buyer, Role.BUYER_STAFF);
    }

    private RequestPostProcessor approver() {
        return as(trade.buyer, Role.BUYER_APPROVER);
    }
}
