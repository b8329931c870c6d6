package io.tradelane.portal.schedule;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import org.junit.jupiter.api.Test;

/** A forecast, the one after it, and a call: what each party sees of them. */
class SchedulePagesTest extends PortalTest {

    @Test
    void theListShowsWhatCountsAndTheRestOnDemand() throws Exception {
        mvc.perform(get("/schedules").with(supplier())).andExpect(status().isOk())
                .andExpect(content().string(containsString("schedule-JIT-31"))).andExpect(content().string(containsString("schedule-7")))
                .andExpect(content().string(not(containsString("schedule-6"))));
        mvc.perform(get("/schedules").param("tab", "all").param("q", "PO-2026-004805").with(buyer())).andExpect(content().string(containsString("schedule-6")));
        mvc.perform(get("/schedules").with(stranger())).andExpect(content().string(containsString("No delivery schedules yet")));
    }

    @Test
    void theReleaseTellsWhatChangedAndWhatNobodyKnows() throws Exception {
        mvc.perform(get("/schedules/" + trade.schedule).with(supplier())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-testid=\"ended\""))).andExpect(content().string(containsString("Bearing 6204-2RS")))
                .andExpect(content().string(containsString("Not in the catalogue"))).andExpect(content().string(containsString("open-message")))
                .andExpect(content().string(containsString("Forecast released")))
                .andExpect(content().string(not(containsString("<script>alert")))).andExpect(content().string(not(containsString("<b>M8</b>"))));
    }

    @Test
    void theArticleIsShownWeekByWeekWithWhatIsOpenOnTheOrder() throws Exception {
        mvc.perform(get("/schedules/" + trade.schedule + "/lines/" + bolts()).with(buyer())).andExpect(status().isOk())
                .andExpect(content().string(containsString(">+40<"))).andExpect(content().string(containsString("06:00 +08:00")))
                .andExpect(content().string(containsString("More than ordered"))).andExpect(content().string(containsString("data-testid=\"cumulative\"")));
        mvc.perform(get("/schedules/" + trade.schedule + "/lines/" + bolts()).with(stranger())).andExpect(status().isNotFound());
    }

    @Test
    void theApiAnswersTheSame() throws Exception {
        mvc.perform(get("/api/v1/delivery-schedules").with(buyer())).andExpect(jsonPath("$.items", hasSize(2)));
        mvc.perform(get("/api/v1/delivery-schedules").param("tab", "some").with(buyer())).andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/delivery-schedules/" + trade.schedule).with(buyer())).andExpect(status().isOk())
                .andExpect(jsonPath("$.release").value("7")).andExpect(jsonPath("$.lineCount").value(2)).andExpect(jsonPath("$.replaced[0].release").value("6"))
                .andExpect(jsonPath("$.lines[0].weeks[0].before").value(120)).andExpect(jsonPath("$.lines[0].weeks[0].after").value(160))
                .andExpect(jsonPath("$.lines[0].deliveries[0].called").value(true)).andExpect(jsonPath("$.ended[0].supplierArticle").value("6204-2RS"));
        mvc.perform(get("/api/v1/delivery-schedules/" + trade.schedule + "/lines/" + bolts()).with(buyer())).andExpect(jsonPath("$.cumulative.stated").value(400));
    }

    @Test
    void everyPageIsThereInChinese() throws Exception {
        for (String address : new String[] {"/schedules", "/schedules/" + trade.schedule, "/schedules/" + trade.schedule + "/lines/" + bolts()}) {
            mvc.perform(get(address).header("Accept-Language", "zh-CN").with(buyer())).andExpect(status().isOk())
                    .andExpect(content().string(containsString("交货计划"))).andExpect(content().string(not(containsString("??"))));
        }
    }

    private String bolts() throws Exception {
        String json = mvc.perform(get("/api/v1/delivery-schedules/" + trade.schedule).with(buyer())).andReturn().getResponse().getContentAsString();
        return JsonPath.read(json, "$.lines[0].id");
    }
}
