package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.shared.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A third organisation asks for rows it has no part in: 404, as if they were not there. */
class ForeignRowsTest extends PortalTest {

    @Test
    void aStrangerFindsNoPage() throws Exception {
        for (String address : List.of("/orders/" + trade.fullOrder, "/orders/" + trade.issuedOrder + "/response", "/orders/" + trade.fullOrder + "/receipt",
                "/orders/" + trade.fullOrder + "/despatch", "/invoices/" + trade.invoice, "/schedules/" + trade.schedule,
                "/documents/messages/" + trade.orderMessage, "/documents/interchanges/" + trade.orderInterchange, "/documents/interchanges/" + trade.orderInterchange + "/payload",
                "/documents/interchanges/" + trade.brokenInterchange)) {
            mvc.perform(get(address).with(stranger())).andExpect(status().isNotFound());
        }
    }

    @Test
    void aStrangerChangesNothing() throws Exception {
        mvc.perform(post("/orders/" + trade.issuedOrder + "/response").param("decision", "accept").param("version", "1").with(stranger()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/orders/" + trade.changedOrder + "/change").param("accept", "true").param("version", "2").with(stranger()).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aStrangersKeyFindsNothing() throws Exception {
        for (String address : List.of("/purchase-orders/" + trade.fullOrder, "/delivery-schedules/" + trade.schedule, "/invoices/" + trade.invoice, "/messages/" + trade.orderMessage,
                "/interchanges/" + trade.orderInterchange, "/interchanges/" + trade.orderInterchange + "/payload")) {
            mvc.perform(get("/api/v1" + address).with(strangersKey()))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(Matchers.containsString("urn:tradelane:problem:not-found")));
        }
    }

    @Test
    void listsAndSearchShowAStrangerOnlyHerOwn() throws Exception {
        for (String address : List.of("/purchase-orders?q=PO-2026", "/purchase-orders?number=PO-2026-004805", "/delivery-schedules", "/invoices", "/search?q=PO-2026-004805", "/search?q=INV-77812")) {
            mvc.perform(get("/api/v1" + address).with(strangersKey())).andExpect(status().isOk())
                    .andExpect(content().json("{\"items\":[]}"));
        }
    }

    @Test
    void theOtherPartyReadsTheMessageButNotTheBytes() throws Exception {
        mvc.perform(get("/documents/messages/" + trade.orderMessage).with(supplier())).andExpect(status().isOk());
        mvc.perform(get("/documents/interchanges/" + trade.orderInterchange + "/payload").with(supplier())).andExpect(status().isNotFound());
    }

    @Test
    void aSupplierDoesNotDecideForTheBuyer() {
        assertThat(Grants.of(List.of(Role.SUPPLIER_SALES))).doesNotContain(Permission.ORDER_DECIDE_CHANGE, Permission.RECEIPT_POST);
    }

    private RequestPostProcessor strangersKey() {
        return authentication(new ApiKeyAuthentication(new ApiClient(Ids.next(), trade.otherBuyer, "test",
                Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.toSet()), true), false));
    }
}
