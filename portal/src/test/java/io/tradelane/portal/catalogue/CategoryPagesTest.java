package io.tradelane.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Categories and search words as the operator keeps them, by page and in JSON. */
class CategoryPagesTest extends PortalTest {
    @Autowired private Categories categories;

    private UUID created(String code) throws Exception {
        String address = mvc.perform(post("/categories").with(operator()).with(csrf()).param("code", code).param("nameZh", "阀门").param("nameEn", "Valves <b>"))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private Category seen(UUID id) {
        return Tenancy.call(Actor.hub(), () -> categories.find(id)).orElseThrow();
    }

    private MockHttpServletRequestBuilder change(UUID id, int version) {
        return post("/categories/" + id).with(operator()).with(csrf()).param("version", "" + version).param("nameZh", "阀门类").param("nameEn", "Valves");
    }

    @Test
    void theOperatorWritesChangesAndRetiresACategory() throws Exception {
        UUID id = created("pg-valves");
        mvc.perform(change(id, 1).param("attributes[0].code", "bore").param("attributes[0].kind", "number").param("attributes[0].nameZh", "口径").param("attributes[0].nameEn", "Bore")
                        .param("attributes[0].unit", "MMT").param("attributes[0].most", "600").param("attributes[0].facet", "true")
                        .param("attributes[1].code", "body").param("attributes[1].kind", "choice").param("attributes[1].nameZh", "阀体").param("attributes[1].nameEn", "Body")
                        .param("attributes[1].choices", "BR = 黄铜 = Brass\nSS = 不锈钢 = Stainless steel"))
                .andExpect(redirectedUrl("/categories/" + id));
        assertThat(seen(id).attributes()).hasSize(2);
        assertThat(seen(id).attributes().getLast().choices()).hasSize(2);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/categories").locale(locale).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"category-pg-valves\"")));
            mvc.perform(get("/categories/" + id).locale(locale).with(operator())).andExpect(status().isOk())
                    .andExpect(content().string(containsString("SS = 不锈钢 = Stainless steel"))).andExpect(content().string(containsString("data-testid=\"timeline\"")));
        }
        mvc.perform(change(id, 1)).andExpect(status().isConflict());
        mvc.perform(change(id, 2).param("attributes[0].code", "bore").param("attributes[0].kind", "number").param("attributes[0].unit", "MMT").param("attributes[0].nameZh", "口径")
                        .param("attributes[0].nameEn", "").param("attributes[0].most", "none"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"attributes[0].most-error\"")));
        mvc.perform(change(id, 2).param("attributes[4].code", "bore").param("attributes[4].kind", "number").param("attributes[4].unit", "MMT").param("attributes[4].nameZh", "口径"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"attributes[4].nameEn-error\"")));
        mvc.perform(post("/categories/" + id + "/retirement").with(operator()).with(csrf()).param("version", "2")).andExpect(redirectedUrl("/categories/" + id));
        assertThat(seen(id).retired()).isTrue();
        mvc.perform(get("/categories/" + id).with(operator())).andExpect(content().string(containsString("data-testid=\"reinstate\"")));
        mvc.perform(post("/categories/" + id + "/reinstatement").with(operator()).with(csrf()).param("version", "3")).andExpect(redirectedUrl("/categories/" + id));
        assertThat(seen(id).retired()).isFalse();
    }

    @Test
    void aCodeThatIsTakenStandsBesideItsField() throws Exception {
        created("pg-twice");
        mvc.perform(post("/categories").with(operator()).with(csrf()).param("code", "pg-twice").param("nameZh", "二").param("nameEn", "Two"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"code-error\"")));
        mvc.perform(post("/categories").with(operator()).with(csrf()).param("code", "pg-<script>").param("nameZh", "").param("nameEn", "x".repeat(101)))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"nameZh-error\""))).andExpect(content().string(containsString("id=\"nameEn-error\"")));
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        String made = mvc.perform(post("/api/v1/categories").with(operator()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("""
                        {"code": "api-pumps", "nameZh": "泵", "nameEn": "Pumps", "attributes": [{"code": "flow", "kind": "NUMBER", "nameZh": "流量", "nameEn": "Flow", "mandatory": false, "facet": true}]}"""))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String address = "/api/v1/categories/" + JsonPath.read(made, "$.id");
        String body = "{\"nameZh\": \"水泵\", \"nameEn\": \"Water pumps\", \"attributes\": []}";
        mvc.perform(put(address).with(operator()).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isPreconditionRequired());
        mvc.perform(put(address).with(operator()).with(csrf()).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isOk())
                .andExpect(jsonPath("$.category.nameEn").value("Water pumps")).andExpect(jsonPath("$.own[0].retired").value(true));
        mvc.perform(put(address).with(operator()).with(csrf()).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isPreconditionFailed());
        mvc.perform(post(address + "/retirement").with(operator()).with(csrf()).header("If-Match", "\"2\"")).andExpect(status().isOk()).andExpect(jsonPath("$.category.retired").value(true));
        mvc.perform(delete(address + "/retirement").with(operator()).with(csrf()).header("If-Match", "\"3\"")).andExpect(status().isOk()).andExpect(jsonPath("$.category.retired").value(false));
        mvc.perform(put(address).with(supplier()).with(csrf()).header("If-Match", "\"4\"").contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isForbidden());
    }

    @Test
    void searchWordsAreKeptByPageAndInJson() throws Exception {
        mvc.perform(post("/search-synonyms").with(operator()).with(csrf()).param("words", "quarfel， 夸费尔 ,quarfels")).andExpect(redirectedUrl("/search-synonyms"));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            mvc.perform(get("/search-synonyms").param("q", "quarfel").locale(locale).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("quarfel, 夸费尔, quarfels")));
        }
        String listed = mvc.perform(get("/api/v1/search-synonyms").param("q", "夸费尔").with(operator())).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].words").value(hasItem("quarfels")))
                .andReturn().getResponse().getContentAsString();
        String address = "/api/v1/search-synonyms/" + JsonPath.read(listed, "$.items[0].id");
        mvc.perform(put(address).with(operator()).with(csrf()).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{\"words\": [\"quarfel\", null]}"))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("two-words"));
        mvc.perform(put(address).with(operator()).with(csrf()).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{\"words\": [\"quarfel\", \"murgel\"]}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.version").value(2));
        mvc.perform(delete(address).with(operator()).with(csrf()).header("If-Match", "\"2\"")).andExpect(status().isNoContent());
        mvc.perform(get("/search-synonyms").with(buyer())).andExpect(status().isForbidden());
        mvc.perform(post("/search-synonyms").with(supplier()).with(csrf()).param("words", "a,b")).andExpect(status().isForbidden());
    }
}
