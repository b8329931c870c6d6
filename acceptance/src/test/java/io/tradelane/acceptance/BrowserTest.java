package io.tradelane.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People of both companies at the portal of the running executable. */
@ExtendWith(DemoHub.Shared.class)
class BrowserTest {
    private static final String BUYER = "buyer@brightline.example";
    private static final String SUPPLIER = "sales@beichen.example";
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
    void theSupplierChangesALineAndTheBuyerAccepts() throws Exception {
        BrightlineOrder order = posted();
        try (Desk supplier = Desk.signIn(browser, hub, SUPPLIER); Desk buyer = Desk.signIn(browser, hub, BUYER)) {
            supplier.openOrder(order.number());
            supplier.at("answer").click();
            supplier.at("decision-change").check();
            supplier.at("quantity-2").fill("150");
            supplier.at("send-answer").click();
            assertThat(supplier.at("change")).isVisible();

            buyer.openOrder(order.number());
            assertThat(buyer.at("change")).containsText("150");
            buyer.inspect("order-change");
            buyer.at("accept-change").click();
            assertThat(buyer.at("change")).hasCount(0);
            assertThat(buyer.at("headline")).containsText("Confirmed");
            assertThat(buyer.at("line-2")).containsText("150");

            supplier.page.reload();
            supplier.at("despatch").click();
            supplier.inspect("despatch");
            supplier.isQuiet();
            buyer.isQuiet();
        }
    }

    @Test
    void aScheduleIsReadWeekByWeekOnAnyScreen() throws Exception {
        BrightlineOrder order = posted();
        BrightlineSchedule schedule = new BrightlineSchedule(order);
        for (String sent : new String[] {schedule.forecast(1, 100, 400), schedule.forecast(2, 120, 300), schedule.call(60)}) {
            hub.processed(hub.key("Brightline Retail GmbH"), HttpRequest.BodyPublishers.ofString(sent));
        }
        try (Desk supplier = Desk.signIn(browser, hub, SUPPLIER); Desk buyer = Desk.signIn(browser, hub, BUYER)) {
            supplier.page.navigate("/schedules?q=" + order.number());
            supplier.inspect("schedules");
            supplier.at("schedule-2").locator("a").click();
            assertThat(supplier.at("line-1")).containsText("−80");
            supplier.inspect("schedule");
            supplier.at("line-1").locator("a").first().click();
            assertThat(supplier.at("open")).hasText("90");
            assertThat(supplier.at("called")).hasCount(2);
            supplier.inspect("schedule-line");
            buyer.page.navigate(supplier.page.url());
            assertThat(buyer.at("open")).hasText("90");
            buyer.inspect("schedule-line-buyer");
            supplier.isQuiet();
        }
    }

    @Test
    void anOrderNumberFindsTheMessageAndItsSegments() throws Exception {
        BrightlineOrder order = posted();
        try (Desk buyer = Desk.signIn(browser, hub, BUYER)) {
            buyer.at("global-search").fill(order.number());
            buyer.at("global-search").press("Enter");
            buyer.page.getByTestId("document").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(order.number())).first().click();
            buyer.inspect("message");
            buyer.at("tab-tree").click();
            assertThat(buyer.at("tree")).containsText(order.number());
            assertThat(buyer.at("tree")).containsText("Document message name coded");
            buyer.inspect("message-tree");
            buyer.at("tab-segments").click();
            assertThat(buyer.at("raw")).containsText("BGM");
            assertThat(buyer.at("raw")).containsText(order.number());
            buyer.inspect("message-segments");
            buyer.isQuiet();
        }
    }

    @Test
    void theSignInPageAndTheOrdersAreFitForEveryWidth() {
        try (Desk nobody = new Desk(browser, hub); Desk buyer = Desk.signIn(browser, hub, BUYER)) {
            nobody.page.navigate("/sign-in");
            nobody.inspect("sign-in");
            nobody.isQuiet();
            buyer.page.navigate("/orders");
            buyer.inspect("orders");
            buyer.openOrder("PO-BL-2001");
            buyer.inspect("order");
            buyer.isQuiet();
        }
    }

    @Test
    void oneClickTurnsThePageChinese() {
        try (Desk buyer = Desk.signIn(browser, hub, BUYER)) {
            buyer.page.navigate("/orders");
            assertThat(buyer.page.locator("html")).hasAttribute("lang", "en");
            buyer.at("language").click();
            assertThat(buyer.page.locator("html")).hasAttribute("lang", java.util.regex.Pattern.compile("zh.*"));
            assertThat(buyer.page.locator("h1")).containsText("订单");
            buyer.inspect("orders-zh");
            buyer.isQuiet();
            buyer.at("language").click();
            assertThat(buyer.page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void theWarehouseSeesTheOrderAndItsReceipt() {
        try (Desk warehouse = Desk.signIn(browser, hub, "warehouse@brightline.example")) {
            warehouse.openOrder("PO-BL-2001");
            assertThat(warehouse.at("line-2")).containsText("180");
            warehouse.page.navigate(warehouse.page.url() + "/receipt");
            warehouse.inspect("receipt");
            warehouse.isQuiet();
        }
    }

    @Test
    void theOperatorAddsAConnection() {
        try (Desk operator = Desk.signIn(browser, hub, "operator@operator.example")) {
            operator.page.navigate("/connections");
            operator.inspect("connections");
            operator.at("new-connection").click();
            operator.inspect("connection-doors");
            operator.at("door-folder").locator("a").first().click();
            operator.page.locator("#name").fill("Brightline's second folder");
            operator.page.locator("#p-directory").fill("../elsewhere");
            operator.at("save").click();
            assertThat(operator.page.locator("#organisation-error")).isVisible();
            assertThat(operator.page.locator("#p-directory-error")).containsText("below the root");
            operator.inspect("connection-errors");
            operator.page.locator("#organisation").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Brightline Retail GmbH"));
            operator.page.locator("#p-directory").fill("brightline/second");
            operator.at("save").click();
            assertThat(operator.at("state")).containsText("Running");
            operator.at("stop").click();
            operator.at("stop-confirm").click();
            assertThat(operator.at("state")).containsText("Stopped");
            operator.page.navigate("/connections");
            operator.page.getByText("Brightline Retail GmbH http outbound").click();
            assertThat(operator.at("connection-agreements")).containsText("Invoice");
            operator.inspect("connection-agreements");
        }
    }

    private static BrightlineOrder posted() throws Exception {
        BrightlineOrder order = BrightlineOrder.fresh();
        HttpClient http = HttpClient.newHttpClient();
        var post = request("/api/v1/interchanges").header("Content-Type", "application/EDIFACT")
                .POST(HttpRequest.BodyPublishers.ofString(order.edifact())).build();
        org.assertj.core.api.Assertions.assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        var get = request("/api/v1/purchase-orders?number=" + order.number()).build();
        Awaitility.await(order.number()).atMost(TradelaneProcess.PATIENCE)
                .until(() -> http.send(get, HttpResponse.BodyHandlers.ofString()).body(), body -> body.contains("\"lines\""));
        return order;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub.address() + path)).header("Authorization", "Bearer " + hub.key("Brightline Retail GmbH"));
    }
}
