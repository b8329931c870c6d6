package io.tradelane.portal.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.cart.Cart;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Ordering from the catalogue in the browser: quick add, pasted rows, reorder, and the approval on the way. */
class CartPagesTest extends PortalTest {
    @Autowired private Carts carts;
    @Autowired private ApprovalPolicies policies;

    private RequestPostProcessor staff;

    /** Somebody whose carts are empty. */
    private RequestPostProcessor staff() {
        staff = staff == null ? as(trade.buyer, Role.BUYER_STAFF) : staff;
        return staff;
    }

    private RequestPostProcessor approver() {
        return signedIn(trade.buyer, "buyer_approver@example.com", Role.BUYER_APPROVER);
    }

    private RequestPostProcessor administrator() {
        return signedIn(trade.buyer, "organisation_admin@example.com", Role.ORGANISATION_ADMIN);
    }

    @AfterEach
    void noRules() {
        Tenancy.run(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> policies.rules(trade.buyer).forEach(rule -> policies.removeRule(trade.buyer, rule.id())));
    }

    private UUID added(String article, String quantity) throws Exception {
        String to = mvc.perform(post("/carts/lines").param("article", article).param("quantity", quantity).with(staff()).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(to.replace("/carts/", ""));
    }

    private Cart cart(UUID id) {
        return Tenancy.call(Actor.hub(), () -> carts.find(id)).orElseThrow();
    }

    @Test
    void anArticleIsAddedByTheBuyersNumberAndOrdered() throws Exception {
        UUID id = added("H-DIN933-M8X40", "100");
        mvc.perform(get("/carts").with(staff())).andExpect(status().isOk()).andExpect(content().string(containsString("Ningbo Haina Fasteners")));
        mvc.perform(get("/carts/" + id).with(staff()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(status().isOk()).andExpect(content().string(containsString("六角头螺栓")))
                .andExpect(content().string(anyOf(containsString("协议价"), containsString("合同价")))).andExpect(content().string(containsString("¥42.00")));
        mvc.perform(get("/carts/" + id).with(stranger())).andExpect(status().isNotFound());
        Cart cart = cart(id);
        String to = mvc.perform(post("/carts/" + id).param("version", "" + cart.version()).param("total", "42.00").param("action", "submit").param("quantity-0", "100").param("costCentre", "CC-1")
                .param("shipToName", "Dock <b>4</b>").with(staff()).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(to).startsWith("/orders/");
        mvc.perform(get(to).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("Dock &lt;b&gt;4")));
        mvc.perform(post(to + "/repeat").with(staff()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(to + "/repeat").with(supplier()).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void pastedRowsAreTakenTogetherOrNotAtAllAndEachErrorStandsInItsCell() throws Exception {
        mvc.perform(post("/carts/rows").param("rows", "article\tquantity\tdate\nNBR-70\t1,000\t2030-01-31\nX-99\tmany\t31/12/2030").with(staff()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Enter a number, for example"))).andExpect(content().string(containsString("Enter a date that exists")))
                .andExpect(content().string(containsString("No article that you can order has this number.")));
        mvc.perform(post("/carts/rows").param("rows", "NBR-70\t1,000\t2030-01-31\nX-99\t2").with(staff()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("No article that you can order has this number.")));
        assertThat(Tenancy.call(Actor.hub(), () -> carts.list(List.of(CartState.OPEN), false, null, 50)).stream().flatMap(cart -> cart.lines().stream()))
                .noneMatch(line -> line.number().equals("NBR-70"));
        String to = mvc.perform(post("/carts/rows").param("rows", "NBR-70\t1,000\t2030-01-31\nVB-400;2").with(staff()).with(csrf())).andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(cart(UUID.fromString(to.replace("/carts/", ""))).lines()).extracting(line -> line.number() + " " + line.quantity() + " " + line.delivery())
                .contains("NBR-70 1000 2030-01-31", "VB-400 2 null");
    }

    @Test
    void numbersAreSuggestedWhileTheyAreTyped() throws Exception {
        mvc.perform(get("/carts/suggestions?article=H-62").with(staff())).andExpect(status().isOk()).andExpect(content().string(containsString("6204-2RS")));
        mvc.perform(get("/carts/suggestions?article=H-62").with(stranger())).andExpect(content().string(not(containsString("6204-2RS"))));
    }

    @Test
    void anOrderBeyondTheRuleWaitsUntilSomebodyElseApprovesIt() throws Exception {
        mvc.perform(post("/approvals/rules").param("name", "From 10,000").param("step", "1").param("minAmount", "10000").param("currency", "CNY").with(administrator()).with(csrf()))
                .andExpect(redirectedUrl("/approvals/rules"));
        mvc.perform(get("/approvals/rules").with(administrator())).andExpect(status().isOk()).andExpect(content().string(containsString("From 10,000")));
        UUID id = added("VB-400", "10");
        Cart cart = cart(id);
        mvc.perform(post("/carts/" + id).param("version", "" + cart.version()).param("action", "submit").param("quantity-0", "10").with(staff()).with(csrf()))
                .andExpect(redirectedUrl("/carts/" + id));
        String number = cart(id).form().number();
        mvc.perform(get("/orders?q=" + number).with(supplier())).andExpect(content().string(not(containsString("order-" + number))));
        mvc.perform(get("/buyer").with(approver())).andExpect(content().string(containsString("/approvals")));
        mvc.perform(get("/approvals").with(staff())).andExpect(status().isForbidden());
        String page = mvc.perform(get("/approvals").with(approver())).andExpect(status().isOk()).andExpect(content().string(containsString("approval-" + number)))
                .andReturn().getResponse().getContentAsString();
        String chosen = page.replaceAll("(?s).*value=\"([0-9a-f-]{36}:\\d+)\".*", "$1");
        mvc.perform(get("/approvals/" + chosen.substring(0, 36)).with(approver())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"approve\"")))
                .andExpect(content().string(containsString("VB-400")));
        mvc.perform(get("/api/v1/approvals/" + chosen.substring(0, 36)).with(approver())).andExpect(jsonPath("$.number").value(number)).andExpect(jsonPath("$.mine").value(true));
        mvc.perform(post("/approvals/decisions").param("id", chosen).with(approver()).with(csrf())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"results\"")));
        assertThat(cart(id).state()).isEqualTo(CartState.ORDERED);
        mvc.perform(get("/orders?q=" + number).with(supplier())).andExpect(content().string(containsString("order-" + number)));
        mvc.perform(get("/approvals?tab=decided").with(approver()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(content().string(containsString("已批准")));
    }

    @Test
    void thatNobodyCouldApproveIsSaidAtOnce() throws Exception {
        UUID approver = Tenancy.call(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> policies.approvers(trade.buyer)).getFirst().id();
        Tenancy.run(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> {
            policies.addRule(trade.buyer, new ApprovalRule.Form("Board", 1, BigDecimal.ZERO, "CNY", null, null, false, approver, null));
            policies.setLimit(trade.buyer, approver, "CNY", null, BigDecimal.ONE);
        });
        try {
            UUID id = added("FL-DN80", "1");
            mvc.perform(post("/carts/" + id).param("version", "" + cart(id).version()).param("action", "submit").param("quantity-0", "1").with(staff()).with(csrf()))
                    .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Nobody could approve this order (Board)")));
            mvc.perform(post("/api/v1/carts/" + id + "/submission").header("If-Match", "\"" + cart(id).version() + "\"").with(staff()).with(csrf()))
                    .andExpect(status().isConflict()).andExpect(content().string(containsString("no-eligible-approver")));
        } finally {
            Tenancy.run(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> policies.limits(trade.buyer).forEach(limit -> policies.removeLimit(trade.buyer, limit.id())));
        }
    }

    @Test
    void aKeyOrdersByTheApi() throws Exception {
        String added = mvc.perform(post("/api/v1/carts/lines").contentType(MediaType.APPLICATION_JSON).content("{\"rows\":[{\"number\":\"6204-2RS\",\"quantity\":4}]}").with(key(trade.buyer)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.lines").value(1)).andReturn().getResponse().getContentAsString();
        String id = added.replaceAll("(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
        mvc.perform(get("/api/v1/carts/" + id).with(key(trade.otherBuyer))).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/carts/" + id + "/submission").header("If-Match", "\"" + cart(UUID.fromString(id)).version() + "\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"total\":152.00}").with(key(trade.buyer))).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("ORDERED")).andExpect(jsonPath("$.order").exists());
        mvc.perform(post("/api/v1/carts/lines").contentType(MediaType.APPLICATION_JSON).content("{\"rows\":[{\"number\":\"nothing\",\"quantity\":4}]}").with(key(trade.buyer)))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("rows[0].article")));
    }
}
