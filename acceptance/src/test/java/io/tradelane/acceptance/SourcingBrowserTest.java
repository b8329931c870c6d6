package io.tradelane.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A buyer asks two suppliers, they bargain, and the order stands: all by hand. */
@ExtendWith(DemoHub.Shared.class)
class SourcingBrowserTest {
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
    void aRequestIsQuotedBargainedAndAwardedByHand() {
        try (Desk buyer = Desk.signIn(browser, hub, "buyer@brightline.example");
                Desk beichen = Desk.signIn(browser, hub, "sales@beichen.example");
                Desk jingong = Desk.signIn(browser, hub, "sales@jingong.example")) {
            buyer.page.navigate("/rfqs");
            buyer.at("new-rfq").click();
            buyer.at("supplier-Tianjin Beichen Bearings").check();
            buyer.at("supplier-Wuxi Jingong Moulds").check();
            buyer.page.locator("#quick").fill("BL-7001 400\nBL-7002 200");
            buyer.at("quick-add").click();
            assertThat(buyer.at("quantity-1")).hasValue("200");
            buyer.inspect("rfq-form");
            buyer.at("save-publish").click();
            assertThat(buyer.at("state")).containsText("Open");
            String address = buyer.page.url();

            quote(beichen, address, "4.80", "5.60");
            quote(jingong, address, "5.10", "5.20");
            jingong.page.navigate(address);
            jingong.inspect("rfq-supplier");
            buyer.page.reload();
            assertThat(buyer.at("comparison")).containsText("4.80");
            buyer.inspect("rfq-compared");

            buyer.at("invitee-Wuxi Jingong Moulds").locator("a[href^='/quotes/']").click();
            buyer.at("counter").click();
            buyer.at("price-1").fill("4.70");
            buyer.inspect("quote-counter");
            buyer.at("send-offer").click();
            assertThat(buyer.at("version-2")).isVisible();
            buyer.inspect("quote");
            jingong.page.navigate(buyer.page.url());
            jingong.at("accept").click();
            assertThat(jingong.at("state")).containsText(Pattern.compile("Accepted|已接受"));

            buyer.page.navigate(address);
            buyer.at("close").click();
            assertThat(buyer.at("state")).containsText("To be awarded");
            buyer.at("award").click();
            buyer.at("language").click();
            assertThat(buyer.page.locator("html")).hasAttribute("lang", Pattern.compile("zh.*"));
            buyer.inspect("rfq-award-zh");
            buyer.at("language").click();
            buyer.at("award-confirm").click();
            assertThat(buyer.at("awards")).containsText("PO-");
            buyer.inspect("rfq-awarded");
            buyer.page.navigate("/rfqs");
            buyer.inspect("rfqs");
            buyer.at("language").click();
            buyer.inspect("rfqs-zh");
            buyer.at("language").click();
            buyer.isQuiet();
            jingong.isQuiet();
        }
    }

    private static void quote(Desk supplier, String address, String first, String second) {
        supplier.page.navigate(address);
        supplier.at("quote").click();
        supplier.at("price-1").fill(first);
        supplier.at("price-2").fill(second);
        supplier.inspect("quote-form");
        supplier.at("send-offer").click();
        assertThat(supplier.at("my-quote")).isVisible();
    }
}
