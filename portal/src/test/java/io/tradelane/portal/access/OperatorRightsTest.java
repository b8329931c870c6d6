package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The operator keeps messages going and does not trade: pages, API and tables say the same. The auditor reads all. */
class OperatorRightsTest extends PortalTest {
    @Autowired
    private PurchaseOrders orders;

    @Autowired
    private Invoices invoices;

    @Test
    void theOperatorHasNoPageOfTrade() throws Exception {
        for (String address : List.of("/orders", "/orders/" + trade.fullOrder, "/invoices", "/invoices/" + trade.invoice)) {
            mvc.perform(get(address).with(operator())).andExpect(status().isForbidden());
        }
    }

    @Test
    void theOperatorsKeyHasNoMoreThanItsPeople() throws Exception {
        for (String address : List.of("/purchase-orders", "/purchase-orders?number=PO-2026-004805", "/purchase-orders/" + trade.fullOrder, "/invoices",
                "/invoices/" + trade.invoice)) {
            mvc.perform(get("/api/v1" + address).with(operatorsKey())).andExpect(status().isForbidden());
        }
    }

    @Test
    void theOperatorFindsADocumentByItsNumberAndReadsWhatItSays() throws Exception {
        mvc.perform(get("/api/v1/search?q=PO-2026-004805").with(operatorsKey())).andExpect(status().isOk()).andExpect(jsonPath("$.items", not(hasSize(0))));
        mvc.perform(get("/api/v1/messages/" + trade.orderMessage).with(operatorsKey())).andExpect(jsonPath("$.document").isNotEmpty());
        mvc.perform(get("/documents?q=PO-2026-004805").with(operator())).andExpect(content().string(containsString("PO-2026-004805")));
        for (String view : List.of("overview", "segments", "json", "journey")) {
            mvc.perform(get("/documents/messages/" + trade.orderMessage + "?view=" + view).with(operator())).andExpect(status().isOk());
        }
    }

    @Test
    void theTablesOfTradeAreEmptyForTheOperator() {
        Actor operator = Actor.operator(Ids.next(), "Operator");
        assertThat(Tenancy.call(operator, () -> orders.find(trade.fullOrder))).isEmpty();
        assertThat(Tenancy.call(operator, () -> invoices.find(trade.invoice))).isEmpty();
    }

    @Test
    void theAuditorReadsTradeAndExchange() throws Exception {
        RequestPostProcessor auditor = as(trade.operator, Role.AUDITOR);
        for (String address : List.of("/", "/orders", "/orders/" + trade.fullOrder, "/invoices/" + trade.invoice, "/payments", "/documents?q=PO-2026-004805",
                "/documents/messages/" + trade.orderMessage, "/documents/interchanges/" + trade.orderInterchange,
                "/documents/interchanges/" + trade.orderInterchange + "/payload", "/incidents", "/connections", "/partners/" + trade.buyer)) {
            mvc.perform(get(address).with(auditor)).andExpect(status().isOk());
        }
        mvc.perform(get("/orders").with(auditor)).andExpect(content().string(containsString("PO-2026-004805")));
        mvc.perform(get("/documents?q=PO-2026-004805").with(auditor)).andExpect(content().string(containsString("data-testid=\"document\"")));
        mvc.perform(get("/connections").with(auditor)).andExpect(content().string(containsString("Huaxing AS2")));
    }

    @Test
    void whoRunsTheHubDoesNotAuditIt() throws Exception {
        mvc.perform(get("/orders").with(as(trade.operator, Role.AUDITOR, Role.OPERATOR))).andExpect(status().isForbidden());
    }

    private RequestPostProcessor operatorsKey() {
        return authentication(new ApiKeyAuthentication(
                new ApiClient(Ids.next(), trade.operator, "operations", Set.of("read", "write", "operate", "order:read", "invoice:read"), true), true));
    }
}
