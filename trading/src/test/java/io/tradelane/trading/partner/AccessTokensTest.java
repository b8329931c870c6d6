package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String CERTIFICATE = "ab".repeat(32);
    private final SecretBox box = SecretBox.withKeys(SecretBox.newKey("k1"));
    private final AccessTokens tokens = at(NOW);

    @Test
    void aTokenSaysWhoseItIsAndWhatForAndNoLongerThanAQuarterOfAnHour() {
        String token = tokens.make("client", Set.of("order:read"), null);
        assertThat(tokens.read(token, null)).hasValueSatisfying(claims -> {
            assertThat(claims.keyId()).isEqualTo("client");
            assertThat(claims.scopes()).containsExactly("order:read");
        });
        assertThat(AccessTokens.LIFETIME).isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(at(NOW.plus(AccessTokens.LIFETIME).minusSeconds(1)).read(token, null)).isPresent();
        assertThat(at(NOW.plus(AccessTokens.LIFETIME)).read(token, null)).isEmpty();
    }

    @Test
    void aTokenOfACertificateIsNothingWithoutItOrWithAnother() {
        String token = tokens.make("client", Set.of("order:read"), CERTIFICATE);
        assertThat(tokens.read(token, CERTIFICATE)).isPresent();
        assertThat(tokens.read(token, null)).isEmpty();
        assertThat(tokens.read(token, "cd".repeat(32))).isEmpty();
    }

    @Test
    void aTokenMadeUnderTheKeyBeforeIsStillRead() {
        String old = SecretBox.newKey("k0");
        String token = new AccessTokens(SecretBox.withKeys(old), Clock.fixed(NOW, ZoneOffset.UTC)).make("client", Set.of("order:read"), null);
        assertThat(new AccessTokens(SecretBox.withKeys(SecretBox.newKey("k1") + "," + old), Clock.fixed(NOW, ZoneOffset.UTC)).read(token, null)).isPresent();
        assertThat(tokens.read(token, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "tl_x_y", "eyJhbGciOiJIUzI1NiJ9..", "😀.😀.😀"})
    void nonsenseIsNoToken(String text) {
        assertThat(tokens.read(text, null)).isEmpty();
        assertThat(tokens.read("x".repeat(100_000) + "..", null)).isEmpty();
    }

    @Test
    void oneAlgorithmOneTypeAndKnownKeysOnly() throws Exception {
        JWTClaimsSet good = claims(builder -> builder);
        assertThat(tokens.read(signed(header("k1"), good), null)).isPresent();
        assertThat(tokens.read(new PlainJWT(good).serialize(), null)).as("alg none").isEmpty();
        assertThat(tokens.read(signed(new JWSHeader.Builder(JWSAlgorithm.HS384).type(new JOSEObjectType("at+jwt")).keyID("k1").build(), good, new byte[48]), null)).isEmpty();
        assertThat(tokens.read(signed(header("../../dev/null"), good), null)).as("unknown kid").isEmpty();
        assertThat(tokens.read(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(), good), null)).as("no kid").isEmpty();
        assertThat(tokens.read(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).keyID("k1").build(), good), null)).as("another type").isEmpty();
        var rsa = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).keyID("k1").build(), good);
        rsa.sign(new RSASSASigner(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
        assertThat(tokens.read(rsa.serialize(), null)).as("RS256").isEmpty();
        String whole = signed(header("k1"), good);
        assertThat(tokens.read(whole.substring(0, whole.length() - 4) + "AAAA", null)).as("another signature").isEmpty();
        assertThat(tokens.read(whole.substring(0, whole.lastIndexOf('.') + 1), null)).as("no signature").isEmpty();
    }

    @Test
    void everyClaimIsLookedAt() throws Exception {
        assertThat(read(b -> b.issuer("somebody"))).isFalse();
        assertThat(read(b -> b.issuer(null))).isFalse();
        assertThat(read(b -> b.audience("other:api"))).isFalse();
        assertThat(read(b -> b.audience(java.util.List.of("tradelane:api", "other:api")))).isFalse();
        assertThat(read(b -> b.expirationTime(null))).isFalse();
        assertThat(read(b -> b.expirationTime(Date.from(NOW.minusSeconds(1))))).isFalse();
        assertThat(read(b -> b.notBeforeTime(Date.from(NOW.plusSeconds(60))))).isFalse();
        assertThat(read(b -> b.issueTime(Date.from(NOW.plusSeconds(60))))).isFalse();
        assertThat(read(b -> b.jwtID(null))).isFalse();
        assertThat(read(b -> b.jwtID("1"))).isFalse();
        assertThat(read(b -> b.subject(null))).isFalse();
        assertThat(read(b -> b)).isTrue();
    }

    private boolean read(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return tokens.read(signed(header("k1"), claims(change)), null).isPresent();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder().issuer("tradelane").audience("tradelane:api").subject("client").jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(NOW)).expirationTime(Date.from(NOW.plusSeconds(60))).claim("scope", "order:read")).build();
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).keyID(keyId).build();
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        return signed(header, claims, box.derive("access-tokens").get("k1"));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, byte[] key) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private AccessTokens at(Instant now) {
        return new AccessTokens(box, Clock.fixed(now, ZoneOffset.UTC));
    }
}
