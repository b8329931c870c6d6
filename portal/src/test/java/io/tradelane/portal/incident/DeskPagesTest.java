package io.tradelane.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.incident.AlertRules;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding, waiting, telling: what the desk does on pages and by the API. */
class DeskPagesTest extends PortalTest {
    @Autowired
    private Radar radar;

    @Autowired
    private AlertRules rules;

    @Autowired
    private Notices notices;

    @Autowired
    private Channels channels;

    @Test
    void theRadarShowsWhatIsOwedToItsPartiesAndToNobodyElse() throws Exception {
        String number = "PO-R" + System.nanoTime();
        trade.newOrder(number, 1);
        for (String language : new String[] {"en", "zh-CN"}) {
            mvc.perform(get("/radar").param("state", "open").param("q", number).with(buyer()).header("Accept-Language", language)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("owed-" + number)));
        }
        mvc.perform(get("/radar").param("state", "open").param("q", number).with(supplier())).andExpect(content().string(containsString("owed-" + number)))
                .andExpect(content().string(not(containsString("data-testid=\"remind\""))));
        mvc.perform(get("/radar").param("state", "open").param("q", number).with(stranger())).andExpect(content().string(not(containsString("owed-" + number))));
        UUID id = owed(number).id();
        mvc.perform(post("/radar/" + id + "/snooze").param("hours", "2").with(supplier()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/radar/" + id + "/snooze").param("hours", "2").with(buyer()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(owed(number).snoozedUntil()).isNotNull();
        mvc.perform(post("/radar/terms").param("kind", "order_response").param("hours", "nonsense").with(buyer()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/radar/terms").with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("term-form")));
    }

    @Test
    void theLifeOfADealTellsWhatHappenedAndWhatIsWaitedFor() throws Exception {
        String number = "PO-L" + System.nanoTime();
        trade.newOrder(number, 1);
        mvc.perform(get("/documents/life").param("key", number).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"waiting\""))).andExpect(content().string(containsString("Order response")));
        mvc.perform(get("/documents/life").param("key", number).with(stranger())).andExpect(content().string(not(containsString("data-testid=\"waiting\""))));
        mvc.perform(get("/documents/life").param("key", number).with(buyer()).header("Accept-Language", "zh-CN")).andExpect(status().isOk());
    }

    @Test
    void aSearchIsKeptSharedCountedAndForgotten() throws Exception {
        mvc.perform(post("/documents/searches").param("name", "Held orders").param("type", "ORDERS").param("status", "held").param("shared", "true").with(operator())
                .with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/documents").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("Held orders")));
        mvc.perform(get("/").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("/documents?status=held&amp;type=ORDERS")));
        mvc.perform(get("/documents").with(buyer())).andExpect(content().string(not(containsString("Held orders"))));
        String page = mvc.perform(get("/documents").param("type", "ORDERS").param("status", "held").with(operator())).andReturn().getResponse().getContentAsString();
        String removal = page.substring(page.indexOf("/documents/searches/"));
        mvc.perform(post(removal.substring(0, removal.indexOf('"'))).with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/documents").with(operator())).andExpect(content().string(not(containsString("Held orders"))));
    }

    @Test
    void documentsAreNarrowedByEveryFilter() throws Exception {
        mvc.perform(get("/documents").param("partner", trade.buyer.toString()).param("from", "2020-01-01").param("to", "2099-01-01").param("direction", "inbound")
                .with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"document\"")));
        mvc.perform(get("/documents").param("from", "2098-01-01").with(operator())).andExpect(content().string(not(containsString("data-testid=\"document\""))));
    }

    @Test
    void anAlertIsMadeTestedAndRemoved() throws Exception {
        UUID channel = Tenancy.call(Actor.hub(), () -> channels.create(new NewChannel(trade.operator, "Mail of the desk " + System.nanoTime(), "mail", Direction.OUTBOUND,
                Map.of("host", "localhost"), Map.of(), true)));
        mvc.perform(get("/alerts/new").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("Mail of the desk")));
        mvc.perform(post("/alerts/new").param("name", "").param("channel", channel.toString()).with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("up to 100 characters")));
        mvc.perform(post("/alerts/new").param("name", "Night watch").param("watch", "overdue").param("threshold", "1000").param("windowMinutes", "60")
                .param("channel", channel.toString()).param("mailTo", "desk@example.com").param("locale", "zh-CN").param("quietFrom", "22:00").param("quietTo", "07:00")
                .param("zone", "Asia/Shanghai").param("enabled", "true").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        UUID rule = operating(() -> rules.list()).stream().filter(one -> one.name().equals("Night watch")).findFirst().orElseThrow().id();
        mvc.perform(get("/alerts/" + rule).with(operator())).andExpect(content().string(containsString("22:00")));
        mvc.perform(post("/alerts/" + rule + "/test").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(operating(() -> notices.list(rule, null, 10)).items()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.TEST);
            assertThat(notice.subject()).contains("测试");
        });
        mvc.perform(get("/alerts").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("Night watch")));
        mvc.perform(post("/alerts/" + rule + "/removal").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(operating(() -> rules.find(rule))).isEmpty();
    }

    @Test
    void whatCameFromOneUnknownAddressIsReleasedTogether() throws Exception {
        String address = "4099998" + System.nanoTime() % 1000000;
        trade.unknownSender(address);
        String page = mvc.perform(get("/incidents/senders").with(operator())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains(address);
        mvc.perform(get("/incidents").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"groups\"")));
        String row = page.substring(page.indexOf(address));
        String incident = row.substring(row.indexOf("name=\"incident\" value=\"") + 23).substring(0, 36);
        mvc.perform(post("/incidents/senders").param("incident", incident).param("organisation", trade.buyer.toString()).with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/incidents/senders").with(operator())).andExpect(content().string(not(containsString(address))));
    }

    private Obligation owed(String number) {
        return Tenancy.call(Actor.hub(), () -> radar.ofDeal(number)).stream().filter(one -> one.kind() == Obligation.Kind.ORDER_RESPONSE).findFirst().orElseThrow();
    }

    private <T> T operating(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }
}
