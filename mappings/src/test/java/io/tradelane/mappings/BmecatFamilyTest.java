package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BmecatFamilyTest {
    private static final String HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE BMECAT SYSTEM "bmecat_new_catalog_1_2.dtd">
            <BMECAT version="1.2">
            <HEADER><CATALOG><LANGUAGE>deu</LANGUAGE><CATALOG_ID>K-1</CATALOG_ID><CATALOG_VERSION>7.0</CATALOG_VERSION>
            <DATETIME type="generation_date"><DATE>2026-03-02</DATE></DATETIME><CURRENCY>EUR</CURRENCY></CATALOG>
            <SUPPLIER><SUPPLIER_ID type="iln">5412345000013</SUPPLIER_ID><SUPPLIER_NAME>Schroeven NV</SUPPLIER_NAME></SUPPLIER></HEADER>
            """;

    static CatalogueDocument catalogue(Action action) {
        Item bolt = new Item("4006381333931", "B-100", "NW-7", "Bolt M8");
        Article article = new Article(
                "1", action == Action.REPLACE ? ArticleAction.ADD : ArticleAction.CHANGE, bolt, "Bolt M8", "Hexagon head", "Schmiede Ost",
                "SO-88", "Fasteners", "C62", Quantity.of("100", "C62"), new BigDecimal("50"), 5, null, new BigDecimal("19"),
                List.of(
                        new TierPrice(price("12.50", action), BigDecimal.ONE, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), "DE"),
                        new TierPrice(price("11.90", action), new BigDecimal("1000"), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), null),
                        new TierPrice(price("13.10", action), BigDecimal.ONE, LocalDate.of(2026, 7, 1), null, null)),
                List.of(new Attribute("Thread", "M8", null), new Attribute("Length", "40", "MMT")), List.of("bolt-m8.png"));
        return new CatalogueDocument(
                "K-1", "7.0", LocalDate.of(2026, 3, 2), action, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 12, 31), "EUR", "deu",
                List.of(
                        new Party(PartyRole.BUYER, List.of(new Identifier(Scheme.SUPPLIER_ASSIGNED, "K-77")), "Kaufhaus", null, null),
                        new Party(
                                PartyRole.SUPPLIER, List.of(new Identifier(Scheme.GLN, "5412345000013"), new Identifier(Scheme.VAT, "BE0123456749")),
                                "Schroeven NV", new Party.Address(List.of("Kanaalstraat 9"), "Gent", "9000", null, "BE"), "J. Peeters")),
                List.of(article));
    }

    /** Of a hundred, where the transaction can say so. */
    private static Price price(String amount, Action action) {
        return new Price(Money.of(amount, "EUR"), Quantity.of(action == Action.UPDATE_PRICES ? 1 : 100, "C62"));
    }

    @ParameterizedTest
    @CsvSource({"2005,REPLACE,T_NEW_CATALOG", "2005,UPDATE,T_UPDATE_PRODUCTS", "1.2,REPLACE,T_NEW_CATALOG", "1.2,UPDATE,T_UPDATE_PRODUCTS"})
    void aCatalogueThatIsWrittenIsReadAgain(String version, Action action, String type) {
        CatalogueDocument catalogue = catalogue(action);

        byte[] bytes = Translator.standard().write(List.of(catalogue), new Target(Format.BMECAT, version), RoundTripTest.ENVELOPE);
        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes)).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison().isEqualTo(version.equals("1.2") ? withoutVat(catalogue) : catalogue);
        assertThat(reading.only().type().name()).isEqualTo(type);
        assertThat(reading.only().type().version()).isEqualTo(version);
    }

    /** For which 1.2 has no place. */
    private static CatalogueDocument withoutVat(CatalogueDocument catalogue) {
        List<Party> parties = catalogue.parties().stream().map(party -> new Party(
                party.role(), party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).toList(), party.name(), party.address(), party.contact())).toList();
        return new CatalogueDocument(
                catalogue.number(), catalogue.version(), catalogue.issueDate(), catalogue.action(), catalogue.validFrom(), catalogue.validTo(),
                catalogue.currency(), catalogue.language(), parties, catalogue.articles());
    }

    @Test
    void pricesThatAreUpdatedKeepTheirTiersAndNothingElse() {
        CatalogueDocument catalogue = catalogue(Action.UPDATE_PRICES);

        byte[] bytes = Translator.standard().write(List.of(catalogue), new Target(Format.BMECAT, "2005"), RoundTripTest.ENVELOPE);
        CatalogueDocument read = (CatalogueDocument) Reading.of(bytes).only().document();

        assertThat(read.action()).isEqualTo(Action.UPDATE_PRICES);
        assertThat(read.articles().getFirst().prices()).extracting(tier -> tier.price().amount())
                .containsExactly(Money.of("12.50", "EUR"), Money.of("11.90", "EUR"), Money.of("13.10", "EUR"));
        assertThat(read.articles().getFirst().description()).isNull();
    }

    @Test
    void grossPricesAreLeftOutWithAWord() {
        Reading reading = Reading.of(HEADER + """
                <T_NEW_CATALOG><ARTICLE><SUPPLIER_AID>1</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>Nut</DESCRIPTION_SHORT></ARTICLE_DETAILS>
                <ARTICLE_PRICE_DETAILS><ARTICLE_PRICE price_type="gros_list"><PRICE_AMOUNT>9</PRICE_AMOUNT></ARTICLE_PRICE>
                <ARTICLE_PRICE price_type="net_list"><PRICE_AMOUNT>7</PRICE_AMOUNT><PRICE_FACTOR>0.5</PRICE_FACTOR></ARTICLE_PRICE>
                </ARTICLE_PRICE_DETAILS></ARTICLE></T_NEW_CATALOG></BMECAT>""");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).containsExactly("PRICE_LEFT_OUT");
        CatalogueDocument catalogue = (CatalogueDocument) reading.only().document();
        assertThat(catalogue.articles().getFirst().prices()).singleElement()
                .satisfies(tier -> assertThat(tier.price().amount().sameAs(Money.of("3.5", "EUR"))).isTrue());
        assertThat(catalogue.party(PartyRole.SUPPLIER).orElseThrow().identifier(Scheme.GLN)).contains("5412345000013");
    }

    @Test
    void whatIsMissingOrWrongIsSaidWithItsPlace() {
        Reading reading = Reading.of(HEADER + """
                <T_NEW_CATALOG>
                <ARTICLE><ARTICLE_DETAILS><DESCRIPTION_SHORT>Nut</DESCRIPTION_SHORT></ARTICLE_DETAILS></ARTICLE>
                <ARTICLE><SUPPLIER_AID>2</SUPPLIER_AID><ARTICLE_PRICE_DETAILS><ARTICLE_PRICE price_type="net_list">
                <PRICE_AMOUNT>1,50</PRICE_AMOUNT></ARTICLE_PRICE></ARTICLE_PRICE_DETAILS></ARTICLE>
                </T_NEW_CATALOG></BMECAT>""");

        assertThat(reading.valid()).isFalse();
        assertThat(reading.findings()).filteredOn(Finding::isError).extracting(finding -> finding.position().line()).contains(8, 10);
        assertThat(reading.findings().toString()).contains("SUPPLIER_AID").contains("PRICE_AMOUNT");
    }

    @Test
    void aCatalogueWithoutATransactionIsRefused() {
        assertThat(Reading.of(HEADER + "</BMECAT>").errors()).containsExactly("LINES_MISSING");
    }

    @Test
    void aDocumentTypeThatDeclaresExtensionsIsPassedOver() {
        Reading reading = Reading.of((HEADER + """
                <T_NEW_CATALOG><ARTICLE><SUPPLIER_AID>1</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>Nut</DESCRIPTION_SHORT></ARTICLE_DETAILS>
                <USER_DEFINED_EXTENSIONS><UDX.NORD.SHELF>4</UDX.NORD.SHELF></USER_DEFINED_EXTENSIONS></ARTICLE></T_NEW_CATALOG></BMECAT>""")
                .replace("1_2.dtd\">", """
                        1_2.dtd" [
                        <!ENTITY % USERDEFINES "(UDX.NORD.SHELF?)"> <!ENTITY % far SYSTEM "http://192.0.2.1/far.dtd"> %far;
                        <!ELEMENT UDX.NORD.SHELF (#PCDATA)>]>"""));

        assertThat(reading.errors()).isEmpty();
        assertThat(((CatalogueDocument) reading.only().document()).articles()).hasSize(1);
    }

    @Test
    void anEntityThatADocumentCouldReferToIsRefused() {
        String catalogue = HEADER.replace("1_2.dtd\">", "1_2.dtd\" [<!ENTITY % a \"b\"><!ENTITY name SYSTEM \"file:///etc/hostname\">]>") + "</BMECAT>";

        assertThat(Reading.of(catalogue).errors()).containsExactly("DOCTYPE_REFUSED");
    }

    @Test
    void aPriceWithoutAnAmountIsLeftOutWithAWord() {
        Reading reading = Reading.of(HEADER + """
                <T_NEW_CATALOG><ARTICLE><SUPPLIER_AID>2</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>Nut</DESCRIPTION_SHORT></ARTICLE_DETAILS>
                <ARTICLE_PRICE_DETAILS><ARTICLE_PRICE price_type="net_customer"><LOWER_BOUND>1</LOWER_BOUND></ARTICLE_PRICE>
                </ARTICLE_PRICE_DETAILS></ARTICLE></T_NEW_CATALOG></BMECAT>""");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).containsExactly("PRICE_WITHOUT_AMOUNT");
        assertThat(((CatalogueDocument) reading.only().document()).articles().getFirst().prices()).isEmpty();
    }
}
