package io.tradelane.mappings.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OrderMessagesTest {
    private static final String FOLDER = "/io/tradelane/mappings/order/";

    @Test
    void anEancomOrderIsReadWithEverythingItSays() {
        Reading reading = Reading.ofResource(FOLDER + "orders-d96a-eancom.edi");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().type().association()).isEqualTo("EAN008");
        assertThat(reading.interchange().header().test()).isTrue();
        OrderDocument order = (OrderDocument) reading.only().document();
        assertThat(order.number()).isEqualTo("4500017");
        assertThat(order.issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.note()).isEqualTo("Gate 3");
        assertThat(order.references()).containsExactly(new Reference(Reference.Kind.CONTRACT, "FRAME-1", null, LocalDate.of(2026, 1, 1)));
        assertThat(order.total()).isEqualTo(Money.of("1295", "EUR"));
    }

    @Test
    void partiesAreFoundByTheirRoleOrOneCloseToIt() {
        OrderDocument order = (OrderDocument) Reading.ofResource(FOLDER + "orders-d96a-eancom.edi").only().document();

        assertThat(order.parties()).extracting(party -> party.role()).containsExactly(PartyRole.BUYER, PartyRole.SUPPLIER, PartyRole.SHIP_TO);
        assertThat(order.parties().get(0).identifiers()).containsExactly(
                new Identifier(Scheme.GLN, "4012345500004"), new Identifier(Scheme.VAT, "DE123456789"));
        assertThat(order.parties().get(0).contact()).isEqualTo("A. Meier");
        assertThat(order.parties().get(1).name()).isEqualTo("Nordwind");
        assertThat(order.parties().get(1).address().lines()).containsExactly("Hafenstr. 1", "Hamburg");
        assertThat(order.parties().get(2).identifier(Scheme.GLN)).contains("4012345500011");
    }

    @Test
    void linesHaveTheirArticleQuantityAndNetPrice() {
        OrderDocument order = (OrderDocument) Reading.ofResource(FOLDER + "orders-d96a-eancom.edi").only().document();

        OrderDocument.Line first = order.lines().getFirst();
        assertThat(first.item().gtin()).isEqualTo("4006381333931");
        assertThat(first.item().supplierArticle()).isEqualTo("NW-7");
        assertThat(first.item().buyerArticle()).isEqualTo("B-100");
        assertThat(first.item().description()).isEqualTo("Bolt M8 zinc plated");
        assertThat(first.quantity()).isEqualTo(Quantity.of("1000", "PCE"));
        assertThat(first.price().amount()).isEqualTo(Money.of("12.50", "EUR"));
        assertThat(first.price().basis()).isEqualTo(Quantity.of("100", "PCE"));
        assertThat(first.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(order.lines().get(1).price().basis()).isEqualTo(Quantity.of(1, "KGM"));
        assertThat(order.lines().get(1).item().supplierArticle()).isEqualTo("NW-8");
    }

    @Test
    void whatIsWrongInTheContentIsNamedWithItsSegment() {
        Reading reading = Reading.ofResource(FOLDER + "orders-d01b-semantic-errors.edi");

        assertThat(reading.errors()).containsExactlyInAnyOrder(
                "VALUE_INVALID", "CURRENCY_UNKNOWN", "QUANTITY_MISSING", "LINE_NUMBER_MISSING", "LINE_NUMBER_REPEATED", "QUANTITY_MISSING",
                "CODE_UNKNOWN");
        Finding currency = find(reading, "CURRENCY_UNKNOWN");
        assertThat(currency.position().segment()).isEqualTo("CUX");
        assertThat(currency.position().segmentPosition()).isEqualTo(5);
        assertThat(currency.position().line()).isEqualTo(6);
        assertThat(currency.message(Locale.ENGLISH)).isEqualTo("\"EUX\" is not an ISO 4217 currency code.");
        assertThat(find(reading, "VALUE_INVALID").position().segment()).isEqualTo("DTM");
        assertThat(find(reading, "CODE_UNKNOWN").value()).isEqualTo("ZQZ");
        assertThat(find(reading, "LINE_NUMBER_MISSING").position().segmentPosition()).isEqualTo(8);
    }

    private static Finding find(Reading reading, String code) {
        return reading.findings().stream().filter(finding -> finding.code().name().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void linesWithoutADecisionShareThatOfTheWholeAndKeepTheBuyersNumber() {
        Reading reading = Reading.ofResource(FOLDER + "ordrsp-d96a-lines-without-decision.edi");

        assertThat(reading.errors()).isEmpty();
        OrderResponseDocument response = (OrderResponseDocument) reading.only().document();
        assertThat(response.decision()).isEqualTo(OrderResponseDocument.Decision.REJECTED);
        assertThat(response.orderNumber()).isEqualTo("4500017");
        assertThat(response.lines()).extracting(OrderResponseDocument.Line::decision)
                .isEqualTo(List.of(LineDecision.NOT_ACCEPTED, LineDecision.ACCEPTED));
        assertThat(response.lines()).extracting(OrderResponseDocument.Line::lineNumber).containsExactly("10", "2");
    }
}
