package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Made from the table of rules: every endpoint about a row of somebody's, asked by a third company with every role and with a key of every scope.
 * It is answered as if the row were not there; a new endpoint below one of these addresses is asked as well.
 */
class ThirdPartyRowsTest extends PortalTest {
    /** Not there, not understood without what else it needs, or not this kind of content; never done. */
    private static final List<Integer> NOTHING = List.of(400, 404, 415);

    @Autowired
    private Users users;

    @Test
    void aThirdCompanyReachesNoRow() throws Exception {
        List<String> reached = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, UUID> row : rows().entrySet()) {
            for (EndpointRules.Rule rule : EndpointRules.all()) {
                String pattern = rule.pattern();
                if (!rule.open() && (pattern.equals(row.getKey()) || pattern.startsWith(row.getKey() + "/"))) {
                    asked++;
                    int status = ask(rule, pattern.replaceFirst("\\{id}", row.getValue().toString()).replaceAll("\\{\\w+}", Ids.next().toString()));
                    if (!NOTHING.contains(status)) {
                        reached.add(rule.method() + " " + pattern + " → " + status);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(30);
        assertThat(reached).isEmpty();
    }

    private int ask(EndpointRules.Rule rule, String address) throws Exception {
        boolean machine = rule.pattern().startsWith("/api/");
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(rule.method()), address).with(machine ? key(trade.otherBuyer) : stranger());
        return mvc.perform(machine ? request.contentType(MediaType.APPLICATION_JSON).content("{}") : request.with(csrf())).andReturn().getResponse().getStatus();
    }

    /** A row of others for each kind of address. */
    private Map<String, UUID> rows() {
        Map<String, UUID> rows = new LinkedHashMap<>();
        UUID person = Tenancy.call(Actor.hub(), () -> users.findByEmail("buyer@example.com")).orElseThrow().id();
        for (String api : List.of("", "/api/v1")) {
            rows.put(api + "/people/{id}", person);
            rows.put(api + "/invoices/{id}", trade.invoice);
        }
        rows.put("/orders/{id}", trade.fullOrder);
        rows.put("/api/v1/purchase-orders/{id}", trade.fullOrder);
        rows.put("/schedules/{id}", trade.schedule);
        rows.put("/api/v1/delivery-schedules/{id}", trade.schedule);
        rows.put("/documents/messages/{id}", trade.orderMessage);
        rows.put("/api/v1/messages/{id}", trade.orderMessage);
        rows.put("/documents/interchanges/{id}", trade.orderInterchange);
        rows.put("/api/v1/interchanges/{id}", trade.orderInterchange);
        return rows;
    }
}
