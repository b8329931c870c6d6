package io.tradelane.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operator's desk is made of, on every screen. */
@ExtendWith(DemoHub.Shared.class)
class OperatorBrowserTest {
    private static final List<String> PAGES = List.of(
            "/", "/documents?q=PO-BL-2001", "/documents/life?key=PO-BL-2001", "/radar", "/radar/terms", "/alerts", "/alerts/new",
            "/incidents", "/incidents/senders", "/corrections", "/corrections/rules", "/replays", "/replays/new?q=PO-BL-2001", "/retention",
            "/partners", "/partners/import", "/certificates", "/connections", "/onboardings", "/onboardings/new");
    private static final List<String> OF_A_PARTNER = List.of("", "/traffic", "/control-numbers");
    private static final int PHONE = 390;
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
    void everyPageOfTheOperatorIsFitForEveryWidthAndInChineseForAPhone() {
        SoftAssertions softly = new SoftAssertions();
        try (Desk operator = Desk.signIn(browser, hub, "operator@operator.example")) {
            List<String> pages = new ArrayList<>(PAGES);
            operator.page.navigate("/partners");
            String partner = operator.page.locator("main a[href^='/partners/'][href*='-']").first().getAttribute("href");
            OF_A_PARTNER.forEach(below -> pages.add(partner + below));
            pages.forEach(page -> softly.check(() -> operator.inspect(open(operator, page, partner))));
            operator.page.navigate("/");
            operator.at("language").click();
            operator.page.locator("html[lang^=zh]").waitFor();
            pages.forEach(page -> softly.check(() -> operator.inspect(open(operator, page, partner) + "-zh", PHONE)));
            softly.check(operator::isQuiet);
        }
        softly.assertAll();
    }

    /** @return a name for its pictures */
    private static String open(Desk operator, String page, String partner) {
        var answer = operator.page.navigate(page);
        if (answer.status() != 200) {
            throw new AssertionError(page + " answers " + answer.status());
        }
        return "operator" + page.replace(partner, "/partner").replaceAll("[?].*", "").replace('/', '-');
    }
}
