package io.tradelane.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Playwright;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A payment is announced, in EDI and by hand, and read by whom it goes to. */
@ExtendWith(DemoHub.Shared.class)
class RemittanceTest {
    private static final String BUYER = "Brightline Retail GmbH";
    private static final String SUPPLIER = "Tianjin Beichen Bearings";
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);
    private final String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    private final long number = NUMBERS.incrementAndGet();
    private final BrightlineOrder order = BrightlineOrder.fresh();

    @Test
    void anAdviceThatComesBeforeItsInvoiceWaitsAndThenStandsOnIt(DemoHub demo) throws Exception {
        String buyer = demo.key(BUYER);
        String supplier = demo.key(SUPPLIER);
        demo.processed(buyer, BodyPublishers.ofString(order.edifact()));
        JsonNode early = demo.processed(buyer, BodyPublishers.ofString(remadv("RA-" + number, "INV-" + number)));
        assertThat(early.get("messages").findValuesAsText("status")).containsExactly("HELD");

        demo.processed(supplier, BodyPublishers.ofString(invoic()));
        demo.await("/api/v1/interchanges/" + early.get("id").asText(), buyer,
                interchange -> interchange.get("messages").findValuesAsText("status").contains("APPLIED"));
        JsonNode invoice = demo.get("/api/v1/invoices?number=INV-" + number, supplier).get("items").get(0);
        assertThat(invoice.get("paid").get("amount").asDouble()).isZero();
        JsonNode announced = demo.get("/api/v1/invoices/" + invoice.get("id").asText(), supplier).get("announcements").get(0);
        assertThat(announced.get("number").asText()).isEqualTo("RA-" + number);
        assertThat(announced.get("paymentReference").asText()).isEqualTo("E2E-" + number);
        assertThat(announced.get("overdue").asBoolean()).as("the day is three days past, and the bank is silent").isTrue();
        assertThat(announced.get("cases").get(0).get("code").asText()).isEqualTo("4");

        JsonNode again = demo.processed(buyer, BodyPublishers.ofString(remadv("RA-" + number, "INV-" + number).replace("+R" + number, "+S" + number)));
        assertThat(again.get("messages").findValuesAsText("status")).containsExactly("NO_EFFECT");
        JsonNode other = demo.processed(buyer, BodyPublishers.ofString(remadv("RA-" + number, "INV-" + number).replace("+R" + number, "+T" + number)
                .replace("MOA+12:3060.00", "MOA+12:3050.00").replace("MOA+165:20.00", "MOA+165:30.00")));
        assertThat(other.get("messages").findValuesAsText("status")).containsExactly("HELD");
        JsonNode wrong = demo.processed(buyer, BodyPublishers.ofString(remadv("RB-" + number, "INV-" + number).replace("+R" + number, "+U" + number)
                .replace("UNS+S'MOA+12:3060.00", "UNS+S'MOA+12:9.00")));
        assertThat(wrong.get("messages").findValuesAsText("status")).containsExactly("REJECTED");

        JsonNode x12 = demo.processed(buyer, BodyPublishers.ofString(x820()));
        assertThat(x12.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        JsonNode second = demo.get("/api/v1/remittance-advices?q=X-" + number, supplier).get("items").get(0);
        assertThat(second.get("cases").findValuesAsText("reason")).as("the first promised all of it already").contains("MORE_THAN_OPEN");
    }

    @Test
    void financePeopleAnnounceAndDecideAtTheBrowser(DemoHub demo) throws Exception {
        demo.processed(demo.key(BUYER), BodyPublishers.ofString(order.edifact()));
        demo.processed(demo.key(SUPPLIER), BodyPublishers.ofString(invoic()));
        String id = demo.get("/api/v1/invoices?number=INV-" + number, demo.key(SUPPLIER)).get("items").get(0).get("id").asText();
        try (Playwright playwright = Browsers.playwright(); var browser = Browsers.chromium(playwright);
                Desk buyer = Desk.signIn(browser, demo, "finance@brightline.example"); Desk supplier = Desk.signIn(browser, demo, "sales@beichen.example")) {
            buyer.page.navigate("/invoices/" + id);
            buyer.at("announce").click();
            buyer.page.locator("#paymentReference").fill("E2E-B-" + number);
            buyer.page.locator("#deducted-" + id).fill("30");
            buyer.page.locator("#text-" + id).fill("One box open");
            buyer.inspect("announce");
            buyer.at("announce-confirm").click();
            assertThat(buyer.at("cases")).containsText("One box open");
            buyer.inspect("advice-buyer");
            buyer.at("language").click();
            buyer.inspect("advice-buyer-zh");
            buyer.page.navigate("/payments/advices/new");
            buyer.inspect("announce-zh");

            supplier.page.navigate("/payments");
            supplier.inspect("payments-cases-zh");
            supplier.page.navigate("/payments/advices?q=E2E-B-" + number);
            supplier.inspect("advices-zh");
            supplier.page.locator("[data-testid^=advice-RA]").click();
            supplier.page.locator("[data-testid=decide] input[value=accepted]").check();
            supplier.page.locator("[data-testid=decide] input[name=reason]").fill("Seen on the photo");
            supplier.inspect("advice-supplier-zh");
            supplier.page.locator("[data-testid=decide] button").click();
            assertThat(supplier.at("cases")).containsText("Seen on the photo");
            supplier.at("language").click();
            supplier.page.navigate("/payments/advices");
            supplier.inspect("advices");
            supplier.page.navigate("/invoices/" + id);
            assertThat(supplier.at("announced").first()).isVisible();
            supplier.inspect("invoice-announced");
            supplier.isQuiet();
            buyer.isQuiet();
        }
    }

    private String remadv(String advice, String invoice) {
        String before = LocalDate.now(ZoneOffset.UTC).minusDays(3).format(DateTimeFormatter.BASIC_ISO_DATE);
        return """
                UNB+UNOC:3+4001234000022:14+6902345000223:14+%1$s:0910+R%2$d++REMADV'
                UNH+1+REMADV:D:96A:UN'
                BGM+481+%5$s+9'
                DTM+137:%3$s:102'
                DTM+138:%4$s:102'
                RFF+PQ:E2E-%2$d'
                NAD+PR+4001234000022::9'
                NAD+PE+6902345000223::9'
                CUX+2:EUR:9'
                DOC+380+%6$s'
                MOA+9:3080.00'
                MOA+12:3060.00'
                AJT+4'
                MOA+165:20.00'
                UNS+S'
                MOA+12:3060.00'
                UNT+16+1'
                UNZ+1+R%2$d'
                """.formatted(day.substring(2), number, day, before, advice, invoice).replace("'\n", "'").strip();
    }

    private String x820() {
        return """
                ISA*00*          *00*          *07*4001234000022  *07*6902345000223  *%1$s*0910*U*00401*%2$09d*0*P*>~
                GS*RA*4001234000022*6902345000223*%3$s*0910*1*X*004010~
                ST*820*0001~
                BPR*I*500*C*NON************%3$s~
                TRN*1*X-%2$d~
                CUR*PR*EUR~
                N1*PR*Brightline*UL*4001234000022~
                N1*PE*Beichen*UL*6902345000223~
                ENT*1~
                RMR*IV*INV-%2$d**500~
                SE*9*0001~
                GE*1*1~
                IEA*1*%2$09d~
                """.formatted(day.substring(2), number, day);
    }

    private String invoic() {
        return """
                UNB+UNOC:3+6902345000223:14+4001234000022:14+%1$s:0910+I%2$d++INVOIC'
                UNH+1+INVOIC:D:01B:UN:EAN010'
                BGM+380+INV-%2$d+9'
                DTM+137:%3$s:102'
                DTM+35:%3$s:102'
                RFF+ON:%4$s'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                CUX+2:EUR:4'
                LIN+1++6902345001039:SRV'
                QTY+47:400:PCE'
                MOA+203:1960.00'
                PRI+AAA:4.90'
                RFF+ON:%4$s:1'
                TAX+7+VAT+++:::0+Z'
                LIN+2++6902345001046:SRV'
                QTY+47:200:PCE'
                MOA+203:1120.00'
                PRI+AAA:5.60'
                RFF+ON:%4$s:2'
                TAX+7+VAT+++:::0+Z'
                UNS+S'
                MOA+79:3080.00'
                MOA+125:3080.00'
                MOA+176:0.00'
                MOA+77:3080.00'
                TAX+7+VAT+++:::0+Z'
                MOA+125:3080.00'
                MOA+124:0.00'
                UNT+29+1'
                UNZ+1+I%2$d'
                """.formatted(day.substring(2), number, day, order.number()).replace("'\n", "'").strip();
    }
}
