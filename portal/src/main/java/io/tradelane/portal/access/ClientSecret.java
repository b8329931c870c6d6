package io.tradelane.portal.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The two halves of a key, as a client shows them to the token endpoint (RFC 6749, section 2.3.1). */
record ClientSecret(String id, String secret) {

    /** By Basic, else by the form; empty when neither is whole. */
    static Optional<ClientSecret> of(@Nullable String authorization, MultiValueMap<String, String> form) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return basic(authorization.substring(6).strip());
        }
        String id = form.getFirst("client_id");
        String secret = form.getFirst("client_secret");
        return id == null || secret == null || authorization != null ? Optional.empty() : Optional.of(new ClientSecret(id, secret));
    }

    String key() {
        return id + "_" + secret;
    }

    private static Optional<ClientSecret> basic(String pair) {
        try {
            String[] halves = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8).split(":", 2);
            return halves.length < 2 ? Optional.empty() : Optional.of(new ClientSecret(decoded(halves[0]), decoded(halves[1])));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String half) {
        return URLDecoder.decode(half, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientSecret[" + id + "]";
    }
}
