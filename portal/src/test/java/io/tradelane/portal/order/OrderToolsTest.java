package io.tradelane.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Printing an order, confirming many at once, and what is to be delivered on which day. */
class OrderToolsTest extends PortalTest {
    @Autowired private PurchaseOrders orders;

    private OrderView order(UUID id) {
        return Tenancy.call(Actor.hub(), () -> orders.find(id)).orElseThrow();
    }

    @Test
    void anOrderIsPrintedInBothLanguages() throws Exception {
        byte[] pdf = mvc.perform(get("/orders/" + trade.fullOrder + "/paper.pdf").with(buyer())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("PO-2026-004805", "采购订单 Purchase order", "华兴零部件", "六角头螺栓 M8×40", "1 / 1");
        }
        mvc.perform(get("/orders/" + trade.fullOrder + "/paper.pdf").with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/purchase-orders/" + trade.fullOrder + "/paper").with(key(trade.supplier))).andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF));
    }

    @Test
    void manyOrdersAreConfirmedAtOnceAndEachSaysHowItEnded() throws Exception {
        UUID first = trade.newOrder("BULK-1", 1);
        UUID second = trade.newOrder("BULK-2", 2);
        mvc.perform(get("/orders?tab=awaiting_confirmation&q=BULK").with(supplier())).andExpect(content().string(containsString("value=\"" + first + ":1\"")));
        mvc.perform(get("/orders?tab=awaiting_confirmation&q=BULK").with(buyer())).andExpect(content().string(not(containsString("select-BULK-1"))));
        mvc.perform(post("/orders/confirmations").param("id", first + ":1", second + ":7", trade.fullOrder + ":1").with(supplier()).with(csrf()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(status().isOk())
                .andExpect(content().string(containsString("BULK-1"))).andExpect(content().string(containsString("未处理")));
        assertThat(order(first).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(order(second).status().agreement()).as("its version was another").isEqualTo(Agreement.ISSUED);
        mvc.perform(post("/api/v1/purchase-orders/confirmations").contentType(MediaType.APPLICATION_JSON).content("{\"orders\":[{\"id\":\"" + second + "\",\"version\":1}]}").with(key(trade.supplier)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.items[0].number").value("BULK-2")).andExpect(jsonPath("$.items[0].reason").doesNotExist());
        mvc.perform(post("/api/v1/purchase-orders/confirmations").contentType(MediaType.APPLICATION_JSON).content("{\"orders\":[{\"id\":\"" + second + "\",\"version\":2}]}").with(key(trade.otherBuyer)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.items[0].number").doesNotExist()).andExpect(jsonPath("$.items[0].reason").exists());
    }

    @Test
    void whatIsToBeDeliveredStandsOnItsDay() throws Exception {
        LocalDate day = LocalDate.now().plusDays(12);
        for (String view : new String[] {"month", "week"}) {
            mvc.perform(get("/orders/calendar?view=" + view + "&day=" + day).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("PO-2026-004801/10")));
            mvc.perform(get("/orders/calendar?view=" + view + "&day=" + day).with(stranger())).andExpect(content().string(not(containsString("PO-2026-004801"))));
        }
        mvc.perform(get("/orders/calendar?day=nonsense").with(supplier())).andExpect(status().isOk());
        mvc.perform(get("/api/v1/due-deliveries?from=" + day + "&until=" + day).with(key(trade.buyer))).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].day").value(day.toString()));
    }
}
