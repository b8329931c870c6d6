package io.tradelane.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An article from its form into the shop and to a buyer, as each side sees it, in pages and in JSON. */
class ArticlePagesTest extends PortalTest {
    private static UUID category;
    @Autowired private Categories categories;
    @Autowired private ArticleListing listing;

    @BeforeEach
    void category() {
        if (category == null) {
            category = Tenancy.call(Actor.hub(), () -> categories.create(new Categories.NewCategory(null, "page-bolts", "六角螺栓", "Hex bolts", List.of(
                    new CategoryAttribute("material", "材质", "Material", Kind.CHOICE, null, null, null, List.of(new Choice("SS", "不锈钢", "Stainless steel")), true, true),
                    new CategoryAttribute("length", "长度", "Length", Kind.NUMBER, "MMT", null, null, List.of(), false, true))))).orElseThrow();
        }
    }

    private MockHttpServletRequestBuilder form(String number) {
        return post("/articles/new").with(supplier()).with(csrf()).param("number", number).param("nameZh", "六角螺栓 M9×45").param("nameEn", "Hex bolt M9×45 <b>")
                .param("category", category.toString()).param("unit", "PCE").param("leadDays", "4").param("descriptionEn", "<script>alert('x')</script>\nSecond line");
    }

    private UUID created(String number) throws Exception {
        String address = mvc.perform(form(number).param("attributes.material", "SS").param("attributes.length", "45")).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private ArticleView seen(UUID id) {
        return Tenancy.call(Actor.hub(), () -> listing.find(id)).orElseThrow();
    }

    private String version(UUID id) {
        return "" + seen(id).version();
    }

    private UUID listed(String number) throws Exception {
        UUID id = created(number);
        mvc.perform(post("/articles/" + id + "/prices").with(supplier()).with(csrf()).param("currency", "CNY").param("from-0", "1").param("amount-0", "0.55").param("from-1", "1000").param("amount-1", "0.48"))
                .andExpect(redirectedUrl("/articles/" + id));
        mvc.perform(post("/articles/" + id + "/submission").with(supplier()).with(csrf()).param("version", version(id)));
        mvc.perform(get("/articles/review").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString(number)));
        mvc.perform(post("/articles/" + id + "/approval").with(operator()).with(csrf()).param("version", version(id))).andExpect(redirectedUrl("/articles/review"));
        mvc.perform(post("/articles/" + id + "/listing").with(supplier()).with(csrf()).param("version", version(id)));
        return id;
    }

