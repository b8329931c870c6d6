package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The certificate board, contacts and control numbers of partners. */
class CertificatePagesTest extends PortalTest {
    @Autowired
    private Certificates certificates;

    @Autowired
    private ApiClients clients;

    @TempDir
    Path folder;

    @Test
    void aPartnerConfirmsTheNextCertificateOnThePageOfItsLink() throws Exception {
        UUID old = Tenancy.call(Actor.hub(), () -> certificates.add(trade.otherBuyer, "board old", Use.SIGN_AND_ENCRYPT, pem("board-old", "-300d", "320"), null));
        mvc.perform(post("/certificates/" + old + "/successor").param("alias", "board next").param("pem", pem("board-next", "-1d", "400")).with(operator()).with(csrf()));
        String listed = mvc.perform(json(get("/api/v1/certificates").param("organisation", trade.otherBuyer.toString()), "")).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        String next = JsonPath.<java.util.List<String>>read(listed, "$.items[?(@.alias=='board next')].id").getFirst();
        assertThat(JsonPath.<java.util.List<String>>read(listed, "$.items[?(@.alias=='board old')].successor")).containsExactly(next);
        var made = mvc.perform(post("/certificates/" + next + "/invitations").param("organisation", trade.otherBuyer.toString()).with(operator()).with(csrf())).andReturn();
        String link = String.valueOf(made.getFlashMap().get("link"));
        String path = link.substring(link.indexOf("/certificate-confirmations/"));
        mvc.perform(get("/certificates").with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("asked")))
                .andExpect(content().string(not(containsString(path))));
        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(containsString("board next"))).andExpect(content().string(containsString("confirmation-form")));
        mvc.perform(post(path).param("name", "Anna").with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(path)).andExpect(content().string(containsString("data-testid=\"confirmed\"")));
        mvc.perform(get("/certificates").with(operator())).andExpect(content().string(containsString("by link")));
        mvc.perform(get("/certificate-confirmations/guessed")).andExpect(status().isNotFound());
        mvc.perform(get("/certificates").with(as(trade.supplier, Role.ORGANISATION_ADMIN))).andExpect(content().string(not(containsString("board next"))));
        mvc.perform(post("/certificates/" + next + "/confirmations").param("organisation", trade.otherBuyer.toString()).with(as(trade.supplier, Role.ORGANISATION_ADMIN)).with(csrf()))
                .andExpect(status().isForbidden());
        String late = JsonMapper.shared().writeValueAsString(Map.of("alias", "too late", "pem", pem("too-late", "+300d", "400")));
        mvc.perform(json(post("/api/v1/certificates/" + old + "/successor"), late)).andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].code").value("gap"));
    }

    @Test
    void contactsAndIdentifiersAreKeptAsTheirKindWants() throws Exception {
        String page = "/partners/" + trade.otherBuyer;
        mvc.perform(post(page + "/contacts").param("role", "technical").param("name", "Edi Team").param("email", "edi@other.example").with(operator()).with(csrf()));
        mvc.perform(post(page + "/contacts").param("role", "technical").param("name", "Wrong").param("email", "no address").with(operator()).with(csrf()));
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("edi@other.example"))).andExpect(content().string(not(containsString("no address"))));
        String api = "/api/v1" + page;
        mvc.perform(json(get(api), "")).andExpect(jsonPath("$.contacts[0].name").value("Edi Team")).andExpect(jsonPath("$.identifiers[?(@.scheme=='GLN')].agency").value("9"));
        mvc.perform(json(post(api + "/identifiers"), "{\"scheme\":\"VAT\",\"value\":\"DE12345\"}")).andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].code").value("vat"));
        mvc.perform(json(post(api + "/identifiers"), "{\"scheme\":\"VAT\",\"value\":\"DE123456788\"}")).andExpect(status().isOk())
                .andExpect(jsonPath("$.identifiers[?(@.scheme=='VAT')].value").value("DE123456788"));
        mvc.perform(json(post(api + "/contacts"), "{\"role\":\"FINANCE\",\"name\":\"\"}")).andExpect(status().is(422));
        mvc.perform(get(page).with(buyer())).andExpect(content().string(not(containsString("edi@other.example"))));
    }

    @Test
    void theNextNumberIsSetByWhoSaysWhy() throws Exception {
        String page = "/partners/" + trade.supplier + "/control-numbers";
        mvc.perform(get(page).with(operator())).andExpect(status().isOk());
        String api = "/api/v1" + page;
        String set = "{\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"INTERCHANGE\",\"next\":500%s}";
        mvc.perform(json(put(api), set.formatted(trade.otherBuyer, trade.supplier, ""))).andExpect(status().is(422));
        mvc.perform(json(put(api), set.formatted(trade.otherBuyer, trade.supplier, ",\"reason\":\"their new system\""))).andExpect(status().isOk())
                .andExpect(jsonPath("$.sent[?(@.from=='" + trade.otherBuyer + "')].next").value(500));
        mvc.perform(post(page).param("from", trade.otherBuyer.toString()).param("to", trade.supplier.toString()).param("kind", "interchange").param("first", "1")
                .param("highest", "999999").param("next", "700").param("reason", "again").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("700")));
        mvc.perform(get(page).with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
        mvc.perform(json(post(api + "/" + UUID.randomUUID() + "/settlement"), "{\"reason\":\"x\"}")).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "Automation", Set.of("read", "operate"))).key();
        return request.header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    /** Made by the JDK's own tool. */
    private String pem(String alias, String start, String days) {
        String store = folder.resolve(alias + ".p12").toString();
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-startdate", start, "-validity", days,
                "-keystore", store, "-storepass", "changeit");
        return keytool("-exportcert", "-rfc", "-alias", alias, "-keystore", store, "-storepass", "changeit");
    }

    private static String keytool(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isZero();
            return output.contains("-----BEGIN") ? output.substring(output.indexOf("-----BEGIN")) : output;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
