package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.AgreementTerms;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerFile;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner goes out as a file, is looked at, and comes in. */
class PartnerFilePagesTest extends PortalTest {
    private static final String FILE = """
            format: tradelane-partner/1
            partner:
              name: File Works
              kind: SUPPLIER
              currency: EUR
              identifiers:
              - {scheme: GLN, value: "%s"}
            channels:
            - {name: File AS2, door: as2, direction: OUTBOUND, enabled: true, parameters: {url: "https://file.example"}, secrets: {password: "${File AS2/password}"}}
            """;

    @Autowired
    private Organisations organisations;

    @Autowired
    private ApiClients clients;

    @Test
    void whatDiffersIsShownThenItIsDone() throws Exception {
        String text = FILE.formatted("4099990000028");
        mvc.perform(get("/partners/import").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("import-form")));
        mvc.perform(multipart("/partners/import").file(new MockMultipartFile("file", "works.yaml", "application/yaml", text.getBytes())).with(operator()).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().string(containsString("File AS2"))).andExpect(content().string(containsString("${File AS2/password}")))
                .andExpect(content().string(containsString("data-testid=\"apply\"")));
        assertThat(Tenancy.call(Actor.hub(), () -> organisations.byIdentifier("GLN", "4099990000028"))).isEmpty();
        String page = mvc.perform(post("/partners/import").param("text", text).param("secret:${File AS2/password}", "geheim").param("apply", "true").with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern("/partners/*")).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(page + "/file").with(operator())).andExpect(status().isOk()).andExpect(header().string("Content-Disposition", containsString("File-Works.yaml")))
                .andExpect(content().string(containsString("name: File Works"))).andExpect(content().string(not(containsString("geheim"))));
        mvc.perform(post("/partners/import").param("text", text).with(operator()).with(csrf())).andExpect(content().string(containsString("Nothing differs")));
        mvc.perform(post("/partners/import").param("text", text.replace("4099990000028", "4099990000029")).with(operator()).with(csrf()))
                .andExpect(content().string(containsString("import-problems"))).andExpect(content().string(containsString("check digit")));
        mvc.perform(post("/partners/import").param("text", "- nothing").with(operator()).with(csrf())).andExpect(content().string(containsString("id=\"text-error\"")));
        mvc.perform(get("/partners/import").with(as(trade.supplier, Role.ORGANISATION_ADMIN))).andExpect(status().isForbidden());
    }

    @Test
    void byTheApiAFileGoesOutAndComesIn() throws Exception {
        String body = JsonMapper.shared().writeValueAsString(Map.of("file", FILE.formatted("4099990000035"), "secrets", Map.of("${File AS2/password}", "geheim")));
        mvc.perform(json(post("/api/v1/partner-imports").param("preview", "true"), body)).andExpect(status().isOk()).andExpect(jsonPath("$.applied").value(false))
                .andExpect(jsonPath("$.differences.length()").value(2));
        mvc.perform(json(post("/api/v1/partner-imports"), body)).andExpect(status().isOk()).andExpect(jsonPath("$.applied").value(true));
        mvc.perform(json(post("/api/v1/partner-imports"), body)).andExpect(status().isOk()).andExpect(jsonPath("$.differences.length()").value(0));
        var made = Tenancy.call(Actor.hub(), () -> organisations.byIdentifier("GLN", "4099990000035")).orElseThrow();
        mvc.perform(json(get("/api/v1/partners/" + made.id() + "/file"), "")).andExpect(jsonPath("$.format").value("tradelane-partner/1"))
                .andExpect(jsonPath("$.channels[0].secrets.password").value("${File AS2/password}"));
        mvc.perform(json(get("/api/v1/partners/" + made.id() + "/file").param("format", "yaml"), "")).andExpect(content().string(containsString("format: tradelane-partner/1")));
        mvc.perform(json(post("/api/v1/partner-imports"), "{\"file\":\"{\\\"partner\\\":{\\\"nmae\\\":1}}\"}")).andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/partner/nmae"));
        String operates = Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "Partners only", Set.of("partner:write"))).key();
        mvc.perform(post("/api/v1/partner-imports").header("Authorization", "Bearer " + operates).contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isForbidden());
    }

    @Test
    void thePublishedSchemaNamesAllThatAFileHas() throws Exception {
        JsonNode schema = JsonMapper.shared().readTree(Path.of("src/main/resources/static/assets/partner-1.schema.json").toFile());
        assertThat(names(schema)).isEqualTo(components(PartnerFile.class));
        Map.of("profile", PartnerFile.Profile.class, "contact", PartnerFile.Person.class, "counterparty", PartnerFile.Counterparty.class,
                "certificate", PartnerFile.OwnCertificate.class, "channel", PartnerFile.OwnChannel.class, "agreement", PartnerFile.AgreementEntry.class,
                "version", PartnerFile.Version.class, "sending", AgreementTerms.Sending.class, "receiving", AgreementTerms.Receiving.class,
                "reading", PartnerFile.Reading.class).forEach((name, type) -> assertThat(names(schema.path("$defs").path(name))).as(name).isEqualTo(components(type)));
        mvc.perform(get("/assets/partner-1.schema.json")).andExpect(status().isOk());
    }

    private static Set<String> names(JsonNode schema) {
        return Set.copyOf(schema.path("properties").propertyNames());
    }

    private static Set<String> components(Class<?> type) {
        return Set.copyOf(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "Automation", Set.of("read", "operate"))).key();
        return request.header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
