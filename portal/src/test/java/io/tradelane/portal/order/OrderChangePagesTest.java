package io.tradelane.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The buyer changes and cancels orders in the browser and by the API, and the supplier answers. */
class OrderChangePagesTest extends PortalTest {
    @Autowired private PurchaseOrders orders;
    @Autowired private ApprovalPolicies policies;

    @AfterEach
    void noRules() {
        Tenancy.run(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> policies.rules(trade.buyer).forEach(rule -> policies.removeRule(trade.buyer, rule.id())));
    }

    private OrderView find(UUID id) {
        return Tenancy.call(Actor.hub(), () -> orders.find(id)).orElseThrow();
    }

    private OrderView confirmed(String number) {
        UUID id = trade.newOrder(number, 2);
        Tenancy.run(Actor.person(trade.supplier, UUID.randomUUID(), "S"), () -> orders.answer(id, new SupplierAnswer.AcceptAll(null), find(id).version()));
        return find(id);
    }

    private MockHttpServletRequestBuilder change(OrderView order) {
        return post("/orders/" + order.id() + "/revision").param("version", "" + order.version()).with(buyer()).with(csrf());
    }

    @Test
    void aChangeIsSentOnceAndTheSupplierSeesItInRedAndGreen() throws Exception {
        OrderView order = confirmed("PO-CHG-1");
        mvc.perform(get("/orders/" + order.id()).with(buyer())).andExpect(content().string(containsString("data-testid=\"change-order\"")));
        mvc.perform(get("/orders/" + order.id() + "/revision").with(buyer()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(status().isOk())
                .andExpect(content().string(containsString("变更订单 PO-CHG-1"))).andExpect(content().string(not(containsString("??"))));
        MockHttpServletRequestBuilder send = change(order).param("quantity-0", "300").param("delete-1", "true").param("reason", "ORDERED_TWICE").param("note", "<b>please</b>");
        mvc.perform(send).andExpect(redirectedUrl("/orders/" + order.id()));
        mvc.perform(send).andExpect(status().isConflict()).andExpect(content().string(containsString("data-testid=\"changes\"")))
                .andExpect(content().string(containsString("Buyer asked for a change")));
        assertThat(find(order.id()).buyerChanges()).hasSize(1);
        mvc.perform(get("/orders/" + order.id()).with(supplier())).andExpect(content().string(containsString("<del>400</del> <ins>300</ins>")))
                .andExpect(content().string(containsString("Ordered twice"))).andExpect(content().string(containsString("&lt;b&gt;please&lt;/b&gt;")))
                .andExpect(content().string(containsString("accept-buyer-change")));
        mvc.perform(post("/orders/" + order.id() + "/change-response").param("accept", "true").param("version", "" + find(order.id()).version()).with(supplier()).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + order.id()));
        assertThat(find(order.id()).lines()).extracting(line -> line.due().intValue()).containsExactly(300, 0);
    }

    @Test
    void whatIsLeftAsItWasSeenIsWhatItHasBecomeOnTheNextTry() throws Exception {
        OrderView order = confirmed("PO-CHG-2");
        trade.changeQuantity("PO-CHG-2", "C-1", "10", 250);
        Tenancy.run(Actor.person(trade.supplier, UUID.randomUUID(), "S"), () -> orders.answerChange(order.id(), true, null, find(order.id()).version()));
        String second = order.lines().get(1).ordered().toPlainString();
        mvc.perform(change(order).param("quantity-0", "400").param("seen-quantity-0", "400").param("quantity-1", "7").param("seen-quantity-1", second))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("name=\"quantity-0\" value=\"250\"")))
                .andExpect(content().string(containsString("name=\"quantity-1\" value=\"7\"")));
        assertThat(find(order.id()).pendingBuyerChange()).isNull();
    }

    @Test
    void wrongInputStaysInTheFormBesideItsField() throws Exception {
        OrderView order = confirmed("PO-CHG-3");
        mvc.perform(change(order).param("quantity-0", "many").param("date-0", "2026-02-30")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\""))).andExpect(content().string(containsString("Enter a date that exists")));
        mvc.perform(change(order).param("delete-1", "true").param("article-add-0", "X-99").param("quantity-add-0", "3")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"reason-error\""))).andExpect(content().string(containsString("id=\"article-add-0-error\"")))
                .andExpect(content().string(containsString("value=\"X-99\"")));
        mvc.perform(change(order)).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("href=\"#lines\"")));
        mvc.perform(change(order).param("reason", "<script>")).andExpect(status().isUnprocessableContent());
        assertThat(find(order.id()).version()).isEqualTo(order.version());
    }

    @Test
    void anOrderIsCancelledAsAWholeOrByLine() throws Exception {
        OrderView order = confirmed("PO-CHG-4");
        mvc.perform(get("/orders/" + order.id() + "/cancellation").with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("Delivery too late")));
        MockHttpServletRequestBuilder none = post("/orders/" + order.id() + "/cancellation").param("version", "" + order.version()).with(buyer()).with(csrf());
        mvc.perform(none).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Choose at least one line.")));
        mvc.perform(none.param("delete-1", "true")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"reason-error\"")));
        mvc.perform(none.param("reason", "TOO_LATE")).andExpect(redirectedUrl("/orders/" + order.id()));
        assertThat(find(order.id()).pendingBuyerChange()).satisfies(pending -> {
            assertThat(pending.cancels()).isFalse();
            assertThat(pending.lines()).hasSize(1);
            assertThat(pending.cancelReason()).isEqualTo(CancelReason.TOO_LATE);
        });
        OrderView fresh = find(trade.newOrder("PO-CHG-5", 1));
        mvc.perform(post("/orders/" + fresh.id() + "/cancellation").param("version", "" + fresh.version()).param("delete-0", "true").param("reason", "OTHER").with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + fresh.id()));
        assertThat(find(fresh.id()).status().agreement()).isEqualTo(Agreement.CANCELLED);
    }

    @Test
    void onlyWhoeverBuysChangesAnOrder() throws Exception {
        OrderView order = confirmed("PO-CHG-6");
        for (String page : new String[] {"/revision", "/cancellation"}) {
            mvc.perform(get("/orders/" + order.id() + page).with(stranger())).andExpect(status().isNotFound());
            mvc.perform(get("/orders/" + order.id() + page).with(supplier())).andExpect(status().isForbidden());
            mvc.perform(post("/orders/" + order.id() + page).param("version", "1").with(stranger()).with(csrf())).andExpect(status().isNotFound());
        }
        mvc.perform(post("/api/v1/purchase-orders/" + order.id() + "/changes").header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{}").with(key(trade.otherBuyer)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/orders/" + order.id() + "/revision").with(as(trade.buyer, Role.BUYER_APPROVER))).andExpect(status().isForbidden());
        mvc.perform(get("/orders/" + order.id() + "/cancellation").with(as(trade.buyer, Role.BUYER_APPROVER))).andExpect(status().isOk());
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        OrderView order = confirmed("PO-CHG-7");
        String address = "/api/v1/purchase-orders/" + order.id();
        String body = "{\"lines\":[{\"lineNumber\":\"10\",\"quantity\":120},{\"action\":\"ADD\",\"article\":\"6204-2RS\",\"quantity\":4}]}";
        mvc.perform(post(address + "/changes").contentType(MediaType.APPLICATION_JSON).content(body).with(key(trade.buyer))).andExpect(status().is(428));
        mvc.perform(post(address + "/changes").header("If-Match", tag(order)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"lines\":[{\"action\":\"ADD\",\"article\":\"nothing\"}]}").with(key(trade.buyer))).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("lines[0].article")));
        mvc.perform(post(address + "/changes").header("If-Match", tag(order)).contentType(MediaType.APPLICATION_JSON).content(body).with(key(trade.buyer)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.status.agreement").value("CHANGE_PENDING_SUPPLIER")).andExpect(jsonPath("$.buyerChanges[0].lines.length()").value(2));
        mvc.perform(post(address + "/changes").header("If-Match", tag(order)).contentType(MediaType.APPLICATION_JSON).content(body).with(key(trade.buyer)))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.errors[0].event").value("REQUEST_CHANGE"));
        mvc.perform(post(address + "/cancellation").header("If-Match", tag(find(order.id()))).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"BUDGET\"}").with(key(trade.buyer)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.status.agreement").value("CANCEL_PENDING")).andExpect(jsonPath("$.buyerChanges[1].cancelReason").value("BUDGET"));
    }

    private static String tag(OrderView order) {
        return "\"" + order.version() + "\"";
    }

    @Test
    void whatGetsDearerWaitsForApprovalByEitherWay() throws Exception {
        OrderView order = confirmed("PO-CHG-8");
        Tenancy.run(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> policies.addRule(trade.buyer, new ApprovalRule.Form("All", 1, BigDecimal.ZERO, "CNY", null, null, false, null, null)));
        mvc.perform(change(order).param("quantity-0", "500")).andExpect(redirectedUrl("/orders/" + order.id()));
        mvc.perform(get("/orders/" + order.id()).with(buyer())).andExpect(content().string(containsString("data-testid=\"own-change\"")))
                .andExpect(content().string(not(containsString("data-testid=\"change-order\""))));
        mvc.perform(get("/orders/" + order.id()).with(supplier())).andExpect(content().string(not(containsString("own-change"))));
        RequestPostProcessor approver = signedIn(trade.buyer, "buyer_approver@example.com", Role.BUYER_APPROVER);
        String list = mvc.perform(get("/approvals").with(approver)).andReturn().getResponse().getContentAsString();
        String request = list.replaceAll("(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}):\\d+.*", "$1");
        mvc.perform(get("/approvals/" + request).with(approver)).andExpect(status().isOk()).andExpect(content().string(containsString("<del>400</del> <ins>500</ins>")));
        mvc.perform(post("/orders/" + order.id() + "/revision/recall").with(buyer()).with(csrf())).andExpect(redirectedUrl("/orders/" + order.id()));
        assertThat(find(order.id()).buyerChanges()).isEmpty();
        Tenancy.run(Actor.person(trade.supplier, UUID.randomUUID(), "S"), () -> orders.answer(order.id(), new SupplierAnswer.Change(null, null, java.util.List.of(
                new SupplierAnswer.LineChange("10", false, new BigDecimal("450"), null, null, null))), find(order.id()).version()));
        mvc.perform(post("/api/v1/purchase-orders/" + order.id() + "/change-decision").header("If-Match", tag(find(order.id()))).contentType(MediaType.APPLICATION_JSON)
                .content("{\"accept\":true}").with(key(trade.buyer))).andExpect(status().isAccepted()).andExpect(jsonPath("$.approval").exists());
        mvc.perform(post("/api/v1/purchase-orders/" + order.id() + "/change-decision").header("If-Match", tag(find(order.id()))).contentType(MediaType.APPLICATION_JSON)
                .content("{\"accept\":false,\"reason\":\"Too dear\"}").with(key(trade.buyer))).andExpect(status().isOk()).andExpect(jsonPath("$.status.agreement").value("CONFIRMED"));
    }
}
