package io.tradelane.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of a deal: what each party sees and does, once and twice, in time and too late. */
class DealPagesTest extends PortalTest {
    @Autowired
    private PurchaseOrders orders;

    @Test
    void theOrderPageEscapesWhatAPartnerWrote() throws Exception {
        mvc.perform(get("/orders/" + trade.fullOrder).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<script>alert"))));
        mvc.perform(get("/documents/interchanges/" + trade.brokenInterchange).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("<img src=x"))));
    }

    @Test
    void theSupplierSeesOldAndNewOfABuyersChangeAndAnswers() throws Exception {
        UUID id = trade.newOrder("PO-TEST-C", 2);
        mvc.perform(answer(find(id)).param("decision", "accept")).andExpect(redirectedUrl("/orders/" + id));
        trade.changeQuantity("PO-TEST-C", "C-1", "10", 250);
        OrderView waiting = find(id);
        assertThat(waiting.status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_SUPPLIER);
        mvc.perform(get("/orders/" + id).with(supplier())).andExpect(content().string(Matchers.containsString("<del>400</del> <ins>250</ins>")))
                .andExpect(content().string(Matchers.containsString("accept-buyer-change")));
        mvc.perform(get("/orders/" + id).with(buyer())).andExpect(content().string(Matchers.containsString("<del>400</del> <ins>250</ins>")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("accept-buyer-change"))));
        mvc.perform(post("/orders/" + id + "/change-response").param("accept", "true").param("version", "" + waiting.version()).with(supplier()).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + id));
        assertThat(find(id).orderVersion()).isEqualTo(2);
        mvc.perform(get("/orders/" + id).with(buyer())).andExpect(content().string(Matchers.containsString("Version 2")));
        mvc.perform(get("/api/v1/purchase-orders/" + id).with(buyer()))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath("$.orderVersion").value(2))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath("$.buyerChanges[0].state").value("APPLIED"));
    }

    @Test
    void theOrderPageTellsWhatTheCarrierReported() throws Exception {
        trade.report("20261127-1", trade.fullOrder);
        mvc.perform(get("/orders/" + trade.fullOrder).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("08:15 +08:00")))
                .andExpect(content().string(Matchers.containsString("proof-of-delivery")));
    }

    @Test
    void theSupplierConfirmsWithAChangeAndTheBuyerAccepts() throws Exception {
        UUID id = trade.newOrder("PO-TEST-1", 2);
        OrderView order = find(id);
        mvc.perform(answer(order).param("decision", "change").param("quantity-0", "300").param("date-0", order.requestedDelivery().plusDays(4).toString())
                .param("quantity-1", order.lines().get(1).ordered().toPlainString()).param("supplierNumber", "SO-1")).andExpect(redirectedUrl("/orders/" + id));
        OrderView changed = find(id);
        assertThat(changed.status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_BUYER);
        assertThat(changed.change().lines()).as("only the line that differs").hasSize(1);
        mvc.perform(get("/orders/" + id).with(buyer())).andExpect(content().string(Matchers.containsString("400 → 300")));
        mvc.perform(post("/orders/" + id + "/change").param("accept", "true").param("version", "" + changed.version()).with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + id));
        assertThat(find(id).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(find(id).lines().getFirst().confirmed()).isEqualByComparingTo("300");
    }

    @Test
    void aSecondClickDoesNothingMore() throws Exception {
        OrderView order = find(trade.newOrder("PO-TEST-2", 1));
        mvc.perform(answer(order).param("decision", "accept")).andExpect(status().is3xxRedirection());
        int version = find(order.id()).version();
        mvc.perform(answer(order).param("decision", "accept")).andExpect(result -> assertThat(result.getResponse().getStatus()).isIn(302, 409));
        assertThat(find(order.id()).version()).isEqualTo(version);
    }

    @Test
    void wrongInputStaysInTheFormWithTheReasonBesideIt() throws Exception {
        OrderView order = find(trade.newOrder("PO-TEST-3", 1));
        mvc.perform(answer(order).param("decision", "change").param("quantity-0", "many").param("date-0", "2026-02-30"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("data-testid=\"nav-orders\"")))
                .andExpect(content().string(Matchers.containsString("value=\"many\"")))
                .andExpect(content().string(Matchers.containsString("Enter a date that exists")));
        mvc.perform(answer(order).param("decision", "reject")).andExpect(status().is(422));
        mvc.perform(answer(order)).andExpect(status().is(422));
        assertThat(find(order.id()).status().agreement()).isEqualTo(Agreement.ISSUED);
    }

    @Test
    void whoeverIsTooLateIsTold() throws Exception {
        OrderView order = find(trade.newOrder("PO-TEST-4", 1));
        mvc.perform(answer(order).param("decision", "accept")).andExpect(status().is3xxRedirection());
        mvc.perform(answer(order).param("decision", "reject").param("rejectReason", "late")).andExpect(status().isConflict());
    }

    @Test
    void goodsGoOutAndComeInOnce() throws Exception {
        OrderView order = find(trade.newOrder("PO-TEST-5", 1));
        mvc.perform(answer(order).param("decision", "accept")).andExpect(status().is3xxRedirection());
        String line = find(order.id()).lines().getFirst().id().toString();
        MockHttpServletRequestBuilder despatch = post("/orders/" + order.id() + "/despatch").param("requestId", Ids.next().toString()).param("units", "2").param("type-0", "CT")
                .param("type-1", "PX").param("line-0", line).param("quantity-0-0", "150").param("batch-0-0", "L-77").with(supplier()).with(csrf());
        mvc.perform(despatch).andExpect(status().is(422)).andExpect(content().string(Matchers.containsString("nothing in this package")));
        mvc.perform(despatch.param("action", "add")).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("value=\"250\"")));
        MockHttpServletRequestBuilder send = post("/orders/" + order.id() + "/despatch").param("requestId", Ids.next().toString()).param("units", "2").param("type-0", "CT")
                .param("type-1", "PX").param("line-0", line).param("quantity-0-0", "150").param("batch-0-0", "L-77").with(supplier()).with(csrf());
        mvc.perform(post("/orders/" + order.id() + "/despatch").param("requestId", Ids.next().toString()).param("units", "1").param("line-0", line).param("quantity-0-0", "401")
                .with(supplier()).with(csrf())).andExpect(status().is(422)).andExpect(content().string(Matchers.containsString("still to be shipped")));
        send.param("quantity-1-0", "250");
        String shipment = mvc.perform(send).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(send).andExpect(redirectedUrl(shipment));
        mvc.perform(get(shipment).with(buyer())).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("L-77")))
                .andExpect(content().string(Matchers.containsString("package-2")));
        byte[] labels = mvc.perform(get(shipment + "/labels.pdf").with(supplier())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        assertThat(Barcodes.read(labels, 1)).as("the GS1-128 code of the second label").matches("00[0-9]{18}");
        mvc.perform(get("/receiving").param("code", "PO-TEST-5").with(buyer())).andExpect(redirectedUrl("/orders/" + order.id() + "/receipt?shipment=" + shipment.substring("/shipments/".length())));
        mvc.perform(get("/receiving").param("code", "PO-TEST-5").with(stranger())).andExpect(status().isOk()).andExpect(content().string(Matchers.not(Matchers.containsString("/receipt?shipment="))));
        mvc.perform(get(shipment).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get(shipment + "/labels.pdf").with(stranger())).andExpect(status().isNotFound());
        MockHttpServletRequestBuilder receipt = post("/orders/" + order.id() + "/receipt").param("requestId", Ids.next().toString()).param("receivedOn", "")
                .param("line-0", line).param("accepted-0", "390").param("damaged-0", "0").with(buyer()).with(csrf());
        mvc.perform(receipt).andExpect(status().is(422)).andExpect(content().string(Matchers.containsString("Say why it differs")));
        mvc.perform(receipt.param("difference-0", "short")).andExpect(redirectedUrl("/orders/" + order.id()));
        assertThat(find(order.id()).lines().getFirst().shipped()).isEqualByComparingTo("400");
        assertThat(find(order.id()).lines().getFirst().received()).isEqualByComparingTo("390");
    }

    @Test
    void numbersOfTasksAreTheLengthsOfTheLists() throws Exception {
        for (String side : new String[] {"/buyer", "/supplier"}) {
            RequestPostProcessor caller = side.equals("/buyer") ? buyer() : supplier();
            mvc.perform(get("/").with(caller)).andExpect(redirectedUrl(side));
            mvc.perform(get(side.equals("/buyer") ? "/supplier" : "/buyer").with(caller)).andExpect(status().isNotFound());
            String home = mvc.perform(get(side).with(caller)).andReturn().getResponse().getContentAsString();
            String list = mvc.perform(get("/orders").param("tab", "needs_action").with(caller)).andReturn().getResponse().getContentAsString();
            long rows = list.lines().filter(row -> row.contains("hub-row-link")).count();
            String counted = home.replaceAll("(?s).*data-testid=\"kpi-needs_action\"><span>[^<]*</span><b>([\\d,]+)</b>.*", "$1");
            assertThat(Math.min(25, Integer.parseInt(counted.replace(",", "")))).isEqualTo((int) rows);
        }
    }

    @Test
    void everyListAndPageIsThereInChinese() throws Exception {
        for (String address : new String[] {"/buyer", "/orders", "/orders/" + trade.fullOrder, "/orders/" + trade.changedOrder, "/invoices", "/invoices/" + trade.invoice, "/payments",
            "/documents", "/documents/messages/" + trade.orderMessage, "/documents/interchanges/" + trade.orderInterchange, "/partners", "/partners/" + trade.supplier}) {
            mvc.perform(get(address).header("Accept-Language", "zh-CN").with(buyer())).andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("lang=\"zh-CN\"")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
        }
    }

    private MockHttpServletRequestBuilder answer(OrderView order) {
        return post("/orders/" + order.id() + "/response").param("version", "" + order.version()).with(supplier()).with(csrf());
    }

    private OrderView find(UUID id) {
        return Tenancy.call(Actor.hub(), () -> orders.find(id)).orElseThrow();
    }
}
