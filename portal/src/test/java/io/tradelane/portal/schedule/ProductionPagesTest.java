package io.tradelane.portal.schedule;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Production from the supplier's form to what the buyer sees of it. */
class ProductionPagesTest extends PortalTest {
    @Autowired private PurchaseOrders orders;

    @Test
    void theSupplierSaysItAndTheBuyerSeesIt() throws Exception {
        UUID id = trade.newOrder("PO-PRODUCTION-1", 1);
        OrderView order = Tenancy.call(Actor.hub(), () -> orders.find(id)).orElseThrow();
        String line = order.lines().getFirst().lineNumber();
        String page = "/orders/" + id + "/production";
        String yesterday = LocalDate.now().minusDays(1).toString();
        mvc.perform(post(page).param("planned-" + line + "-STARTED", yesterday).param("actual-" + line + "-STARTED", LocalDate.now().toString()).with(supplier()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("reason-" + line + "-STARTED-error")));
        mvc.perform(post(page).param("planned-" + line + "-STARTED", yesterday).param("actual-" + line + "-STARTED", LocalDate.now().toString())
                .param("reason-" + line + "-STARTED", "steel came late").with(supplier()).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("steel came late")))
                .andExpect(content().string(not(containsString("save-production"))));
        mvc.perform(get(page).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(post(page).with(as(trade.buyer, Role.SUPPLIER_SALES)).with(csrf())).andExpect(status().isNotFound());
        String api = "/api/v1/purchase-orders/" + id + "/production";
        mvc.perform(put(api).with(supplier()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"milestones\": [{\"orderLine\": \"" + order.lines().getFirst().id()
                + "\", \"step\": \"FINISHED\", \"planned\": \"2099-01-01\"}]}")).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].risk").value("LATE"));
        mvc.perform(get(api).with(buyer())).andExpect(jsonPath("$.items[0].milestones[1].reason").value("steel came late"));
        mvc.perform(get(api).with(stranger())).andExpect(status().isNotFound());
    }
}
