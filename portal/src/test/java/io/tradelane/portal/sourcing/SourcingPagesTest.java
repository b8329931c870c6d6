package io.tradelane.portal.sourcing;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument.Line;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.InviteeState;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteState;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqState;
import io.tradelane.trading.sourcing.RfqView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request from its form to its orders, as each side sees it, in pages and in JSON. */
class SourcingPagesTest extends PortalTest {
    private static UUID rival;
    @Autowired private RequestsForQuotation requests;
    @Autowired private Quotations quotations;
    @Autowired private Organisations organisations;

    @BeforeEach
    void rival() {
        if (rival == null) {
            rival = Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation("Wenzhou <b>Bolts</b>", "温州螺栓", Kind.SUPPLIER, null, "CNY")));
        }
    }

    @Test
    void linesArePastedByArticleNumberWithTheNamesOfTheCatalogue() throws Exception {
        mvc.perform(form().param("action", "add").param("quick", "H-DIN933-M8X40\t400\nFL-DN80;12;C62\nwhat is this line"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hexagon bolt M8×40")))
                .andExpect(content().string(containsString("value=\"400\"")))
                .andExpect(content().string(containsString("1 of the lines could not be read")))
                .andExpect(content().string(containsString("what is this line")));
    }

    @Test
    void aWrongRequestIsShownAgainWithWhatIsWrongBesideItsField() throws Exception {
        mvc.perform(form().param("action", "save").param("deadline", "someday")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"deadline\"")))
                .andExpect(content().string(containsString("Enter at least one line.")));
        mvc.perform(form().param("action", "save").param("article-0", "X").param("quantity-0", "5").param("unit-0", "???"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("id=\"unit-0-error\"")));
    }

    @Test
    void aRequestGoesFromItsFormToTwoQuotationsAndToOrders() throws Exception {
        UUID id = created();
        mvc.perform(get("/rfqs/" + id).with(supplier())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"quote\"")))
                .andExpect(content().string(not(containsString("Wenzhou"))));
        assertThat(seen(id).invitee(trade.supplier).state()).isEqualTo(InviteeState.VIEWED);
        mvc.perform(post("/rfqs/" + id + "/questions").param("line", "1").param("question", "Which coating?").with(supplier()).with(csrf()));
        mvc.perform(get("/rfqs/" + id).with(buyer())).andExpect(content().string(containsString("Which coating?")))
                .andExpect(content().string(containsString("Wenzhou &lt;b&gt;Bolts")));
        RfqView asked = seen(id);
        mvc.perform(post("/rfqs/" + id + "/questions/" + asked.questions().getFirst().id()).param("version", "" + asked.version()).param("answer", "Zinc").with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/rfqs/" + id));
        mvc.perform(get("/rfqs/" + id).with(rivals())).andExpect(content().string(containsString("Zinc")));

        mvc.perform(offer(id).param("price-0", "0.40").param("price-1", "")).andExpect(redirectedUrl("/rfqs/" + id));
        mvc.perform(post("/api/v1/rfqs/" + id + "/quotes").contentType(MediaType.APPLICATION_JSON).with(rivals()).with(csrf()).content("""
                        {"validTo": "%s", "lines": [{"lineNumber": "1", "price": 0.38, "leadTimeDays": 12}, {"lineNumber": "2", "price": 180, "minimumOrder": 10}]}
                        """.formatted(LocalDate.now().plusDays(30))))
                .andExpect(status().isOk()).andExpect(jsonPath("$.versions[0].total.amount").value(2312.0));
        mvc.perform(get("/rfqs/" + id).with(buyer())).andExpect(content().string(containsString("data-testid=\"compare-1\"")))
                .andExpect(content().string(containsString("data-tone=\"ok\"")));
        mvc.perform(get("/api/v1/rfqs/" + id).with(supplier())).andExpect(jsonPath("$.quotes.length()").value(1)).andExpect(jsonPath("$.comparison.bids.length()").value(1));

        mvc.perform(post("/rfqs/" + id + "/closure").param("version", "" + seen(id).version()).with(buyer()).with(csrf()));
        assertThat(seen(id).state()).isEqualTo(RfqState.EVALUATION);
        mvc.perform(get("/rfqs/" + id + "/award").with(approver())).andExpect(status().isOk()).andExpect(content().string(containsString("award-1-0")));
        mvc.perform(post("/rfqs/" + id + "/award").param("version", "" + seen(id).version()).param("award-0-0", "100").param("award-0-1", "301").with(approver()).with(csrf()))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("More is given away than was asked for.")));
        mvc.perform(post("/rfqs/" + id + "/award").param("version", "" + seen(id).version()).param("award-0-0", "100").param("award-0-1", "300")
                .param("award-1-0", "12").with(approver()).with(csrf())).andExpect(redirectedUrl("/rfqs/" + id));
        RfqView done = seen(id);
        assertThat(done.state()).isEqualTo(RfqState.COMPLETED);
        assertThat(done.awards()).hasSize(3);
        mvc.perform(get("/orders/" + done.awards().getFirst().order()).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(containsString(done.awards().getFirst().orderNumber())));
    }

    @Test
    void everyPageSpeaksBothLanguages() throws Exception {
        UUID id = created();
        mvc.perform(offer(id).param("price-0", "0.40").param("price-1", "170"));
        QuoteView quote = seen(id).quotes().getFirst();
        for (String address : new String[] {"/rfqs", "/rfqs/new", "/rfqs/" + id, "/rfqs/" + id + "/edit", "/quotes", "/quotes/" + quote.id(), "/quotes/" + quote.id() + "/counter"}) {
            mvc.perform(get(address).with(buyer()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("询价单"))).andExpect(content().string(not(containsString("??"))));
            mvc.perform(get(address).with(buyer()).locale(Locale.ENGLISH)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("Requests for quotation"))).andExpect(content().string(not(containsString("??"))));
        }
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            mvc.perform(get("/rfqs/" + id + "/quote").with(supplier()).locale(locale)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/rfqs/" + id + "/award").with(approver()).locale(locale)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void theyBargainInTheBrowserUntilTheSupplierAccepts() throws Exception {
        UUID id = created();
        mvc.perform(offer(id).param("price-0", "0.40").param("price-1", "170").param("tierFrom-0", "300").param("tierPrice-0", "0.36"));
        QuoteView quote = seen(id).quotes().getFirst();
        assertThat(quote.current().lines()).hasSize(3);
        mvc.perform(post("/quotes/" + quote.id() + "/counter").param("version", "" + quote.version()).param("validTo", LocalDate.now().plusDays(20).toString())
                .param("quantity-0", "400").param("price-0", "0.33").param("quantity-1", "12").param("price-1", "170").with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/quotes/" + quote.id()));
        QuoteView countered = seen(id).quotes().getFirst();
        assertThat(countered.versions()).hasSize(2);
        assertThat(countered.current().lines()).as("the line not touched stays").hasSize(2);
        mvc.perform(get("/quotes/" + quote.id()).with(supplier())).andExpect(content().string(containsString("data-testid=\"accept\"")));
        mvc.perform(get("/quotes/" + quote.id()).with(buyer())).andExpect(content().string(not(containsString("data-testid=\"accept\""))));
        mvc.perform(post("/quotes/" + quote.id() + "/acceptance").param("version", "" + countered.version()).with(buyer()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/quotes/" + quote.id() + "/acceptance").param("version", "" + countered.version()).with(supplier()).with(csrf()));
        assertThat(seen(id).quotes().getFirst().state()).isEqualTo(QuoteState.ACCEPTED);
    }

    @Test
    void onlyAnApproverCountersAnOfferNobodyAskedForBecauseItsAcceptanceIsAnOrder() throws Exception {
        Item bolt = new Item(null, null, "H-DIN933-M8X40", "Bolt");
        QuotationDocument offer = new QuotationDocument("OFFER-" + UUID.randomUUID().toString().substring(20), LocalDate.now(), null, null, null, LocalDate.now().plusDays(20),
                "CNY", List.of(), List.of(), null, null, null,
                List.of(new Line("1", null, bolt, Quantity.of(100, "PCE"), Price.each(Money.of("0.40", "CNY"), "PCE"), null, null, null, null, null)));
        Actor system = Actor.hub(trade.supplier, "Supplier", Source.EDI);
        UUID id = ((ApplyResult.Applied) Tenancy.call(system, () -> quotations.apply(offer, new Parties(trade.buyer, trade.supplier), new MessageContext(null, null, trade.supplier)))).id();
        mvc.perform(get("/quotes/" + id).with(buyer())).andExpect(status().isOk()).andExpect(content().string(not(containsString("/counter"))));
        mvc.perform(get("/quotes/" + id + "/counter").with(buyer())).andExpect(status().isForbidden());
        mvc.perform(api("/api/v1/quotes/" + id + "/counter", "{\"lines\": [{\"lineNumber\": \"1\", \"price\": 0.30}]}").header("If-Match", "\"1\"")).andExpect(status().isForbidden());
        RequestPostProcessor both = as(trade.buyer, Role.BUYER_STAFF, Role.BUYER_APPROVER);
        mvc.perform(get("/quotes/" + id + "/counter").with(both)).andExpect(status().isOk());
        mvc.perform(get("/quotes/" + id + "/counter").with(supplier())).andExpect(status().isOk());
    }

    @Test
    void aRivalAndAStrangerFindNothingOfAnothersQuotation() throws Exception {
        UUID id = created();
        mvc.perform(offer(id).param("price-0", "0.40").param("price-1", "170"));
        UUID quote = seen(id).quotes().getFirst().id();
        mvc.perform(get("/quotes/" + quote).with(rivals())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/quotes/" + quote).with(rivals())).andExpect(status().isNotFound());
        mvc.perform(get("/rfqs/" + id).with(rivals())).andExpect(status().isOk()).andExpect(content().string(not(containsString("0.40"))));
        mvc.perform(get("/rfqs/" + id).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/rfqs/" + id + "/quote").with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/rfqs").with(stranger())).andExpect(content().string(not(containsString(id.toString()))));
    }

    @Test
    void theTrackerFindsRequestsAndQuotationsByTheirNumbers() throws Exception {
        UUID id = created();
        String number = "HN-" + id.toString().substring(19);
        mvc.perform(offer(id).param("number", number).param("price-0", "0.40").param("price-1", "170"));
        RfqView rfq = seen(id);
        mvc.perform(get("/documents?q=" + rfq.number()).with(buyer())).andExpect(content().string(containsString("/rfqs/" + id)));
        mvc.perform(get("/documents?q=" + number).with(buyer())).andExpect(content().string(containsString("/quotes/" + rfq.quotes().getFirst().id())));
        mvc.perform(get("/documents?q=" + number).with(rivals())).andExpect(content().string(not(containsString("/quotes/" + rfq.quotes().getFirst().id()))));
    }

    @Test
    void theApiCreatesOnceAndSaysWhatHasChanged() throws Exception {
        String number = "R-" + System.nanoTime();
        String body = """
                {"number": "%s", "currency": "CNY", "deadline": "%sT18:00:00+08:00", "zone": "Asia/Shanghai", "suppliers": ["%s"],
                 "lines": [{"buyerArticle": "H-FL-DN80", "quantity": 5, "unit": "PCE"}]}
                """.formatted(number, LocalDate.now().plusDays(5), trade.supplier);
        mvc.perform(api("/api/v1/rfqs", body)).andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.state").value("DRAFT"));
        mvc.perform(api("/api/v1/rfqs", body)).andExpect(status().isOk());
        mvc.perform(api("/api/v1/rfqs", body.replace("\"quantity\": 5", "\"quantity\": 6"))).andExpect(status().isUnprocessableContent());
        UUID id = Tenancy.call(Actor.hub(), () -> requests.byNumber(number)).getFirst().id();
        mvc.perform(post("/api/v1/rfqs/" + id + "/publication").with(buyer()).with(csrf())).andExpect(status().isPreconditionRequired());
        mvc.perform(post("/api/v1/rfqs/" + id + "/publication").header("If-Match", "\"1\"").with(buyer()).with(csrf())).andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"));
        mvc.perform(put("/api/v1/rfqs/" + id).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content(body).with(buyer()).with(csrf()))
                .andExpect(status().isPreconditionFailed()).andExpect(content().string(containsString("version 2")));
        mvc.perform(post("/api/v1/rfqs/" + id + "/award").header("If-Match", "\"2\"").contentType(MediaType.APPLICATION_JSON).content("{\"awards\": []}").with(approver()).with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(get("/api/v1/rfqs?number=" + number).with(supplier())).andExpect(jsonPath("$.items[0].links.quotes").value("/api/v1/rfqs/" + id + "/quotes"));
    }

    private UUID created() throws Exception {
        String location = mvc.perform(form().param("action", "publish").param("article-0", "H-DIN933-M8X40").param("quantity-0", "400").param("unit-0", "PCE")
                        .param("article-1", "").param("article-2", "FL-DN80").param("quantity-2", "12").param("unit-2", "PCE").param("target-2", "175"))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        UUID id = UUID.fromString(location.substring("/rfqs/".length()));
        assertThat(seen(id).state()).isEqualTo(RfqState.OPEN);
        return id;
    }

    private MockHttpServletRequestBuilder form() {
        return post("/rfqs/new").param("currency", "CNY").param("deadline", LocalDate.now().plusDays(6) + "T18:00").param("zone", "Asia/Shanghai").param("roundsMax", "3")
                .param("supplier-" + trade.supplier, "true").param("supplier-" + rival, "true").with(buyer()).with(csrf());
    }

    private MockHttpServletRequestBuilder offer(UUID id) {
        return post("/rfqs/" + id + "/quote").param("version", "0").param("currency", "CNY").param("validTo", LocalDate.now().plusDays(30).toString())
                .param("quantity-0", "400").param("quantity-1", "12").param("lead-0", "7").with(supplier()).with(csrf());
    }

    private MockHttpServletRequestBuilder api(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body).with(buyer()).with(csrf());
    }

    private RfqView seen(UUID id) {
        return Tenancy.call(Actor.hub(), () -> requests.find(id)).orElseThrow();
    }

    private RequestPostProcessor approver() {
        return as(trade.buyer, Role.BUYER_APPROVER);
    }

    private RequestPostProcessor rivals() {
        return as(rival, Role.SUPPLIER_SALES);
    }
}
