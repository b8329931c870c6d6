package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.CertificateText;
import io.tradelane.trading.partner.NewApiKey;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class TokenEndpointTest extends PortalTest {
    @Autowired private ApiClients clients;

    @Test
    void aKeyGetsATokenForSomeOfWhatItMay() throws Exception {
        String[] key = halves(key(Set.of("read"), null));
        String answer = mvc.perform(token().param("scope", "order:read").with(httpBasic(key[0], key[1]))).andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store")).andExpect(jsonPath("$.token_type").value("Bearer"))
                .andExpect(jsonPath("$.expires_in").value(600)).andExpect(jsonPath("$.scope").value("order:read")).andReturn().getResponse().getContentAsString();
        String token = JsonPath.read(answer, "$.access_token");
        mvc.perform(get("/api/v1/purchase-orders").header("Authorization", "Bearer " + token)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/invoices").header("Authorization", "Bearer " + token)).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/oauth/revocation").contentType("application/x-www-form-urlencoded").param("token", token).param("client_id", key[0]).param("client_secret", key[1])).andExpect(status().isOk());
        mvc.perform(get("/api/v1/purchase-orders").header("Authorization", "Bearer " + token)).andExpect(status().isUnauthorized());
    }

    @Test
    void withoutAScopeATokenHasAllOfTheKey() throws Exception {
        String[] key = halves(key(Set.of("interchange:write", "order:read"), null));
        mvc.perform(token().param("client_id", key[0]).param("client_secret", key[1])).andExpect(status().isOk())
                .andExpect(jsonPath("$.scope").value("interchange:write order:read"));
    }

    @Test
    void whatIsWrongIsSaidAsTheStandardSays() throws Exception {
        String[] key = halves(key(Set.of("order:read"), null));
        RequestPostProcessor client = httpBasic(key[0], key[1]);
        mvc.perform(token().param("scope", "invoice:read").with(client)).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error").value("invalid_scope"));
        mvc.perform(token().param("scope", "nonsense").with(client)).andExpect(status().isBadRequest()).andExpect(jsonPath("$.error").value("invalid_scope"));
        mvc.perform(token().with(httpBasic(key[0], "wrong"))).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.error").value("invalid_client"))
                .andExpect(header().exists("WWW-Authenticate"));
        mvc.perform(token()).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/oauth/token").contentType("application/x-www-form-urlencoded").param("grant_type", "password").with(client)).andExpect(jsonPath("$.error").value("unsupported_grant_type"));
        mvc.perform(post("/api/v1/oauth/token").contentType("application/x-www-form-urlencoded").with(client)).andExpect(jsonPath("$.error").value("invalid_request"));
        mvc.perform(token().param("scope", "order:read", "order:read").with(client)).andExpect(jsonPath("$.error").value("invalid_request"));
    }

    @Test
    void aCertificateStandsForItsKeyAndBindsTheToken() throws Exception {
        X509Certificate certificate = certificate("client");
        key(Set.of("order:read"), CertificateText.fingerprint(certificate));
        RequestPostProcessor tls = over(certificate);
        mvc.perform(get("/api/v1/purchase-orders").with(tls)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/purchase-orders").with(over(certificate("stranger")))).andExpect(status().isUnauthorized());
        String answer = mvc.perform(token().param("client_id", "any").with(tls)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        String bearer = "Bearer " + JsonPath.read(answer, "$.access_token");
        mvc.perform(get("/api/v1/purchase-orders").header("Authorization", bearer).with(tls)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/purchase-orders").header("Authorization", bearer)).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/purchase-orders").header("Authorization", bearer).with(over(certificate("stranger")))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/purchase-orders").header("X-Client-Cert", "forged")).andExpect(status().isUnauthorized());
    }

    private static MockHttpServletRequestBuilder token() {
        return post("/api/v1/oauth/token").param("grant_type", "client_credentials").contentType("application/x-www-form-urlencoded");
    }

    private static RequestPostProcessor over(X509Certificate certificate) {
        return request -> {
            request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate});
            return request;
        };
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream pem = TokenEndpointTest.class.getResourceAsStream(name + ".pem")) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private String key(Set<String> scopes, String certificate) {
        return Tenancy.call(Actor.hub(), () -> {
            clients.list(trade.buyer).stream().filter(key -> key.certificateFingerprint() != null).forEach(key -> clients.disable(key.id()));
            return clients.create(new NewApiKey(trade.buyer, "test", scopes, null, certificate)).key();
        });
    }

    private static String[] halves(String key) {
        int cut = key.indexOf('_', 3);
        assertThat(cut).isPositive();
        return new String[] {key.substring(0, cut), key.substring(cut + 1)};
    }
}
