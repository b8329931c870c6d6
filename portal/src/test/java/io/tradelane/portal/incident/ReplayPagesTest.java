package io.tradelane.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.incident.ReplayWork;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking for documents once more, seeing what it would bring about, starting and stopping it. */
class ReplayPagesTest extends PortalTest {
    @Autowired
    private ReplayWork work;

    @Autowired
    private Incidents incidents;

    @Test
    void isAskedForWithAReasonShownStartedAndStopped() throws Exception {
        mvc.perform(get("/documents/messages/" + trade.orderMessage).with(operator())).andExpect(content().string(containsString("/replays/new?messages=" + trade.orderMessage)));
        mvc.perform(get("/documents?q=PO-2026-004805").with(operator())).andExpect(content().string(containsString("/replays/new?q=PO-2026-004805")));
        mvc.perform(get("/replays/new?messages=" + trade.orderMessage + "&kind=read_again").with(operator())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"replay-form\"")));
        mvc.perform(post("/replays").param("kind", "read_again").param("messages", trade.orderMessage.toString()).with(operator()).with(csrf())).andExpect(status().is(422));
        String page = mvc.perform(post("/replays").param("kind", "read_again").param("messages", trade.orderMessage.toString()).param("reason", "mapping corrected")
                .with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/replays/*")).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(post(page + "/start").with(operator()).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("data-testid=\"tried\"")));
        previewAll();
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("Would create 0 orders, change 2 lines of orders, send 1 Despatch advice.")))
                .andExpect(content().string(containsString("data-testid=\"start\"")));
        mvc.perform(post(page + "/start").with(operator()).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(post(page + "/stop").with(operator()).with(csrf())).andExpect(redirectedUrl(page));
        String stopped = mvc.perform(get(page).with(operator())).andReturn().getResponse().getContentAsString();
        assertThat(stopped).contains("0 / 1", "data-testid=\"abandon\"", "data-testid=\"start\"");
        mvc.perform(post(page + "/abandonment").with(operator()).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get("/replays").with(operator())).andExpect(content().string(containsString("mapping corrected")));
    }

    @Test
    void theSentenceIsToldInChineseToo() throws Exception {
        String page = mvc.perform(post("/replays").param("kind", "read_again").param("messages", trade.orderMessage.toString()).param("reason", "x")
                .with(operator()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        previewAll();
        mvc.perform(get(page).with(operator()).locale(java.util.Locale.SIMPLIFIED_CHINESE).cookie(new jakarta.servlet.http.Cookie("language", "zh-CN")))
                .andExpect(status().isOk()).andExpect(content().string(org.hamcrest.Matchers.anyOf(containsString("将会新建 0 个订单"), containsString("Would create 0 orders"))));
        mvc.perform(post(page + "/abandonment").with(operator()).with(csrf()));
    }

    @Test
    void whatWaitsForTheSameReasonIsTriedTogether() throws Exception {
        UUID one = raise("UNIT ZZ1", trade.orderInterchange);
        raise("UNIT ZZ1", trade.brokenInterchange);
        mvc.perform(get("/incidents/" + one).with(operator())).andExpect(content().string(containsString("data-testid=\"alike\"")));
        String page = mvc.perform(post("/incidents/" + one + "/alike").param("reason", "cross-reference added").with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern("/replays/*")).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("0 / 2")));
        mvc.perform(post(page + "/abandonment").with(operator()).with(csrf()));
    }

    private UUID raise(String detail, UUID interchange) {
        return Tenancy.call(Actor.hub(), () -> incidents.raise(new NewIncident(Cause.MESSAGE_HELD, trade.buyer, interchange, null,
                Map.of("reason", "UNKNOWN_CODE", "detail", detail, "verdict", "verdict.held"), null)));
    }

    private void previewAll() {
        Tenancy.run(Actor.hub(), () -> {
            while (work.preview(new ReplayWork.Trial() {
                @Override
                public List<Consequence> read(UUID interchange, Again again) {
                    return List.of(new Consequence(Kind.VERDICT, "APPLIED", 1), new Consequence(Kind.LINES, "PURCHASE_ORDER", 2), new Consequence(Kind.SENT, "DESPATCH_ADVICE", 1));
                }

                @Override
                public List<Consequence> write(OutboxItem said) {
                    return List.of();
                }
            })) {
                // until nothing is left
            }
        });
    }
}
