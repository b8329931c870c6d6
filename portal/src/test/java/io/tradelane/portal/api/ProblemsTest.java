package io.tradelane.portal.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Wherever a request to the API fails, the answer has the same form. */
class ProblemsTest extends PortalTest {

    @Test
    void withoutAKey() throws Exception {
        problem(get("/api/v1/purchase-orders"), 401, "api-key-required", "/api/v1/purchase-orders");
        problem(get("/api/v1/purchase-orders").header("Authorization", "Bearer tl_nobody"), 401, "api-key-required", "/api/v1/purchase-orders");
    }

    @Test
    void withoutTheScope() throws Exception {
        problem(key(get("/api/v1/channels")), 403, "scope-missing", "/api/v1/channels");
    }

    @Test
    void atAnAddressThatIsNotThere() throws Exception {
        problem(key(get("/api/v1/nothing")), 404, "not-found", "/api/v1/nothing");
        problem(key(get("/api/v1/purchase-orders/no-id")), 404, "not-found", "/api/v1/purchase-orders/no-id");
    }

    @Test
    void forAMethodTheAddressDoesNotTake() throws Exception {
        mvc.perform(key(delete("/api/v1/purchase-orders"))).andExpect(header().string("Allow", "GET"));
        problem(key(delete("/api/v1/purchase-orders")), 405, "method-not-allowed", "/api/v1/purchase-orders");
    }

    @Test
    void forAFilterThatDoesNotExist() throws Exception {
        problem(key(get("/api/v1/purchase-orders").param("tab", "nonsense")), 400, "parameter", "/api/v1/purchase-orders");
        problem(key(get("/api/v1/invoices").param("status", "nonsense")), 400, "parameter", "/api/v1/invoices");
        problem(key(get("/api/v1/purchase-orders").param("limit", "many")), 400, "parameter", "/api/v1/purchase-orders");
    }

    @Test
    void forAFormThatIsNotServed() throws Exception {
        problem(key(get("/api/v1/purchase-orders").accept("text/csv")), 406, "request", "/api/v1/purchase-orders");
    }

    @Test
    void whereNoControllerCouldAnswer() throws Exception {
        problem(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500).requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/search"),
                500, "failed", "/api/v1/search");
    }

    private MockHttpServletRequestBuilder key(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + trade.apiKey);
    }

    private void problem(MockHttpServletRequestBuilder request, int status, String type, String instance) throws Exception {
        ResultActions answer = mvc.perform(request).andExpect(status().is(status)).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        answer.andExpect(jsonPath("$.type").value("urn:tradelane:problem:" + type)).andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.title").isNotEmpty()).andExpect(jsonPath("$.detail").isNotEmpty()).andExpect(jsonPath("$.instance").value(instance))
                .andExpect(jsonPath("$.reference").isNotEmpty());
    }
}
