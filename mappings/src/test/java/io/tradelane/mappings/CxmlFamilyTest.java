package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** cXML read and written. */
class CxmlFamilyTest {
    private static final Envelope ENVELOPE =
            Envelope.of(new PartyAddress("AN01", null), new PartyAddress("AN02", null), "4711", Instant.parse("2026-03-02T10:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Party BUYER =
            new Party(PartyRole.BUYER, List.of(new Party.Identifier(Party.Scheme.OTHER, "AN01", "NetworkID")), null, null, null);
    private static final Party SUPPLIER = new Party(PartyRole.SUPPLIER, List.of(new Party.Identifier(Party.Scheme.DUNS, "942888711")), null, null, null);
    private static final Party SHIP_TO = new Party(
            PartyRole.SHIP_TO, List.of(new Party.Identifier(Party.Scheme.BUYER_ASSIGNED, "1000")), "Lager 5",
            new Party.Address(List.of("Hafenstr. 1", "Tor 3"), "Hamburg", "20095", "HH", "DE"), "Frau Li");
    private static final Item BOLT = new Item("4006381333931", "B-8", "100-8", "Bolt M8×40");

    static Stream<BusinessDocument> documents() {
        return Stream.of(
                new OrderDocument(
                        "PO-1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, DAY, null, "EUR", List.of(BUYER, SUPPLIER, SHIP_TO),
                        List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), null, "ring twice", Money.of("125.00", "EUR"),
                        List.of(new OrderDocument.Line(
                                "1", BOLT, Quantity.of("10", "EA"), new Price(Money.of("12.50", "EUR"), Quantity.of(100, "EA")), null, DAY.plusDays(9),
                                "keep dry", List.of()))),
                new OrderChangeDocument(
                        "PO-1", DAY, "PO-1", 2, OrderChangeDocument.Action.CANCEL, null, null, List.of(BUYER, SUPPLIER), List.of(), null, null, List.of()),
                new OrderResponseDocument(
                        "OC-1", DAY, "PO-1", null, OrderResponseDocument.Decision.ACCEPTED_WITH_CHANGES, null, List.of(SUPPLIER, BUYER), "see line 1",
                        List.of(new OrderResponseDocument.Line(
                                "1", OrderResponseDocument.LineDecision.CHANGED, new Item(null, null, null, null), Quantity.of("8", "EA"),
                                Price.each(Money.of("0.13", "EUR"), "EA"), DAY.plusDays(12), "short of steel"))),
                new DespatchAdviceDocument(
                        "S-1", DAY, OffsetDateTime.parse("2026-03-02T14:00:00+01:00"), DAY.plusDays(2), "PO-1", null, List.of(SUPPLIER, BUYER),
                        List.of(new DespatchAdviceDocument.Package(
                                "340123450000000017", null,
                                List.of(new DespatchAdviceDocument.Line("1", "PO-1", "1", BOLT, Quantity.of("8", "EA"), "LOT-8", null))))),
                new InvoiceDocument(
                        "I-1", InvoiceDocument.Kind.INVOICE, DAY, null, null, "EUR", null, "PO-1", null, null, null, null, List.of(SUPPLIER, BUYER), null, null,
                        List.of(),
                        List.of(new InvoiceDocument.Line(
                                "1", "PO-1", "1", BOLT, Quantity.of("8", "EA"), Price.each(Money.of("0.13", "EUR"), "EA"), Money.of("1.04", "EUR"), null, null,
                                List.of())),
                        List.of(new InvoiceDocument.Tax("S", new BigDecimal("19"), Money.of("1.04", "EUR"), Money.of("0.20", "EUR"), null)),
                        new InvoiceDocument.Totals(Money.of("1.04", "EUR"), null, Money.of("0.20", "EUR"), Money.of("1.24", "EUR"))),
                new PunchOutSetupDocument(
                        "P-1@x", OffsetDateTime.parse("2026-03-02T10:00:00Z"), PunchOutSetupDocument.Operation.EDIT, "cookie-1", "https://buyer.example/cart",
                        "li@buyer.example", List.of(BUYER, SUPPLIER), List.of(line())),
                new PunchOutCartDocument(
                        "P-2@x", OffsetDateTime.parse("2026-03-02T10:05:00Z"), "cookie-1", List.of(SUPPLIER, BUYER), Money.of("26.00", "EUR"), List.of(line())));
    }

    private static PunchOutCartDocument.Line line() {
        return new PunchOutCartDocument.Line(
                "1", new Item(null, null, "100-8", "Bolt"), "config-7", Quantity.of("2", "EA"), Price.each(Money.of("13.00", "EUR"), "EA"), "31161504", null);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenIsReadAgain(BusinessDocument document) {
        byte[] bytes = Translator.standard().write(List.of(document), new Target(Format.CXML, ""), ENVELOPE);
        String text = new String(bytes, StandardCharsets.UTF_8);

        Reading reading = Reading.of(bytes);

        assertThat(reading.errors()).as(text).isEmpty();
        assertThat(reading.only().document()).as(text).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(document);
    }

    @Test
    void aStatusUpdateAcceptsOrRefuses() {
        ApplicationAcknowledgementDocument refused = new ApplicationAcknowledgementDocument(
                "4711@AN01", DAY, false, "PO-1@buyer", null, List.of(), List.of(new ApplicationError("406", "No such article", null)));
        byte[] bytes = Translator.standard().write(List.of(refused), new Target(Format.CXML, ""), ENVELOPE);

        ApplicationAcknowledgementDocument read = (ApplicationAcknowledgementDocument) Reading.of(bytes).only().document();

        assertThat(read.accepted()).isFalse();
        assertThat(read.messageReference()).isEqualTo("PO-1@buyer");
        assertThat(read.errors()).containsExactly(new ApplicationError("406", "No such article", null));
    }

    @Test
    void theEnvelopeSaysWhoSendsAndWhetherItIsATest() {
        String order = """
                <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.045/cXML.dtd">
                <cXML payloadID="1@x" timestamp="2026-03-02T10:00:00+00:00"><Header>
                  <From><Credential domain="DUNS"><Identity>12345</Identity></Credential></From>
                  <To><Credential domain="NetworkID"><Identity>AN02</Identity></Credential></To>
                  <Sender><Credential domain="DUNS"><Identity>12345</Identity><SharedSecret>s</SharedSecret></Credential><UserAgent>ERP</UserAgent></Sender></Header>
                  <Request deploymentMode="test"><OrderRequest><OrderRequestHeader orderID="PO-9" orderDate="2026-03-02" type="new">
                    <Total><Money currency="EUR">10</Money></Total></OrderRequestHeader>
                    <ItemOut quantity="x" lineNumber="1"><ItemID><SupplierPartID>A</SupplierPartID></ItemID>
                      <ItemDetail><UnitPrice><Money currency="EUR">1</Money></UnitPrice><UnitOfMeasure>EA</UnitOfMeasure></ItemDetail></ItemOut>
                  </OrderRequest></Request></cXML>
                """;

        Reading reading = Reading.of(order.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.only().header().sender()).isEqualTo(new PartyAddress("12345", "DUNS"));
        assertThat(reading.only().header().test()).isTrue();
        assertThat(reading.only().type().toString()).isEqualTo("OrderRequest 1.2.045");
        assertThat(reading.findings()).filteredOn(io.tradelane.mappings.syntax.Finding::isError).first().satisfies(finding -> {
            assertThat(finding.path()).contains("ItemOut").contains("quantity");
            assertThat(finding.value()).isEqualTo("x");
            assertThat(finding.position().line()).isGreaterThanOrEqualTo(8);
        });
    }
}
