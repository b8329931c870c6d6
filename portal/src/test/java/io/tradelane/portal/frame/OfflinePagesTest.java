package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What a browser keeps when it is offline is nobody's. */
class OfflinePagesTest extends PortalTest {

    @Test
    void theWorkerKeepsTheShellAndNoPageOfAPerson() throws Exception {
        String worker = mvc.perform(get("/service-worker.js")).andExpect(status().isOk()).andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache"))
                .andExpect(content().contentTypeCompatibleWith("text/javascript")).andReturn().getResponse().getContentAsString();
        assertThat(worker).contains("/assets/hub").doesNotContain("__SHELL__").doesNotContain("__VERSION__").doesNotContain("/orders").doesNotContain("/api/");
        mvc.perform(get("/offline")).andExpect(status().isOk()).andExpect(content().string(containsString("offline-page"))).andExpect(content().string(not(containsString("user-name"))));
    }

    @Test
    void thePortalCanBeInstalled() throws Exception {
        mvc.perform(get("/sign-in")).andExpect(content().string(containsString("rel=\"manifest\"")))
                .andExpect(header().string("Content-Security-Policy", containsString("manifest-src 'self'; worker-src 'self'")));
        mvc.perform(get("/assets/manifest.json")).andExpect(status().isOk());
        mvc.perform(get("/assets/icon-512.png")).andExpect(status().isOk());
    }
}
