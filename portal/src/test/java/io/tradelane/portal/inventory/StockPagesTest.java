package io.tradelane.portal.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Stock from the first warehouse to what a buyer sees of it, by pages and by the API. */
class StockPagesTest extends PortalTest {
    private static UUID seller;
    @Autowired private Articles articles;
    @Autowired private Organisations organisations;

    @BeforeEach
    void seller() {
        if (seller == null) {
            seller = Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation("Stocking Ltd", null, Kind.SUPPLIER, null, "CNY")));
            UUID article = Tenancy.call(Actor.hub(), () -> articles.upsert(new NewArticle(seller, "ST-1", null, "螺栓", "Bolt", "PCE", null)));
            Tenancy.run(Actor.hub(), () -> articles.mapBuyerArticle(trade.buyer, "OUR-1", article));
        }
    }

    private RequestPostProcessor sales() {
        return as(seller, Role.SUPPLIER_SALES);
    }

    private RequestPostProcessor buying() {
        return as(trade.buyer, Role.BUYER_STAFF);
    }

    private String read(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(address).with(who)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String item() throws Exception {
        List<String> items = JsonPath.read(read("/api/v1/stock?q=ST-1", sales()), "$.items[*].item");
        return items.getFirst();
    }

    @Test
    void stockIsCountedMovedAndSharedByPages() throws Exception {
        mvc.perform(get("/stock").with(sales())).andExpect(status().isOk());
        mvc.perform(post("/stock/warehouses").param("code", "SZ-" + System.nanoTime()).param("gln", "123").with(sales()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("gln-error")));
        for (String code : List.of("SZ", "NB")) {
            mvc.perform(post("/stock/warehouses").param("code", code).param("name", "Place " + code).with(sales()).with(csrf()));
        }
        mvc.perform(multipart("/stock/counts").file(new MockMultipartFile("file", "counts.csv", null,
                        "仓库,商品编号,数量\nSZ,ST-1,120\nSZ,NO-SUCH,5\nNB,ST-1,abc\n".getBytes(StandardCharsets.UTF_8))).with(sales()).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().string(containsString("NO-SUCH"))).andExpect(content().string(containsString("abc")));
        mvc.perform(multipart("/stock/counts").file(new MockMultipartFile("file", "x.csv", null, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).with(sales()).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(read("/stock", sales())).contains("stock-ST-1-SZ");
        String item = item();
        assertThat(read("/stock/items/" + item, sales())).contains("movement-COUNT");
        String warehouses = read("/api/v1/warehouses", sales());
        List<String> main = JsonPath.read(warehouses, "$.items[?(@.code == 'SZ')].id");
        List<String> other = JsonPath.read(warehouses, "$.items[?(@.code == 'NB')].id");
        mvc.perform(post("/stock/items/" + item + "/transfer").param("requestId", UUID.randomUUID().toString()).param("warehouse", main.getFirst()).param("to", other.getFirst())
                .param("quantity", "20").with(sales()).with(csrf())).andExpect(redirectedUrl("/stock/items/" + item));
        assertThat(read("/stock", sales())).contains("stock-ST-1-NB");
        mvc.perform(post("/stock/check").with(sales()).with(csrf()));
        assertThat(read("/stock", sales())).contains("data-tone=\"ok\"");

        assertThat(read("/stock/shared", buying())).doesNotContain("shared-ST-1");
        mvc.perform(post("/stock/shares").param("buyer", trade.buyer.toString()).param("mode", "band").with(sales()).with(csrf())).andExpect(redirectedUrl("/stock/shared"));
        mvc.perform(get("/stock/shared").with(buying())).andExpect(content().string(containsString("shared-ST-1"))).andExpect(content().string(not(containsString(">120"))));
        mvc.perform(get("/stock/shared").with(stranger())).andExpect(content().string(not(containsString("shared-ST-1"))));
        mvc.perform(post("/stock/shares").param("mode", "exact").with(buying()).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void aMachineCountsAndReadsAndAThirdCompanyFindsNothing() throws Exception {
        mvc.perform(post("/api/v1/stock-counts").with(sales()).with(csrf()).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"lines\": [{\"number\": \"ST-1\", \"quantity\": 90}, {\"number\": \"NO-SUCH\", \"quantity\": 1}]}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.counted").value(1)).andExpect(jsonPath("$.wrong[0].code").value("unknown"));
        String item = item();
        List<String> places = JsonPath.read(read("/api/v1/warehouses", sales()), "$.items[*].id");
        String main = places.getFirst();
        String correction = "{\"requestId\": \"" + UUID.randomUUID() + "\", \"warehouse\": \"" + main + "\", \"quantity\": -4, \"note\": \"broken\"}";
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/api/v1/stock/" + item + "/corrections").with(sales()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(correction))
                    .andExpect(status().isOk()).andExpect(jsonPath("$.rows[0].onHand").value(86));
        }
        mvc.perform(get("/api/v1/stock/" + item + "/movements").with(sales())).andExpect(jsonPath("$.items[0].kind").value("CORRECTION")).andExpect(jsonPath("$.items[0].note").value("broken"));
        int version = JsonPath.read(read("/api/v1/stock/" + item, sales()), "$.rows[0].version");
        mvc.perform(put("/api/v1/stock/" + item + "/levels").header("If-Match", "\"" + version + "\"").with(sales()).with(csrf()).contentType(MediaType.APPLICATION_JSON)
                .content("{\"warehouse\": \"" + main + "\", \"safety\": 100}")).andExpect(status().isOk());
        mvc.perform(put("/api/v1/stock/" + item + "/levels").header("If-Match", "\"" + version + "\"").with(sales()).with(csrf()).contentType(MediaType.APPLICATION_JSON)
                .content("{\"warehouse\": \"" + main + "\", \"safety\": 1}")).andExpect(status().isPreconditionFailed());
        for (String address : List.of("/api/v1/stock/" + item, "/api/v1/stock/" + item + "/movements", "/stock/items/" + item)) {
            mvc.perform(get(address).with(stranger())).andExpect(status().isNotFound());
        }
        mvc.perform(post("/api/v1/stock/" + item + "/corrections").with(as(trade.buyer, Role.BUYER_WAREHOUSE)).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(correction))
                .andExpect(status().isNotFound());
        mvc.perform(put("/api/v1/stock-shares").with(sales()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"article\": \"ST-1\", \"mode\": \"EXACT\"}"))
                .andExpect(status().isOk());
        mvc.perform(get("/api/v1/shared-stock").param("q", "OUR-1").with(buying())).andExpect(jsonPath("$.items[0].number").value("ST-1"));
        List<String> shares = JsonPath.read(read("/api/v1/stock-shares", sales()), "$.items[?(@.articleNumber == 'ST-1')].id");
        mvc.perform(delete("/api/v1/stock-shares/" + shares.getFirst()).with(sales()).with(csrf())).andExpect(status().isNoContent());
    }
}
