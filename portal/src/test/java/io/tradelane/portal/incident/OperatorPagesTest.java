package io.tradelane.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator does on the pages: incidents and connections. */
class OperatorPagesTest extends PortalTest {
    @Autowired
    private Incidents incidents;

    @Autowired
    private Interchanges interchanges;

    @Autowired
    private Channels channels;

    @Test
    void assignsAnUnknownSender() throws Exception {
        UUID interchange = trade.unknownSender("4099999000" + System.nanoTime() % 1000);
        Incident incident = Tenancy.call(Actor.hub(), () -> incidents.ofInterchange(interchange)).getFirst();
        mvc.perform(get("/incidents/" + incident.id()).with(operator())).andExpect(content().string(Matchers.containsString("data-testid=\"assign\"")));
        mvc.perform(post("/incidents/" + incident.id() + "/assignment").param("organisation", trade.buyer.toString()).with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern("/incidents/*"));
        Interchange assigned = Tenancy.call(Actor.hub(), () -> interchanges.find(interchange)).orElseThrow();
        assertThat(assigned.status()).isEqualTo(InterchangeStatus.RECEIVED);
        assertThat(assigned.organisation()).isEqualTo(trade.buyer);
    }

    @Test
    void makesChangesAndStopsAConnection() throws Exception {
        mvc.perform(post("/connections").param("door", "as2").param("direction", "outbound").param("organisation", trade.supplier.toString()).param("name", "Haina AS2")
                .with(operator()).with(csrf())).andExpect(status().is(422)).andExpect(content().string(Matchers.containsString("This is needed")));
        String location = mvc.perform(post("/connections").param("door", "as2").param("direction", "outbound").param("organisation", trade.supplier.toString())
                .param("name", "Haina AS2").param("p-url", "https://haina.example/as2").param("p-password", "geheim").with(operator()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        mvc.perform(get("/connections/" + id).with(operator())).andExpect(content().string(Matchers.not(Matchers.containsString("geheim"))));
        mvc.perform(post("/connections/" + id).param("version", "" + channel(id).version()).param("name", "Haina AS2").param("p-url", "https://haina.example/in").with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(channel(id).parameters()).containsEntry("url", "https://haina.example/in");
        assertThat(channel(id).secrets()).as("left blank").containsEntry("password", "geheim");
        mvc.perform(post("/connections/" + id).param("version", "1").param("name", "Late").param("p-url", "https://late.example").with(operator()).with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(post("/connections/" + id + "/state").param("enabled", "false").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(channel(id).enabled()).isFalse();
    }

    private Channel channel(UUID id) {
        return Tenancy.call(Actor.hub(), () -> channels.find(id)).orElseThrow();
    }
}
