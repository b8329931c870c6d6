package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.portal.Browser;
import io.tradelane.portal.PortalTest;
import io.tradelane.portal.SampleTrade;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in and out through the port, as a browser does. */
class SignInTest extends PortalTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @Test
    void opensTheRightPageAfterSignIn() throws Exception {
        HttpResponse<String> asked = browser.get("/orders?tab=late");
        assertThat(asked.headers().firstValue("Location")).hasValueSatisfying(address -> assertThat(address).endsWith("/sign-in"));
        HttpResponse<String> answer = browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(address -> assertThat(address).contains("/orders?tab=late"));
        assertThat(browser.get("/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSessionANewIdAndKeepsItInTheDatabase() throws Exception {
        browser.get("/sign-in");
        String before = browser.cookie("tradelane");
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        assertThat(browser.cookie("tradelane")).isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'buyer@example.com'").query(Long.class).single()).isPositive();
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAccount() throws Exception {
        assertThat(browser.signIn("buyer@example.com", "wrong").headers().firstValue("Location")).hasValue("/sign-in?wrong");
        assertThat(browser.signIn("nobody@example.com", "wrong").headers().firstValue("Location")).hasValue("/sign-in?wrong");
    }

    @Test
    void makesGuessersWaitEvenWithTheRightPassword() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(browser.signIn("supplier@example.com", "guess " + i).headers().firstValue("Location")).hasValue("/sign-in?wrong");
        }
        assertThat(browser.signIn("supplier@example.com", SampleTrade.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/sign-in?wait="));
        assertThat(new Browser(port).signIn("buyer@example.com", SampleTrade.PASSWORD).headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void endsTheSessionAtSignOut() throws Exception {
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        assertThat(browser.post("/sign-out", "/orders", Map.of()).headers().firstValue("Location")).hasValue("/sign-in?signed-out");
        assertThat(browser.get("/orders").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        assertThat(browser.postWithoutToken("/preferences/theme", Map.of("to", "dark")).statusCode()).isEqualTo(403);
    }

    @Test
    void thePersonsOwnLanguageWinsOverTheBrowsers() throws Exception {
        assertThat(browser.get("/sign-in").body()).contains("lang=\"en\"");
        browser.signIn("chinese@example.com", SampleTrade.PASSWORD);
        assertThat(browser.get("/orders").body()).contains("lang=\"zh-CN\"");
        browser.post("/preferences/language", "/orders", Map.of("to", "en"));
        assertThat(browser.get("/orders").body()).contains("lang=\"en\"");
        Browser another = new Browser(port);
        another.signIn("chinese@example.com", SampleTrade.PASSWORD);
        assertThat(another.get("/orders").body()).as("what she chose goes with her").contains("lang=\"en\"");
    }

    @Test
    void switchesTheLanguageInOneClick() throws Exception {
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        browser.post("/preferences/language", "/orders", Map.of("to", "zh-CN", "back", "/orders"));
        assertThat(browser.get("/orders").body()).contains("lang=\"zh-CN\"").contains("贸道");
        assertThat(browser.post("/preferences/language", "/orders", Map.of("to", "en", "back", "//evil.example")).headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void lookingForTheOtherCompanyTakesOneClick() throws Exception {
        browser.signIn("both@example.com", SampleTrade.PASSWORD);
        assertThat(browser.get("/").headers().firstValue("Location")).hasValue("/buyer");
        assertThat(browser.get("/buyer").body()).contains("Huaxing Components");
        assertThat(browser.get("/supplier").statusCode()).as("the other side's home").isEqualTo(404);
        browser.post("/preferences/organisation", "/buyer", Map.of("to", trade.supplier.toString()));
        assertThat(browser.get("/orders/" + trade.issuedOrder + "/response").statusCode()).isEqualTo(200);
        browser.post("/preferences/organisation", "/supplier", Map.of("to", trade.otherBuyer.toString()));
        assertThat(browser.get("/supplier").body()).as("a company she does not belong to").contains("Ningbo Haina");
    }

    @Test
    void sendsTheHeadersThatBrowsersEnforce() throws Exception {
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        var headers = browser.get("/orders").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(PortalSecurity.CONTENT_SECURITY_POLICY);
        assertThat(PortalSecurity.CONTENT_SECURITY_POLICY).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(browser.setCookie("tradelane")).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void letsBrowsersKeepAssetsForAYear() throws Exception {
        String page = browser.get("/sign-in").body();
        String address = page.replaceAll("(?s).*href=\"(/assets/hub-[0-9a-f]+\\.css)\".*", "$1");
        HttpResponse<String> asset = browser.get(address);
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000").contains("immutable"));
    }

    @Test
    void showsAReferenceOnEveryErrorPage() throws Exception {
        browser.signIn("buyer@example.com", SampleTrade.PASSWORD);
        HttpResponse<String> page = browser.get("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains(page.headers().firstValue("X-Reference-Id").orElseThrow());
    }
}
