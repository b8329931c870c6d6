package io.tradelane.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.SelectOption;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company is invited, sets itself up, tries and goes live: the operator at a desk in English, the partner at a telephone in Chinese. */
@ExtendWith(DemoHub.Shared.class)
class OnboardingBrowserTest {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final String PASSWORD = "a long enough word";
    private static DemoHub hub;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open(DemoHub demo) {
        hub = demo;
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aCompanyIsInvitedSetsItselfUpTriesAndGoesLive() throws Exception {
        String gln = NewPartner.gln();
        String email = "lin" + gln + "@nanhai.example";
        try (Desk operator = Desk.signIn(browser, hub, "operator@operator.example"); Desk partner = new Desk(browser, hub)) {
            String link = invite(operator, email);
            String id = operator.page.url().replaceAll(".*/", "");

            partner.page.navigate(link);
            partner.inspect("onboarding-invitation-zh", PHONE);
            partner.page.locator("#name").fill("林海");
            partner.page.locator("#password").fill(PASSWORD);
            partner.at("accept").click();
            partner.page.locator("#email").fill(email);
            partner.page.locator("#password").fill(PASSWORD);
            partner.page.locator("[data-testid=sign-in] button").click();
            assertThat(partner.at("step-profile")).isVisible();
            assertThat(partner.page.locator("html")).hasAttribute("lang", java.util.regex.Pattern.compile("zh.*"));
            setUp(partner, gln);

            partner.at("make-key").click();
            NewPartner system = new NewPartner(hub, id, partner.at("made-key").textContent().strip());
            partner.at("begin-order").click();
            Awaitility.await().atMost(TradelaneProcess.PATIENCE).until(() -> !system.open().contains("ORDER DELIVERED"));
            system.send("ORDER_RESPONSE");
            system.send("DESPATCH_ADVICE");
            system.awaitCertified();
            partner.page.reload();
            assertThat(partner.page.locator("[data-testid=check][data-green=true]")).hasCount(8);
            assertThat(partner.page.locator("[data-testid=check][data-green=false]")).hasCount(0);
            assertThat(partner.at("interchanges")).containsText("UNT");
            partner.inspect("onboarding-certified-zh", PHONE);

            operator.page.reload();
            operator.inspect("onboarding-certified", DESK);
            operator.page.locator("[data-testid=live-form] button").click();
            assertThat(operator.at("is-live")).isVisible();
            assertThat(operator.at("state")).hasText("Live");
            operator.isQuiet();
            partner.isQuiet();
        }
    }

    /** @return the link */
    private static String invite(Desk operator, String email) {
        operator.page.navigate("/onboardings");
        operator.at("invite").click();
        operator.page.locator("#name").fill("Nanhai Valves");
        operator.page.locator("#kind").selectOption("supplier");
        operator.page.locator("#email").fill(email);
        operator.page.locator("#language").selectOption("zh");
        operator.page.locator("#currency").fill("EUR");
        operator.page.locator("#counterparty").selectOption(new SelectOption().setLabel("Brightline Retail GmbH"));
        operator.at("save").click();
        assertThat(operator.at("link")).containsText("No mail channel");
        operator.inspect("onboarding-invited", DESK);
        return operator.at("link").locator("a").getAttribute("href");
    }

    private static void setUp(Desk partner, String gln) {
        partner.page.locator("#GLN").fill("4012345000017");
        partner.at("save").click();
        assertThat(partner.page.locator("#GLN-error")).isVisible();
        partner.complaints.clear(); // of the answer 422, which the page is
        partner.page.locator("#GLN").fill(gln);
        partner.inspect("onboarding-profile-zh", PHONE);
        partner.at("save").click();
        partner.page.locator("#ORDER").selectOption("gets");
        partner.page.locator("[name=ORDER-format]").selectOption("JSON");
        partner.page.locator("#ORDER_RESPONSE").selectOption("sends");
        partner.page.locator("#DESPATCH_ADVICE").selectOption("sends");
        partner.page.locator("#RECEIPT_ADVICE").selectOption("gets");
        partner.page.locator("[name=RECEIPT_ADVICE-format]").selectOption("JSON");
        partner.inspect("onboarding-documents-zh", PHONE);
        partner.at("save").click();
        partner.inspect("onboarding-channel-zh", PHONE);
        partner.page.locator("#door").selectOption("http");
        partner.at("choose-door").click();
        partner.inspect("onboarding-http-zh", PHONE);
        partner.at("save").click();
        partner.inspect("onboarding-certificates-zh", PHONE);
        partner.at("skip").click();
        partner.inspect("onboarding-review-zh", PHONE);
        partner.at("save").click();
        assertThat(partner.at("checklist")).isVisible();
    }
}
