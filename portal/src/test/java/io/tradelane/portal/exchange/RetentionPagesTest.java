package io.tradelane.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.exchange.RetentionRun;
import io.tradelane.trading.exchange.RetentionRuns;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules of retention, holds and jobs on their page and over the API. */
class RetentionPagesTest extends PortalTest {
    @Autowired
    private RetentionRuns runs;

    @Autowired
    private ApiClients clients;

    @Test
    void rulesHoldsAndJobsAreKeptByTheOperatorAndSeenByTheAuditor() throws Exception {
        mvc.perform(post("/retention/rules").param("years", "0").with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(post("/retention/rules").param("partner", trade.buyer.toString()).param("type", "invoice").param("years", "12").with(operator()).with(csrf()))
                .andExpect(redirectedUrl("/retention"));
        mvc.perform(post("/retention/holds").param("holdReason", "court").with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(post("/retention/holds").param("interchange", trade.orderInterchange.toString()).param("holdReason", "court 12/26").with(operator()).with(csrf()))
                .andExpect(redirectedUrl("/documents/interchanges/" + trade.orderInterchange));
        mvc.perform(get("/documents/interchanges/" + trade.orderInterchange).with(operator())).andExpect(content().string(containsString("data-testid=\"held\"")));
        mvc.perform(post("/retention/runs").param("kind", "verify").with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(post("/retention/runs").param("kind", "verify").param("runReason", "yearly").with(operator()).with(csrf())).andExpect(redirectedUrl("/retention"));
        Tenancy.run(Actor.hub(), () -> {
            while (runs.advance()) {
                // until nothing is left
            }
        });
        String page = mvc.perform(get("/retention").with(as(trade.operator, Role.AUDITOR))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("court 12/26", "yearly", "Huaxing Components").doesNotContain("data-testid=\"rule-form\"");
        assertThat(Tenancy.call(Actor.hub(), runs::latest)).filteredOn(run -> run.reason().equals("yearly")).allSatisfy(run -> {
            assertThat(run.status()).isEqualTo(RetentionRun.Status.DONE);
            assertThat(run.broken()).isZero();
            assertThat(run.done()).isEqualTo(run.examined()).isPositive();
        });
        mvc.perform(get("/retention").with(buyer())).andExpect(status().isForbidden());
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        String key = "Bearer " + Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "keeper", Set.of("operate")).key());
        mvc.perform(put("/api/v1/retention-rules").contentType("application/json").content("{\"years\":200}").header("Authorization", key)).andExpect(status().is(422));
        mvc.perform(put("/api/v1/retention-rules").contentType("application/json").content("{\"type\":\"ORDER\",\"years\":11}").header("Authorization", key)).andExpect(jsonPath("$.years").value(11));
        mvc.perform(get("/api/v1/retention-rules").header("Authorization", key)).andExpect(jsonPath("$.items[?(@.type == 'ORDER')]").isNotEmpty());
        mvc.perform(post("/api/v1/legal-holds").contentType("application/json").content("{\"reason\":\"x\"}").header("Authorization", key)).andExpect(status().is(422));
        String body = mvc.perform(post("/api/v1/legal-holds").contentType("application/json").content("{\"number\":\"PO-2026-004805\",\"reason\":\"court\"}").header("Authorization", key))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String hold = "/api/v1/legal-holds/" + JsonPath.read(body, "$.id") + "/lifting";
        mvc.perform(post(hold).contentType("application/json").content("{\"reason\":\"settled\"}").header("Authorization", key)).andExpect(status().isNoContent());
        mvc.perform(post(hold).contentType("application/json").content("{\"reason\":\"settled\"}").header("Authorization", key)).andExpect(status().isConflict());
        mvc.perform(post("/api/v1/retention-runs").contentType("application/json").content("{\"kind\":\"ARCHIVE\"}").header("Authorization", key)).andExpect(status().is(422));
        String run = mvc.perform(post("/api/v1/retention-runs").contentType("application/json").content("{\"kind\":\"ARCHIVE\",\"reason\":\"now\"}").header("Authorization", key))
                .andExpect(status().isAccepted()).andReturn().getResponse().getContentAsString();
        mvc.perform(post("/api/v1/retention-runs/" + JsonPath.read(run, "$.id") + "/stop").header("Authorization", key)).andExpect(jsonPath("$.status").value("STOPPED"));
    }
}
