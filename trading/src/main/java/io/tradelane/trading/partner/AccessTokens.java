package io.tradelane.trading.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens that the hub makes and reads itself: JWT as in RFC 9068, HMAC-SHA256 under a key that every process of an installation
 * derives. One algorithm is accepted, and a key only by an id that is known here. A token that was asked for over a connection with a
 * client certificate is worth something with that certificate only (RFC 8705, section 3).
 */
@Component
class AccessTokens {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ISSUER = "tradelane";
    private static final String AUDIENCE = "tradelane:api";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int LONGEST = 4096;

    private final Map<String, byte[]> keys;
    private final Clock clock;

    AccessTokens(SecretBox box, Clock clock) {
        this.keys = box.derive("access-tokens");
        this.clock = clock;
    }

    /** @param keyId of the client @param fingerprint of the certificate that is needed with it; null: none */
    record Claims(UUID jti, String keyId, Set<String> scopes, @Nullable String fingerprint, Instant expiresAt) {}

    String make(String keyId, Set<String> scopes, @Nullable String fingerprint) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE).subject(keyId).claim("client_id", keyId)
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("scope", String.join(" ", scopes));
        if (fingerprint != null) {
            claims.claim("cnf", Map.of("x5t#S256", base64(fingerprint)));
        }
        var current = keys.entrySet().iterator().next();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(current.getKey()).build(), claims.build());
        try {
            token.sign(new MACSigner(current.getValue()));
        } catch (JOSEException broken) {
            throw new IllegalStateException("An access token cannot be signed", broken);
        }
        return token.serialize();
    }

    /** Empty unless the token was made here, is of its time, and comes with the certificate that it names. */
    Optional<Claims> read(String text, @Nullable String presented) {
        if (text.length() > LONGEST || text.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            byte[] key = header.getKeyID() == null ? null : keys.get(header.getKeyID());
            if (key == null || !JWSAlgorithm.HS256.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())
                    || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            return claims(token.getJWTClaimsSet()).filter(claims -> claims.fingerprint == null || claims.fingerprint.equals(presented));
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Claims> claims(JWTClaimsSet set) throws ParseException {
        Instant now = clock.instant();
        Date from = set.getIssueTime();
        Date until = set.getExpirationTime();
        if (!ISSUER.equals(set.getIssuer()) || !set.getAudience().equals(List.of(AUDIENCE)) || set.getSubject() == null || set.getJWTID() == null
                || from == null || until == null || from.toInstant().isAfter(now.plusSeconds(5)) || !until.toInstant().isAfter(now)
                || set.getNotBeforeTime() != null && set.getNotBeforeTime().toInstant().isAfter(now)) {
            return Optional.empty();
        }
        Map<String, Object> bound = set.getJSONObjectClaim("cnf");
        String thumbprint = bound == null ? null : String.valueOf(bound.get("x5t#S256"));
        return Optional.of(new Claims(UUID.fromString(set.getJWTID()), set.getSubject(), Set.of(set.getStringClaim("scope").split(" ")),
                thumbprint == null ? null : HexFormat.of().formatHex(Base64.getUrlDecoder().decode(thumbprint)), until.toInstant()));
    }

    private static String base64(String fingerprint) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(fingerprint));
    }
}
