package io.tradelane.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A buyer's purchasing system sends a person to a supplier's shop, gets the cart by her browser, and orders it. */
@ExtendWith(DemoHub.Shared.class)
class PunchOutTest {
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);
    private static final String BUYER = "4001234000022";
    private static final String SUPPLIER = "6902345000223";
    private final long number = NUMBERS.incrementAndGet();

    @Test
    void aCartIsShoppedHandedOverAndOrderedAtItsPrices(DemoHub demo) throws Exception {
        CompletableFuture<String> posted = new CompletableFuture<>();
        HttpServer purchasing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        purchasing.createContext("/back", exchange -> {
            posted.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] page = "<title>Back</title><link rel=\"icon\" href=\"data:,\"><h1>Requisition</h1>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        purchasing.start();
        String cart;
        try (Playwright playwright = Browsers.playwright(); var browser = Browsers.chromium(playwright); Desk person = new Desk(browser, demo)) {
            String back = "http://localhost:" + purchasing.getAddress().getPort() + "/back";
            person.page.navigate(startPage(demo, back));
            person.page.locator("[data-testid^=item-]").first().waitFor();
            person.inspect("shop");
            person.page.locator("[data-testid^=item-] input[name=quantity]").first().fill("40");
            person.at("put").first().click();
            person.at("open-cart").click();
            assertThat(person.at("total")).isVisible();
            person.inspect("shop-cart");
            person.at("language").click();
            person.inspect("shop-cart-zh");
            person.page.navigate("/shop");
            person.inspect("shop-zh");
            person.at("open-cart").click();
            person.at("transfer").click();
            person.inspect("shop-handover-zh");
            person.at("handover-confirm").click();
            assertThat(person.page.locator("h1")).hasText("Requisition");
            person.isQuiet();
            String field = posted.get(30, TimeUnit.SECONDS);
            cart = URLDecoder.decode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8);
        } finally {
            purchasing.stop(0);
        }
        assertThat(cart).contains("<BuyerCookie>c-" + number + "</BuyerCookie>").contains("quantity=\"40\"");

        Matcher item = Pattern.compile("(<ItemID>.*?</ItemID>)\\s*(<ItemDetail>.*?</ItemDetail>)", Pattern.DOTALL).matcher(cart);
        assertThat(item.find()).isTrue();
        assertThat(item.group(1)).contains("<SupplierPartAuxiliaryID>");
        JsonNode ordered = demo.processed(demo.key("Brightline Retail GmbH"), BodyPublishers.ofString(order(item.group(1), item.group(2))));
        assertThat(ordered.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        JsonNode line = demo.get("/api/v1/purchase-orders?number=PO-P-" + number, demo.key("Tianjin Beichen Bearings")).get("items").get(0).get("lines").get(0);
        assertThat(line.toString()).doesNotContain("PRICE_DIFFERS");
    }

    private String startPage(DemoHub demo, String back) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(demo.address() + "/api/v1/punch-out"))
                .header("Content-Type", "text/xml").POST(BodyPublishers.ofString(head(demo.key("Brightline Retail GmbH")) + """
                        <Request><PunchOutSetupRequest operation="create"><BuyerCookie>c-%d</BuyerCookie><BrowserFormPost><URL>%s</URL></BrowserFormPost></PunchOutSetupRequest></Request></cXML>
                        """.formatted(number, back))).build(), HttpResponse.BodyHandlers.ofString());
        Matcher url = Pattern.compile("<StartPage><URL>([^<]+)</URL>").matcher(answer.body());
        assertThat(url.find()).as(answer.body()).isTrue();
        return url.group(1);
    }

    private String order(String itemId, String detail) {
        return head("x") + """
                <Request><OrderRequest><OrderRequestHeader orderID="PO-P-%d" orderDate="%s" type="new"><Total><Money currency="EUR">0</Money></Total></OrderRequestHeader>
                <ItemOut quantity="40" lineNumber="1">%s%s</ItemOut></OrderRequest></Request></cXML>
                """.formatted(number, OffsetDateTime.now(), itemId, detail);
    }

    private String head(String secret) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <cXML payloadID="%1$d-%5$d@erp.example" timestamp="%2$s"><Header>
                <From><Credential domain="GLN"><Identity>%3$s</Identity></Credential></From>
                <To><Credential domain="GLN"><Identity>%4$s</Identity></Credential></To>
                <Sender><Credential domain="GLN"><Identity>%3$s</Identity><SharedSecret>%6$s</SharedSecret></Credential><UserAgent>ERP</UserAgent></Sender></Header>
                """.formatted(number, OffsetDateTime.now(), BUYER, SUPPLIER, NUMBERS.incrementAndGet(), secret);
    }
}
