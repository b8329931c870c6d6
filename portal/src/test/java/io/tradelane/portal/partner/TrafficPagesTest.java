package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.exchange.traffic.Breaker;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows;
import io.tradelane.trading.exchange.traffic.PartnerLimit;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class TrafficPagesTest extends PortalTest {
    @Autowired PartnerLimits limits;
    @Autowired MaintenanceWindows windows;
    @Autowired Channels channels;
    @Autowired Breakers breakers;

    @AfterEach
    void asUsual() {
        Tenancy.run(Actor.hub(), () -> {
            limits.put(PartnerLimit.none(trade.supplier));
            list().forEach(window -> windows.remove(trade.supplier, window.id()));
        });
    }

    private String page() {
        return "/partners/" + trade.supplier + "/traffic";
    }

    private List<MaintenanceWindow> list() {
        return Tenancy.call(Actor.hub(), () -> windows.list(trade.supplier));
    }

    @Test
    void limitsAreSetAndTakenAway() throws Exception {
        mvc.perform(post(page()).param("inPerMinute", "120").param("outAtOnce", "2").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(Tenancy.call(Actor.hub(), () -> limits.own(trade.supplier)))
                .isEqualTo(new PartnerLimit(trade.supplier, null, null, null, 120, null, null, 2));
        mvc.perform(get(page()).with(operator())).andExpect(content().string(containsString("value=\"120\"")))
                .andExpect(content().string(containsString("Limits were set"))).andExpect(content().string(containsString("Usually 209,715,200. A connection")));
        mvc.perform(get(page()).locale(Locale.SIMPLIFIED_CHINESE).with(operator())).andExpect(status().isOk());
        mvc.perform(post(page()).with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(Tenancy.call(Actor.hub(), () -> limits.own(trade.supplier))).isEqualTo(PartnerLimit.none(trade.supplier));
    }

    @Test
    void aLimitThatIsNoneStandsBesideItsField() throws Exception {
        mvc.perform(post(page()).param("depth", "101").param("inAtOnce", "many").with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"depth-error\""))).andExpect(content().string(containsString("id=\"inAtOnce-error\"")));
    }

    @Test
    void aWindowIsAddedShownAndRemoved() throws Exception {
        mvc.perform(post("/partners/" + trade.supplier + "/maintenance").param("reason", "Weekly backup").param("zone", "Asia/Shanghai").param("kind", "weekly")
                .param("day", "sunday").param("begins", "22:00").param("minutes", "480").param("inbound", "refuse").with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/partners/" + trade.supplier + "/maintenance").param("reason", "Move").param("zone", "Europe/Berlin").param("kind", "once")
                .param("starts", "2036-01-05T08:00").param("ends", "2036-01-05T12:00").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(list()).extracting(MaintenanceWindow::reason).containsExactly("Weekly backup", "Move");
        mvc.perform(get(page()).with(operator())).andExpect(content().string(containsString("Sunday from 22:00, 480 minutes")))
                .andExpect(content().string(containsString("2036-01-05 08:00 – 2036-01-05 12:00")));
        mvc.perform(post("/partners/" + trade.supplier + "/maintenance/removal").param("window", list().getFirst().id().toString()).with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(list()).hasSize(1);
    }

    @Test
    void whatIsWrongWithAWindowStandsBesideItsField() throws Exception {
        mvc.perform(post("/partners/" + trade.supplier + "/maintenance").param("zone", "Mars/North").param("kind", "weekly").param("begins", "25:00")
                .param("minutes", "1").with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"zone-error\""))).andExpect(content().string(containsString("id=\"reason-error\"")))
                .andExpect(content().string(containsString("id=\"begins-error\""))).andExpect(content().string(containsString("id=\"minutes-error\"")));
        assertThat(list()).isEmpty();
    }

    @Test
    void theSameByTheApi() throws Exception {
        String api = "/api/v1/partners/" + trade.supplier;
        mvc.perform(put(api + "/limits").contentType(MediaType.APPLICATION_JSON).content("{\"inPerMinute\":60}").with(operator()).with(csrf()))
                .andExpect(status().isNoContent());
        mvc.perform(get(api + "/limits").with(operator())).andExpect(jsonPath("$.own.inPerMinute").value("60"))
                .andExpect(jsonPath("$.inForce.inPerMinute").value(60));
        mvc.perform(put(api + "/limits").contentType(MediaType.APPLICATION_JSON).content("{\"speed\":60}").with(operator()).with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post(api + "/maintenance-windows").contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"Backup\",\"zone\":\"UTC\",\"day\":\"MONDAY\",\"begins\":\"01:00\",\"minutes\":60,\"inbound\":\"REFUSE\"}")
                .with(operator()).with(csrf())).andExpect(status().isCreated()).andExpect(jsonPath("$.inbound").value("REFUSE"));
        mvc.perform(get(api + "/maintenance-windows").with(operator())).andExpect(jsonPath("$.items[0].begins").value("01:00"));
        mvc.perform(delete(api + "/maintenance-windows/" + list().getFirst().id()).with(operator()).with(csrf())).andExpect(status().isNoContent());
        mvc.perform(delete(api + "/maintenance-windows/" + Ids.next()).with(operator()).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void aPartnerThatDoesNotAnswerStandsOnTheBoardUntilAPersonLetsItGo() throws Exception {
        Channel channel = channel();
        Tenancy.run(Actor.hub(), () -> {
            for (int i = 0; i < 5; i++) {
                breakers.failed(channel, "No answer from <there>");
            }
        });
        String page = "/connections/" + channel.id();
        mvc.perform(get("/connections").with(operator())).andExpect(content().string(containsString("Not reached")))
                .andExpect(content().string(containsString("next try")));
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("No answer from &lt;there&gt;")))
                .andExpect(content().string(containsString("sending-resume")));
        mvc.perform(get("/api/v1/channels/" + channel.id() + "/sending").with(operator())).andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.hold.reason").value("UNREACHABLE")).andExpect(jsonPath("$.waiting").value(0));
        mvc.perform(post(page + "/sending").param("stopped", "false").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("Documents go")))
                .andExpect(content().string(containsString("The partner does not answer: sending waits")));
    }

    @Test
    void aPersonStopsSendingWithAReasonByPageAndApi() throws Exception {
        Channel channel = channel();
        mvc.perform(post("/connections/" + channel.id() + "/sending").param("stopped", "true").param("reason", "They move").with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(Tenancy.call(Actor.hub(), () -> breakers.find(channel.id())).orElseThrow().state()).isEqualTo(Breaker.State.STOPPED);
        mvc.perform(get("/connections/" + channel.id()).with(operator())).andExpect(content().string(containsString("They move")));
        mvc.perform(put("/api/v1/channels/" + channel.id() + "/sending").contentType(MediaType.APPLICATION_JSON).content("{\"state\":\"OPEN\"}")
                .with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(put("/api/v1/channels/" + channel.id() + "/sending").contentType(MediaType.APPLICATION_JSON).content("{\"state\":\"CLOSED\"}")
                .with(operator()).with(csrf())).andExpect(jsonPath("$.state").value("CLOSED"));
    }

    @Test
    void aCompanySeesItsOwnAndChangesNothing() throws Exception {
        var admin = as(trade.supplier, Role.ORGANISATION_ADMIN);
        mvc.perform(get(page()).with(admin)).andExpect(status().isOk()).andExpect(content().string(not(containsString("save-limits"))));
        mvc.perform(post(page()).param("inPerMinute", "1").with(admin).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get(page()).with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
        Channel channel = channel();
        mvc.perform(get("/connections/" + channel.id()).with(admin)).andExpect(status().isOk()).andExpect(content().string(not(containsString("sending-stop"))));
        mvc.perform(post("/connections/" + channel.id() + "/sending").param("stopped", "true").with(admin).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/channels/" + channel.id() + "/sending").with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
    }

    private Channel channel() {
        return Tenancy.call(Actor.hub(), () -> {
            UUID id = channels.create(new NewChannel(trade.supplier, "Sending " + Ids.next(), "as2", Direction.OUTBOUND, Map.of("url", "https://p.example"),
                    Map.of(), true));
            return channels.find(id).orElseThrow();
        });
    }
}