    @Test
    void aSupplierShowsAnArticleAndABuyerFindsItWithItsPrice() throws Exception {
        UUID id = listed("PG-M9X45");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/articles").param("q", "m9*45 六角螺栓").locale(locale).with(buyer())).andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-testid=\"article-PG-M9X45\"")))
                    .andExpect(content().string(containsString("¥0.55")));
            mvc.perform(get("/articles/" + id).locale(locale).with(buyer())).andExpect(status().isOk())
                    .andExpect(content().string(containsString("&lt;script&gt;alert")))
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(containsString("¥0.48")))
                    .andExpect(content().string(not(containsString("data-testid=\"timeline\""))));
            mvc.perform(get("/articles/" + id).locale(locale).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"timeline\"")));
            mvc.perform(get("/articles/own").locale(locale).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("PG-M9X45")));
            mvc.perform(get("/articles").param("q", "PG-M9X45").param("tab", "suppliers").locale(locale).with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("supplier=" + trade.supplier)));
            mvc.perform(get("/articles/suggestions").param("q", "hex bolt m9").locale(locale).with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("/articles/" + id)));
        }
        mvc.perform(get("/api/v1/articles").param("q", "hex bolt m9x45").param("category", category.toString()).param("a.material", "SS").param("from.length", "4 cm").param("to.length", "2 in").with(buyer()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.facets.material.SS").value(1))
                .andExpect(jsonPath("$.articles[0].price.amount.amount").value(0.55));
        mvc.perform(get("/articles").param("category", category.toString()).param("a.material", "SS").param("from.length", "1000").with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"clear-filters\"")));
        mvc.perform(post("/articles/" + id + "/unlisting").with(supplier()).with(csrf()).param("version", version(id)));
        mvc.perform(get("/articles/" + id).with(buyer())).andExpect(status().isNotFound());
    }

    @Test
    void whatIsWrongStandsBesideItsField() throws Exception {
        mvc.perform(form("").param("gtin", "6901234567890").param("attributes.material", "WOOD")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"number-error\""))).andExpect(content().string(containsString("id=\"gtin-error\"")))
                .andExpect(content().string(containsString("id=\"attributes.material-error\"")));
        mvc.perform(form("PG-MINUS").param("minQuantity", "-4")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"minQuantity-error\"")));
        mvc.perform(post("/articles/new").with(supplier()).with(csrf()).param("action", "category").param("category", category.toString())).andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"attributes.length\"")));
        mvc.perform(form("PG-'; drop table article; --")).andExpect(status().is3xxRedirection());
    }

    @Test
    void theOperatorSaysWhyNotAndTheSupplierReadsIt() throws Exception {
        UUID id = created("PG-DENIED");
        mvc.perform(post("/articles/" + id + "/submission").with(supplier()).with(csrf()).param("version", version(id))).andExpect(redirectedUrl("/articles/" + id));
        assertThat(seen(id).listing().name()).isEqualTo("DRAFT");
        mvc.perform(post("/articles/" + id + "/prices").with(supplier()).with(csrf()).param("currency", "CNY").param("amount-0", "1"));
        mvc.perform(post("/articles/" + id + "/submission").with(supplier()).with(csrf()).param("version", version(id)));
        mvc.perform(get("/articles/" + id).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"approve\"")));
        mvc.perform(post("/articles/" + id + "/denial").with(operator()).with(csrf()).param("version", version(id)).param("reason-nameEn", "Say the <b>standard</b>"));
        mvc.perform(get("/articles/" + id).with(supplier())).andExpect(content().string(containsString("Say the &lt;b&gt;standard")));
        mvc.perform(post("/articles/" + id + "/approval").with(supplier()).with(csrf()).param("version", version(id))).andExpect(status().isForbidden());
    }

    @Test
    void aThirdCompanyReadsAndChangesNothing() throws Exception {
        UUID id = created("PG-SECRET");
        mvc.perform(get("/articles/" + id).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/articles/" + id + "/edit").with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/articles/" + id).with(stranger())).andExpect(status().isNotFound());
        for (String action : List.of("submission", "listing", "unlisting", "discontinuation", "prices", "stock")) {
            mvc.perform(post("/articles/" + id + "/" + action).with(stranger()).with(csrf()).param("version", version(id)).param("currency", "CNY").param("amount-0", "1")).andExpect(status().isNotFound());
        }
        assertThat(seen(id).version()).isEqualTo(1);
    }

    @Test
    void theApiDoesWhatThePagesDo() throws Exception {
        String made = mvc.perform(post("/api/v1/articles").with(supplier()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("""
                        {"number": "API-1", "nameEn": "Hex bolt", "category": "%s", "attributes": {"material": "Stainless steel"}}""".formatted(category)))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.form.attributes.material").value("SS")).andReturn().getResponse().getHeader("Location");
        mvc.perform(put(made + "/prices").with(supplier()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"currency\": \"CNY\", \"tiers\": [{\"amount\": 3}, {\"from\": 100, \"amount\": 2.5}]}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.prices.length()").value(2));
        mvc.perform(put(made + "/stock").with(supplier()).with(csrf()).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{\"quantity\": 40, \"alertBelow\": 50}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.stock").value(40)).andExpect(jsonPath("$.own.alertedAt").isNotEmpty());
        mvc.perform(post(made + "/submission").with(supplier()).with(csrf()).header("If-Match", "\"1\"")).andExpect(status().isPreconditionFailed());
        mvc.perform(post(made + "/submission").with(supplier()).with(csrf()).header("If-Match", "\"2\"")).andExpect(status().isOk()).andExpect(jsonPath("$.listing").value("IN_REVIEW"));
        mvc.perform(post(made + "/listing").with(supplier()).with(csrf()).header("If-Match", "\"3\"")).andExpect(status().isConflict());
        mvc.perform(get("/api/v1/article-reviews").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("API-1")));
        mvc.perform(post(made + "/approval").with(operator()).with(csrf()).header("If-Match", "\"3\"")).andExpect(status().isOk());
        mvc.perform(post(made + "/listing").with(supplier()).with(csrf()).header("If-Match", "\"4\"").contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(jsonPath("$.listing").value("LISTED"));
        mvc.perform(get(made).with(buyer())).andExpect(status().isOk()).andExpect(jsonPath("$.own").isEmpty());
        mvc.perform(delete(made + "/listing").with(supplier()).with(csrf()).header("If-Match", "\"5\"")).andExpect(jsonPath("$.listing").value("APPROVED"));
        mvc.perform(get("/api/v1/categories").with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("page-bolts")));
        mvc.perform(post("/api/v1/categories").with(as(trade.operator, Role.OPERATOR)).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"code\": \"page-bolts\", \"nameZh\": \"重\", \"nameEn\": \"Twice\"}"))
                .andExpect(status().isConflict());
    }

    @Test
    void aSearchIsKeptAndForgotten() throws Exception {
        mvc.perform(post("/articles/searches").with(buyer()).with(csrf()).param("name", "Steel bolts").param("shared", "true").param("query", "q=%E8%9E%BA%E6%A0%93&a.material=SS&a.material=CS"))
                .andExpect(status().is3xxRedirection());
        String page = mvc.perform(get("/articles").with(buyer())).andExpect(content().string(containsString("Steel bolts"))).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("a.material=SS&amp;a.material=CS");
        mvc.perform(get("/documents").with(buyer())).andExpect(content().string(not(containsString("Steel bolts"))));
        mvc.perform(get("/articles").with(stranger())).andExpect(content().string(not(containsString("Steel bolts"))));
        String removal = page.replaceAll("(?s).*(/articles/searches/[0-9a-f-]+/removal).*", "$1");
        mvc.perform(post(removal).with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post(removal).with(buyer()).with(csrf())).andExpect(redirectedUrl("/articles"));
    }
}
