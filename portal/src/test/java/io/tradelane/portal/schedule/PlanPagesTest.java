package io.tradelane.portal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;

/** A supplier plans, buyers with open orders of the article see it and are told of what moves. */
class PlanPagesTest extends PortalTest {
    @Autowired private PurchaseOrders orders;
    @Autowired private Incidents incidents;
    @Autowired private Organisations organisations;

    @Test
    void aFileIsReadLineByLineAndSeenByTheBuyersOfTheArticlesAlone() throws Exception {
        String number = orderedArticle("PO-2026-PLAN-1");
        String csv = "商品编号,周,产能,计划\n" + number + ",2031-W10,5000,4200\n" + number + ",2031-03-05,1,1\nNO-SUCH,2031-W10,1,1\n" + number + ",soon,1,1\n" + number + ",2020-W10,1,1\n" + number + ",2031-W11,-1,1\n";
        mvc.perform(multipart("/schedules/plans/files").file(new MockMultipartFile("file", "plan.csv", null, csv.getBytes(StandardCharsets.UTF_8))).with(supplier()).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().string(containsString("NO-SUCH"))).andExpect(content().string(containsString("soon")))
                .andExpect(content().string(containsString("2020-03-02")));
        String row = "plan-" + number + "-2031-03-03";
        for (var who : List.of(supplier(), buyer())) {
            mvc.perform(get("/schedules/plans").param("q", number.toLowerCase(Locale.ROOT)).with(who)).andExpect(content().string(containsString(row)))
                    .andExpect(content().string(containsString("4,200")));
        }
        mvc.perform(get("/schedules/plans").param("q", "100% nobody_").with(buyer())).andExpect(content().string(not(containsString(row))));
        mvc.perform(get("/schedules/plans?export=csv").with(buyer())).andExpect(content().string(containsString(number)));
        mvc.perform(multipart("/schedules/plans/files").file(new MockMultipartFile("file", "plan.csv", null, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).with(supplier()).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/schedules/plans").with(buyer()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/schedules/plans").with(buyer())).andExpect(content().string(not(containsString("plan-form"))));
    }

    @Test
    void aChangeOfMoreThanATenthIsToldAndALesserOneIsNot() throws Exception {
        String number = orderedArticle("PO-2026-PLAN-2");
        write(number, "2032-W20", "1000", "800", 1, false);
        write(number, "2032-W20", "1000", "880", 1, false);
        write(number, "2032-W20", "1000", "880", 0, false);
        int before = told();
        write(number, "2032-W20", "1000", "600", 1, true);
        assertThat(told()).isEqualTo(before + 1);
        mvc.perform(get("/api/v1/production-plans").param("q", number).with(key(trade.buyer)))
                .andExpect(jsonPath("$.items[?(@.week == '2032-05-10')].plannedBefore").value(880)).andExpect(jsonPath("$.items[?(@.week == '2032-05-10')].planned").value(600));
        mvc.perform(put("/api/v1/production-plans").with(key(trade.supplier)).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isUnprocessableContent());
        mvc.perform(put("/api/v1/production-plans").with(key(trade.otherBuyer)).contentType(MediaType.APPLICATION_JSON).content(line(number, "2032-W20", "1", "1")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.written").value(0)).andExpect(jsonPath("$.wrong[0].code").value("unknown"));
    }

    @Test
    void whoHasNoOpenOrderOfTheArticleSeesNoPlanOfIt() throws Exception {
        String number = orderedArticle("PO-2026-PLAN-3");
        write(number, "2033-W02", "10", "10", 1, false);
        UUID other = Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation("Without Orders Ltd", null, Kind.BUYER, null, "CNY")));
        mvc.perform(get("/api/v1/production-plans").param("q", number).with(key(other))).andExpect(jsonPath("$.items.length()").value(0));
    }

    private void write(String number, String week, String capacity, String planned, int written, boolean told) throws Exception {
        mvc.perform(put("/api/v1/production-plans").with(key(trade.supplier)).contentType(MediaType.APPLICATION_JSON).content(line(number, week, capacity, planned)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.written").value(written)).andExpect(jsonPath("$.told").value(told ? greaterThan(0) : is(0)));
    }

    private static String line(String number, String week, String capacity, String planned) {
        return "{\"lines\": [{\"number\": \"%s\", \"week\": \"%s\", \"capacity\": \"%s\", \"planned\": \"%s\"}]}".formatted(number, week, capacity, planned);
    }

    private int told() {
        return Tenancy.call(Actor.hub(), () -> incidents.list(new Incidents.Filter(Incident.Status.OPEN, Cause.PLAN_CHANGED, trade.buyer, null), null, 50)).items().size();
    }

    /** The supplier's number of what is ordered. */
    private String orderedArticle(String order) {
        UUID id = trade.newOrder(order, 1);
        OrderView view = Tenancy.call(Actor.hub(), () -> orders.find(id)).orElseThrow();
        return view.lines().getFirst().supplierArticle();
    }
}
