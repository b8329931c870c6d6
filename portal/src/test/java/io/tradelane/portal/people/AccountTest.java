package io.tradelane.portal.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.portal.Authenticator;
import io.tradelane.portal.Browser;
import io.tradelane.portal.Letters;
import io.tradelane.portal.PortalTest;
import io.tradelane.portal.SampleTrade;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.AccessPolicies;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own account, through the port as a browser does: second factor, forgotten password, sessions. */
class AccountTest extends PortalTest {
    @Autowired
    private Users users;

    @Autowired
    private AccessPolicies policies;

    @Autowired
    private Notices notices;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    private String email;
    private Browser browser;

    @BeforeEach
    void somebodySignsIn() throws Exception {
        jdbc.sql("delete from sign_in_throttle").update();
        email = "account-" + Ids.next() + "@example.com";
        Tenancy.run(Actor.hub(), () -> users.create(email, "Mia Berg", Locale.ENGLISH, String.valueOf(passwords.encode(SampleTrade.PASSWORD)),
                List.of(new User.Membership(trade.otherBuyer, Role.BUYER_WAREHOUSE))));
        browser = signIn(SampleTrade.PASSWORD);
    }

    @Test
    void aSecondFactorIsAskedForOnceItIsSetUp() throws Exception {
        String secret = secret(browser.get("/account/second-factor").body());
        assertThat(browser.post("/account/second-factor", "/account/second-factor", Map.of("code", "000000")).statusCode()).isEqualTo(422);
        String first = Authenticator.code(secret, 0);
        String shown = browser.post("/account/second-factor", "/account/second-factor", Map.of("code", first)).body();
        List<String> codes = Pattern.compile("<code[^>]*>([a-z0-9]{5}-[a-z0-9]{5})</code>").matcher(shown).results().map(found -> found.group(1)).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(hub(() -> jdbc.sql("select secret_enc from second_factor f join app_user u on u.id = f.user_id where u.email = :email").param("email", email).query(String.class).single()))
                .startsWith("v").doesNotContain(secret);

        Browser next = signIn(SampleTrade.PASSWORD);
        assertThat(next.get("/orders").headers().firstValue("Location")).as("the password alone opens nothing").hasValue("/sign-in/code");
        assertThat(next.post("/sign-in/code", "/sign-in/code", Map.of("code", first)).statusCode()).as("a code works once").isEqualTo(422);
        String before = next.cookie("tradelane");
        assertThat(next.post("/sign-in/code", "/sign-in/code", Map.of("code", Authenticator.code(secret, 1))).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/orders"));
        assertThat(next.cookie("tradelane")).as("the session has a new id").isNotEqualTo(before);
        assertThat(next.get("/orders").statusCode()).isEqualTo(200);

        Browser third = signIn(SampleTrade.PASSWORD);
        assertThat(third.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst())).statusCode()).isEqualTo(302);
        assertThat(third.get("/account").body()).contains("9 backup codes are left");
        Browser fourth = signIn(SampleTrade.PASSWORD);
        assertThat(fourth.post("/sign-in/code", "/sign-in/code", Map.of("code", codes.getFirst())).statusCode()).as("a backup code works once").isEqualTo(422);
    }

    @Test
    void wrongCodesMakeGuessersWait() throws Exception {
        String secret = secret(browser.get("/account/second-factor").body());
        browser.post("/account/second-factor", "/account/second-factor", Map.of("code", Authenticator.code(secret, 0)));
        Browser guesser = signIn(SampleTrade.PASSWORD);
        for (int i = 0; i < 10; i++) {
            guesser.post("/sign-in/code", "/sign-in/code", Map.of("code", "12345" + i));
        }
        assertThat(guesser.post("/sign-in/code", "/sign-in/code", Map.of("code", Authenticator.code(secret, 1))).body()).contains("Too many tries");
    }

    @Test
    void aCompanyAsksForASecondFactorByRole() throws Exception {
        Tenancy.run(Actor.hub(), () -> policies.set(trade.otherBuyer, Set.of(Role.BUYER_WAREHOUSE)));
        try {
            Browser next = signIn(SampleTrade.PASSWORD);
            assertThat(next.get("/orders").headers().firstValue("Location")).hasValue("/sign-in/second-factor");
            String secret = secret(next.get("/sign-in/second-factor").body());
            assertThat(next.post("/sign-in/second-factor", "/sign-in/second-factor", Map.of("code", Authenticator.code(secret, 0))).body()).contains("backup codes");
            assertThat(next.get("/orders").statusCode()).isEqualTo(200);
        } finally {
            Tenancy.run(Actor.hub(), () -> policies.set(trade.otherBuyer, Set.of()));
        }
    }

    @Test
    void aForgottenPasswordIsChosenAnewByAMailedLinkOnce() throws Exception {
        Browser guest = new Browser(port);
        String known = guest.post("/password", "/password", Map.of("email", email)).body();
        String unknown = guest.post("/password", "/password", Map.of("email", "nobody-" + Ids.next() + "@example.com")).body();
        assertThat(known.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")).isEqualTo(unknown.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""));
        String path = Letters.linkOnceThere(notices, email);
        assertThat(guest.post(path, path, Map.of("password", "password1234")).statusCode()).isEqualTo(422);
        assertThat(guest.post(path, path, Map.of("password", "nine purple lanterns")).headers().firstValue("Location")).hasValue("/sign-in?reset");
        assertThat(guest.get(path).statusCode()).as("the link holds once").isEqualTo(404);
        assertThat(browser.get("/orders").statusCode()).as("the sessions before have ended").isEqualTo(302);
        assertThat(signIn(SampleTrade.PASSWORD).get("/orders").statusCode()).isEqualTo(302);
        assertThat(signIn("nine purple lanterns").get("/orders").statusCode()).isEqualTo(200);
        assertThat(Letters.latest(notices, email)).contains("was changed");
    }

    @Test
    void anOldLinkHoldsNoLonger() throws Exception {
        Browser guest = new Browser(port);
        guest.post("/password", "/password", Map.of("email", email));
        String path = Letters.linkOnceThere(notices, email);
        assertThat(hub(() -> jdbc.sql("update password_reset set expires_at = now() - interval '1 second' where user_id = (select id from app_user where email = :email)").param("email", email).update())).isEqualTo(1);
        assertThat(guest.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aChangedPasswordEndsAllOtherSessions() throws Exception {
        Browser other = signIn(SampleTrade.PASSWORD);
        assertThat(browser.post("/account/password", "/account", Map.of("current", "wrong", "password", "nine purple lanterns")).statusCode()).isEqualTo(422);
        assertThat(browser.post("/account/password", "/account", Map.of("current", SampleTrade.PASSWORD, "password", "nine purple lanterns")).statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void whoGuessesThePasswordAtAnOpenScreenHasToWait() throws Exception {
        for (int guess = 0; guess < 11; guess++) {
            assertThat(browser.post("/account/password", "/account", Map.of("current", "guess" + guess, "password", "nine purple lanterns")).statusCode()).isEqualTo(422);
        }
        assertThat(browser.post("/account/password", "/account", Map.of("current", SampleTrade.PASSWORD, "password", "nine purple lanterns")).statusCode()).isEqualTo(422);
    }

    @Test
    void endsOneSessionOrAllOthers() throws Exception {
        Browser second = signIn(SampleTrade.PASSWORD);
        Browser third = signIn(SampleTrade.PASSWORD);
        String handle = browser.get("/account").body().replaceAll("(?s).*?name=\"session\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(browser.post("/account/sessions/removal", "/account", Map.of("session", handle)).statusCode()).isEqualTo(302);
        assertThat(List.of(second.get("/account").statusCode(), third.get("/account").statusCode())).containsExactlyInAnyOrder(200, 302);
        browser.post("/account/sessions/removal-of-others", "/account", Map.of());
        assertThat(List.of(second.get("/account").statusCode(), third.get("/account").statusCode())).containsOnly(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        Browser stranger = new Browser(port);
        stranger.signIn("buyer@example.com", SampleTrade.PASSWORD);
        assertThat(stranger.post("/account/sessions/removal", "/account", Map.of("session", handle)).statusCode()).isEqualTo(404);
    }

    private Browser signIn(String password) throws Exception {
        Browser next = new Browser(port);
        next.get("/orders");
        next.signIn(email, password);
        return next;
    }

    /** In a transaction, without which nobody sees a row. */
    private <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), () -> transactions.execute(status -> work.get()));
    }

    private static String secret(String page) {
        Matcher secret = Pattern.compile("data-testid=\"secret\"[^>]*>([A-Z2-7 ]+)<").matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(page).contains("data-testid=\"qr\"").contains(" d=\"M4 4h1v1h-1z");
        return secret.group(1);
    }
}
