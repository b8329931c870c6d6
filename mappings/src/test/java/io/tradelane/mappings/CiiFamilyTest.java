package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiiFamilyTest {
    private static final String ZUGFERD = text("invoice/zugferd-1p0-comfort.xml");
    private static final String ORDER = text("order/order-x-basic.xml");

    private static String text(String name) {
        return new String(Reading.bytes("/io/tradelane/mappings/" + name), StandardCharsets.UTF_8);
    }

    @Test
    void anInvoiceOfZugferd1IsReadWithItsChargesAndTaxes() {
        Reading reading = Reading.of(ZUGFERD);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().type().version()).isEqualTo("1.0");
        assertThat(reading.only().type().association()).isEqualTo("urn:ferd:CrossIndustryDocument:invoice:1p0:comfort");
        InvoiceDocument invoice = (InvoiceDocument) reading.only().document();
        assertThat(invoice.number()).isEqualTo("R-2015-88");
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2015, 3, 5));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2015, 4, 4));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2015, 3, 4));
        assertThat(invoice.orderNumber()).isEqualTo("B-10");
        assertThat(invoice.despatchAdviceNumber()).isEqualTo("L-9");
        assertThat(invoice.payeeAccount()).isEqualTo("DE89370400440532013000");
        assertThat(invoice.party(PartyRole.SUPPLIER).orElseThrow().name()).isEqualTo("Nordwind Bauteile GmbH");
        assertThat(invoice.allowances()).extracting(AllowanceCharge::charge).containsExactly(false, true);
        assertThat(invoice.allowances().getLast().amount()).isEqualTo(Money.of("15.00", "EUR"));
        assertThat(invoice.allowances().getLast().reason()).isEqualTo("Versandkosten");
        assertThat(invoice.taxes().getFirst().rate()).isEqualByComparingTo("19");
        assertThat(invoice.totals().payable()).isEqualTo(Money.of("249.90", "EUR"));
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.item().gtin()).isEqualTo("4006381333931");
            assertThat(line.quantity().value()).isEqualByComparingTo("10");
            assertThat(line.taxRate()).isEqualByComparingTo("19");
        });
        assertThat(reading.only().header().sender()).isEqualTo(new PartyAddress("4012345500004", "14"));
    }

    @Test
    void anAmountDueThatTheBasicProfileLeavesOutIsTheGrandTotal() {
        Reading reading = Reading.of(ZUGFERD.replaceFirst("<ram:DuePayableAmount.*?</ram:DuePayableAmount>", ""));

        assertThat(reading.findings()).isEmpty();
        assertThat(((InvoiceDocument) reading.only().document()).totals().payable()).isEqualTo(Money.of("249.90", "EUR"));
    }

    @Test
    void goodsWithoutAnAmountAreLeftOutWithAWarning() {
        Reading reading = Reading.of(ZUGFERD.replaceFirst("(?s)(<ram:SpecifiedSupplyChainTradeSettlement>.*?</ram:ApplicableTradeTax>).*?(</ram:SpecifiedSupplyChainTradeSettlement>)", "$1$2"));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).containsExactly("LINE_LEFT_OUT");
        assertThat(((InvoiceDocument) reading.only().document()).lines()).isEmpty();
    }

    @Test
    void aDateThatIsNoneIsAnErrorAtItsPlace() {
        Reading reading = Reading.of(ZUGFERD.replace("20150305", "20151305"));

        assertThat(reading.errors()).contains("BAD_DATE");
        assertThat(reading.findings().getFirst().position().line()).isEqualTo(13);
    }

    @Test
    void anOrderOfOrderXIsReadWithItsDates() {
        Reading reading = Reading.of(ORDER);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().type().version()).isEqualTo("D20B");
        OrderDocument order = (OrderDocument) reading.only().document();
        assertThat(order.number()).isEqualTo("B-2026-31");
        assertThat(order.function()).isEqualTo(OrderDocument.Function.ORIGINAL);
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(order.note()).isEqualTo("Bitte vor zehn Uhr");
        assertThat(order.references()).containsExactly(Reference.to(Reference.Kind.QUOTATION, "Q-5"));
        assertThat(order.party(PartyRole.SHIP_TO).orElseThrow().name()).isEqualTo("Lager Gent");
        assertThat(order.total()).isEqualTo(Money.of("74.96", "EUR"));
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(Quantity.of(4, "MTK"));
            assertThat(line.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 12));
            assertThat(line.item().buyerArticle()).isEqualTo("4711");
            assertThat(line.note()).isEqualTo("matt");
        });
        assertThat(reading.only().header().sender()).isEqualTo(new PartyAddress("5412345000013", "14"));
    }

    @Test
    void anOrderOfOrderXIsWrittenAsItWasRead() {
        OrderDocument order = (OrderDocument) Reading.of(ORDER).only().document();

        byte[] written = Translator.standard().write(List.of(order), Target.parse("order-x").orElseThrow(), envelope());

        Reading again = Reading.of(written);
        assertThat(again.findings()).isEmpty();
        assertThat(again.only().document()).isEqualTo(order);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("urn:order-x.eu:1p0:comfort").contains("ReusableAggregateBusinessInformationEntity:128").contains("<ram:PurposeCode>9<");
    }

    @Test
    void anOrderWithoutAPlaceOrDayOfDeliveryStillHasTheElementForThem() {
        String without = ORDER.replaceFirst("(?s)<ram:ApplicableHeaderTradeDelivery>.*</ram:ApplicableHeaderTradeDelivery>", "");
        OrderDocument order = (OrderDocument) Reading.of(without).only().document();

        byte[] written = Translator.standard().write(List.of(order), Target.parse("order-x").orElseThrow(), envelope());

        assertThat(new String(written, StandardCharsets.UTF_8)).contains("<ram:ApplicableHeaderTradeDelivery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"230", "231"})
    void aChangeOrResponseOfOrderXIsNamedAndNotTakenForAnOrder(String kind) {
        Reading reading = Reading.of(ORDER.replace("<ram:TypeCode>220", "<ram:TypeCode>" + kind));

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(reading.only().document()).isNull();
    }

    @Test
    void anOrderLineWithoutItsNumberIsAnError() {
        Reading reading = Reading.of(ORDER.replace("<ram:LineID>1</ram:LineID>", ""));

        assertThat(reading.errors()).contains("MISSING_ELEMENT");
        assertThat(reading.only().document()).isNull();
    }

    private static Envelope envelope() {
        return Envelope.of(new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"), "1", Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void anInvoiceOfZugferd1WithoutItsHeaderIsRefused() {
        Reading reading = Reading.of(ZUGFERD.replace("HeaderExchangedDocument", "HeadExchangedDocument"));

        assertThat(reading.errors()).contains("MISSING_ELEMENT");
        assertThat(reading.findings().toString()).contains("HeaderExchangedDocument/ID");
    }

    @Test
    void aResponseMayBeWithoutLinesAndAnOrderMayNot() {
        String empty = ORDER.replaceFirst("(?s)<ram:IncludedSupplyChainTradeLineItem>.*</ram:IncludedSupplyChainTradeLineItem>", "");

        Reading response = Reading.of(empty.replace("<ram:TypeCode>220<", "<ram:TypeCode>231<"));

        assertThat(response.errors()).isEmpty();
        assertThat(response.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(Reading.of(empty).errors()).containsExactly("LINES_MISSING");
    }
}
