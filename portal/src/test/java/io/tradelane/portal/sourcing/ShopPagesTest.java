package io.tradelane.portal.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.HtmlUtils;

/** A buyer's system sends a person to a supplier's shop and gets a cart back. */
class ShopPagesTest extends PortalTest {
    private static final String BACK = "https://erp.example/punchout/return?a=1";
    @Autowired private ApiClients clients;
    @Autowired private Articles articles;

    private String key(UUID organisation, String... scopes) {
        return Tenancy.call(Actor.hub(), () -> clients.create(organisation, "test", Set.of(scopes))).key();
    }

    private static String setup(String secret, String operation, String back, String to, String lines) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
                <cXML payloadID="1@erp.example" timestamp="2026-11-27T10:00:00+08:00">
                  <Header>
                    <From><Credential domain="GLN"><Identity>6901234000016</Identity></Credential></From>
                    <To><Credential domain="GLN"><Identity>%4$s</Identity></Credential></To>
                    <Sender><Credential domain="GLN"><Identity>6901234000016</Identity><SharedSecret>%1$s</SharedSecret></Credential><UserAgent>ERP</UserAgent></Sender>
                  </Header>
                  <Request><PunchOutSetupRequest operation="%2$s"><BuyerCookie>c-1</BuyerCookie><BrowserFormPost><URL>%3$s</URL></BrowserFormPost>%5$s</PunchOutSetupRequest></Request>
                </cXML>""".formatted(secret, operation, HtmlUtils.htmlEscape(back), to, lines);
    }

    private String answer(String request) throws Exception {
        return mvc.perform(post("/api/v1/punch-out").contentType(MediaType.TEXT_XML).content(request)).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Cookie entered(String request) throws Exception {
        Matcher page = Pattern.compile("<URL>http://[^/]+(/shop/start\\?link=[\\w-]+)</URL>").matcher(answer(request));
        assertThat(page.find()).isTrue();
        Cookie cookie = mvc.perform(get(page.group(1))).andExpect(redirectedUrl("/shop")).andReturn().getResponse().getCookie("tradelane-shop");
        assertThat(cookie.isHttpOnly()).isTrue();
        mvc.perform(get(page.group(1))).andExpect(status().isGone());
        return cookie;
    }

    private UUID bolt() {
        return Tenancy.call(Actor.hub(), () -> articles.list(trade.supplier)).stream().filter(article -> article.number().equals("DIN933-M8X40")).findFirst().orElseThrow().id();
    }

    @Test
    void sapCallsUpTheShopByOciAndGetsTheCartAsFieldsOfAForm() throws Exception {
        String secret = key(trade.buyer, "interchange:write");
        for (String wrong : List.of("USERNAME=6909876000012", "hook_url=javascript:alert(1)", "OCI_VERSION=3.0", "FUNCTION=SOURCING", "SUPPLIER=1", "~target=a b")) {
            String name = wrong.substring(0, wrong.indexOf('='));
            var request = post("/api/v1/oci").param(name, wrong.substring(name.length() + 1)).param("PASSWORD", secret);
            for (String[] right : new String[][] {{"USERNAME", "6901234000016"}, {"HOOK_URL", "https://sap.example/hook"}, {"SUPPLIER", "6909876000012"}}) {
                if (!right[0].equalsIgnoreCase(name)) {
                    request.param(right[0], right[1]);
                }
            }
            mvc.perform(request).andExpect(status().is4xxClientError());
        }
        String link = mvc.perform(get("/api/v1/oci").param("USERNAME", "6901234000016").param("PASSWORD", secret).param("supplier", "6909876000012").param("HOOK_URL", "https://sap.example/hook?s=1")
                        .param("~TARGET", "_top").param("OCI_VERSION", "4.0")).andExpect(status().isSeeOther()).andReturn().getResponse().getHeader("Location");
        assertThat(link).contains("/shop/start?link=").doesNotContain(secret);
        Cookie cookie = mvc.perform(get(link.replaceFirst("http://[^/]+", ""))).andExpect(redirectedUrl("/shop")).andReturn().getResponse().getCookie("tradelane-shop");
        mvc.perform(post("/shop/items/" + bolt()).param("quantity", "200").cookie(cookie).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post("/shop/transfer").cookie(cookie).with(csrf())).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("form-action https://sap.example;")))
                .andExpect(content().string(containsString("target=\"_top\""))).andExpect(content().string(containsString("name=\"NEW_ITEM-VENDORMAT[1]\" value=\"DIN933-M8X40\"")))
                .andExpect(content().string(containsString("name=\"NEW_ITEM-QUANTITY[1]\" value=\"200.000\""))).andExpect(content().string(containsString("name=\"NEW_ITEM-PRICE[1]\" value=\"0.420\"")))
                .andExpect(content().string(containsString("NEW_ITEM-EXT_QUOTE_ID[1]"))).andExpect(content().string(not(containsString("cxml-urlencoded"))));
    }

    @Test
    void aPersonShopsAndHerBrowserTakesTheCartToTheAddressOfHerSystemOnly() throws Exception {
        Cookie cookie = entered(setup(key(trade.buyer, "interchange:write"), "create", BACK, "6909876000012", ""));
        mvc.perform(get("/shop")).andExpect(status().isGone());
        mvc.perform(get("/shop?q=m8x40").cookie(cookie)).andExpect(status().isOk()).andExpect(content().string(containsString("item-DIN933-M8X40")))
                .andExpect(content().string(not(containsString("item-6204-2RS")))).andExpect(content().string(containsString("H-DIN933-M8X40")))
                .andExpect(content().string(containsString("Ningbo Haina Fasteners: shop"))).andExpect(content().string(containsString("Prices agreed with Huaxing Components")));
        mvc.perform(get("/orders").cookie(cookie)).andExpect(status().is3xxRedirection());
        mvc.perform(post("/shop/items/" + bolt()).param("quantity", "200").cookie(cookie).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post("/shop/items/" + bolt()).param("quantity", "many").param("cart", "1").cookie(cookie).with(csrf())).andExpect(redirectedUrl("/shop/cart"));
        mvc.perform(get("/shop/cart").cookie(cookie)).andExpect(content().string(containsString("cart-DIN933-M8X40"))).andExpect(content().string(containsString("84.00")));
        MvcResult handed = mvc.perform(post("/shop/transfer").cookie(cookie).with(csrf())).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("form-action https://erp.example;"))).andReturn();
        String page = handed.getResponse().getContentAsString(StandardCharsets.UTF_8);
        Matcher form = Pattern.compile("<form method=\"post\"[^>]*action=\"https://erp.example/punchout/return\\?a=1\".*?</form>", Pattern.DOTALL).matcher(page);
        assertThat(form.find()).isTrue();
        assertThat(form.group()).doesNotContain("_csrf");
        PunchOutCartDocument cart = cart(form.group());
        assertThat(cart.buyerCookie()).isEqualTo("c-1");
        assertThat(cart.lines()).singleElement().satisfies(line -> {
            assertThat(line.item().supplierArticle()).isEqualTo("DIN933-M8X40");
            assertThat(line.auxiliaryId()).isNotBlank();
        });
        mvc.perform(get("/shop").cookie(cookie)).andExpect(status().isGone());

        String item = "<ItemOut quantity=\"7\"><ItemID><SupplierPartID>DIN933-M8X40</SupplierPartID><SupplierPartAuxiliaryID>" + cart.lines().getFirst().auxiliaryId()
                + "</SupplierPartAuxiliaryID></ItemID></ItemOut>";
        Cookie again = entered(setup(key(trade.buyer, "interchange:write"), "edit", BACK, "6909876000012", item));
        mvc.perform(get("/shop/cart").cookie(again)).andExpect(content().string(containsString("value=\"7\""))).andExpect(content().string(containsString("price held")));
        Cookie looking = entered(setup(key(trade.buyer, "interchange:write"), "inspect", BACK, "6909876000012", item));
        mvc.perform(get("/shop/cart").cookie(looking)).andExpect(content().string(containsString("cart-DIN933-M8X40"))).andExpect(content().string(not(containsString("data-testid=\"put\""))));
    }

    private static PunchOutCartDocument cart(String form) throws Exception {
        Matcher field = Pattern.compile("name=\"cxml-(urlencoded|base64)\" value=\"([^\"]*)\"").matcher(form);
        assertThat(field.find()).isTrue();
        String value = HtmlUtils.htmlUnescape(field.group(2));
        byte[] xml = field.group(1).equals("base64") ? Base64.getDecoder().decode(value) : value.getBytes(StandardCharsets.UTF_8);
        List<PunchOutCartDocument> carts = new ArrayList<>();
        Translator.standard().read(new ByteArrayInputStream(xml), ReadOptions.defaults(), message -> carts.add((PunchOutCartDocument) message.document()));
        return carts.getFirst();
    }

    @Test
    void whoIsNotTheBuyerOrWantsTheCartElsewhereIsRefused() throws Exception {
        String ours = key(trade.buyer, "interchange:write");
        assertThat(answer(setup("wrong", "create", BACK, "6909876000012", ""))).contains("code=\"401\"");
        assertThat(answer(setup(key(trade.otherBuyer, "interchange:write"), "create", BACK, "6909876000012", ""))).contains("code=\"401\"");
        assertThat(answer(setup(key(trade.buyer, "order:read"), "create", BACK, "6909876000012", ""))).contains("code=\"403\"");
        assertThat(answer(setup(ours, "create", BACK, "4000000000006", ""))).contains("code=\"400\"");
        assertThat(answer(setup(ours, "source", BACK, "6909876000012", ""))).contains("code=\"450\"");
        for (String back : new String[] {"javascript:alert(1)", "https://user@erp.example/", "ftp://erp.example/", "https://erp.example;script-src *", "//erp.example/"}) {
            assertThat(answer(setup(ours, "create", back, "6909876000012", ""))).as(back).contains("code=\"400\"").doesNotContain("StartPage");
        }
        assertThat(answer("<cXML")).contains("code=\"400\"");
        assertThat(answer("x".repeat(1_100_000))).contains("code=\"400\"");
    }
}
