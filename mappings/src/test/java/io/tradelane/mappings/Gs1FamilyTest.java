package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class Gs1FamilyTest {
    private static final String HEADER = """
            <sh:StandardBusinessDocumentHeader xmlns:sh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">
            <sh:HeaderVersion>1.0</sh:HeaderVersion><sh:Sender><sh:Identifier Authority="GS1">5412345000013</sh:Identifier></sh:Sender>
            <sh:Receiver><sh:Identifier Authority="GS1">4012345500004</sh:Identifier></sh:Receiver>
            <sh:DocumentIdentification><sh:Standard>GS1</sh:Standard><sh:TypeVersion>3.1</sh:TypeVersion>
            <sh:InstanceIdentifier>M-1</sh:InstanceIdentifier><sh:Type>x</sh:Type>
            <sh:CreationDateAndTime>2026-03-02T10:00:00Z</sh:CreationDateAndTime></sh:DocumentIdentification>
            </sh:StandardBusinessDocumentHeader>
            """;

    static String notification(String item) {
        return "<n:catalogueItemNotificationMessage xmlns:n=\"urn:gs1:gdsn:catalogue_item_notification:xsd:3\">" + HEADER + """
                <transaction><documentCommand><documentCommandHeader type="CHANGE_BY_REFRESH"/>
                <n:catalogueItemNotification><creationDateTime>2026-03-01T08:00:00Z</creationDateTime>
                <catalogueItemNotificationIdentification><entityIdentification>CIN-7</entityIdentification></catalogueItemNotificationIdentification>
                <catalogueItem><dataRecipient>4012345500004</dataRecipient>
                """ + item + """
                <catalogueItemChildItemLink><quantity>12</quantity><catalogueItem><tradeItem><gtin>04006381333931</gtin></tradeItem>
                </catalogueItem></catalogueItemChildItemLink></catalogueItem></n:catalogueItemNotification></documentCommand></transaction>
                </n:catalogueItemNotificationMessage>""";
    }

    @Test
    void aNotificationIsACatalogueWithTheArticlesOfAllLevels() {
        Reading reading = Reading.of(notification("""
                <tradeItem><gtin>14006381333938</gtin><informationProviderOfTradeItem><gln>5412345000013</gln><partyName>Schroeven NV</partyName>
                </informationProviderOfTradeItem><tradeItemInformation><extension><t:tradeItemDescriptionModule xmlns:t="urn:gs1:gdsn:trade_item_description:xsd:3">
                <tradeItemDescriptionInformation><tradeItemDescription languageCode="en">Box of bolts</tradeItemDescription>
                </tradeItemDescriptionInformation></t:tradeItemDescriptionModule></extension></tradeItemInformation></tradeItem>
                """));

        assertThat(reading.findings()).isEmpty();
        CatalogueDocument catalogue = (CatalogueDocument) reading.only().document();
        assertThat(catalogue.number()).isEqualTo("CIN-7");
        assertThat(catalogue.issueDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(catalogue.articles()).extracting(article -> article.item().gtin()).containsExactly("14006381333938", "04006381333931");
        assertThat(catalogue.articles().getFirst().name()).isEqualTo("Box of bolts");
        assertThat(catalogue.articles()).allMatch(article -> article.action() == ArticleAction.CHANGE);
        assertThat(catalogue.party(PartyRole.SUPPLIER).orElseThrow().name()).isEqualTo("Schroeven NV");
        assertThat(reading.only().header().sender().id()).isEqualTo("5412345000013");
        assertThat(reading.only().type().version()).isEqualTo("3.1");
    }

    @Test
    void anArticleWithoutAGtinIsRefusedAtItsPlace() {
        Reading reading = Reading.of(notification("<tradeItem><isTradeItemABaseUnit>true</isTradeItemABaseUnit></tradeItem>"));

        assertThat(reading.findings()).filteredOn(Finding::isError).singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("tradeItem").contains("gtin"));
    }

    @Test
    void anotherMessageIsNamedWithItsSenderAndRecipient() {
        Reading reading = Reading.of("<r:gS1ResponseMessage xmlns:r=\"urn:gs1:gdsn:gs1_response:xsd:3\">" + HEADER + "<gS1Response/></r:gS1ResponseMessage>");

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(reading.only().type().name()).isEqualTo("gS1ResponseMessage");
        assertThat(reading.only().header().recipient().id()).isEqualTo("4012345500004");
        assertThat(reading.only().header().controlReference()).isEqualTo("M-1");
    }

    @Test
    void aDespatchAdviceThatIsWrittenIsReadAgain() {
        Item bolt = new Item("04006381333931", "B-100", "NW-7", "Bolt M8");
        DespatchAdviceDocument advice = new DespatchAdviceDocument(
                "DA-5", LocalDate.of(2026, 3, 2), OffsetDateTime.parse("2026-03-17T14:30:00Z"), LocalDate.of(2026, 3, 18), "PO-1", "CMR-77",
                List.of(
                        Party.ofGln(PartyRole.SUPPLIER, "5412345000013"), Party.ofGln(PartyRole.BUYER, "4012345500004"),
                        Party.ofGln(PartyRole.SHIP_TO, "4012345500011")),
                List.of(
                        new DespatchAdviceDocument.Package(
                                "340123450000000017", "CT",
                                List.of(new DespatchAdviceDocument.Line(
                                        "1", "PO-1", "10", bolt, Quantity.of(600, "H87"), "LOT-8", LocalDate.of(2027, 1, 31)))),
                        new DespatchAdviceDocument.Package(
                                null, null, List.of(new DespatchAdviceDocument.Line("2", null, null, bolt, Quantity.of(2, "KGM"), null, null)))));

        byte[] bytes = Translator.standard().write(List.of(advice), new Target(Format.GS1_XML, "3.1"), RoundTripTest.ENVELOPE);
        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes)).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison().ignoringCollectionOrderInFields("parties").isEqualTo(advice);
        assertThat(reading.only().header().sender().id()).isEqualTo(RoundTripTest.ENVELOPE.sender().id());
    }

    static CatalogueDocument catalogue() {
        return new CatalogueDocument(
                "CIN-8", null, LocalDate.of(2026, 3, 2), CatalogueDocument.Action.UPDATE, LocalDate.of(2026, 4, 1), null, null, "nl",
                List.of(
                        new Party(PartyRole.SUPPLIER, List.of(new Party.Identifier(Party.Scheme.GLN, "5412345000013")), "Schroeven NV", null, null),
                        Party.ofGln(PartyRole.BUYER, "4012345500004")),
                List.of(
                        new CatalogueDocument.Article(
                                "1", ArticleAction.ADD, new Item("04006381333931", "B-100", "NW-7", "Bolt M8"), "Bolt M8", "Zeskant, sterkte 8.8",
                                "Smederij Oost", null, "10003712", null, Quantity.of(100, "C62"), null, null, null, null, List.of(),
                                List.of(new CatalogueDocument.Attribute("netContent", "50", "H87")), List.of("https://pictures.example/bolt.png")),
                        new CatalogueDocument.Article(
                                "2", ArticleAction.DELETE, new Item("04006381333948", null, null, "Moer"), "Moer", null, null, null, null, null,
                                null, null, null, null, null, List.of(), List.of(), List.of())));
    }

    @Test
    void aCatalogueThatIsWrittenIsReadAgain() {
        byte[] bytes = Translator.standard().write(List.of(catalogue()), new Target(Format.GS1_XML, "3.1"), RoundTripTest.ENVELOPE);
        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes)).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison().isEqualTo(catalogue());
        assertThat(reading.only().header().sender().id()).isEqualTo(RoundTripTest.ENVELOPE.sender().id());
    }
}
