package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schema demands, and a document does not have, or has otherwise. */
class WrittenXmlTest {
    private static final Target CXML = new Target(Format.CXML, "");
    private static final Target OPENTRANS = new Target(Format.OPENTRANS, "2.1");
    private static final Target BMECAT = new Target(Format.BMECAT, "2005");
    private static final Target GS1 = new Target(Format.GS1_XML, "3.1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Party BUYER = Party.ofGln(PartyRole.BUYER, "4012345500004");
    private static final Party SUPPLIER = Party.ofGln(PartyRole.SUPPLIER, "5412345000013");
    private static final Item BOLT = new Item(null, null, "NW-7", "Bolt");

    private static byte[] write(BusinessDocument document, Target target) {
        return Translator.standard().write(List.of(document), target, RoundTripTest.ENVELOPE);
    }

    private static BusinessDocument again(BusinessDocument document, Target target) {
        Reading reading = Reading.of(write(document, target));
        assertThat(reading.errors()).isEmpty();
        return reading.only().document();
    }

    private static OrderDocument order(String unit, Party... parties) {
        return new OrderDocument(
                "PO-1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, DAY, null, "EUR", List.of(parties), List.of(), null, null, null,
                List.of(new OrderDocument.Line("1", BOLT, Quantity.of(5, unit), null, null, null, null, List.of())));
    }

    private static CatalogueDocument catalogue(Action action, String version, String language, Article... articles) {
        return new CatalogueDocument("K-1", version, DAY, action, null, null, "EUR", language, List.of(SUPPLIER), List.of(articles));
    }

    private static Article article(ArticleAction action, String number) {
        return new Article(
                "1", action, new Item(null, null, number, "Bolt"), "Bolt", null, null, null, null, "C62", null, null, null, null, null, List.of(), List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"H87,C62", "PCE,C62", "BOX,BX", "KGM,KGM"})
    void aUnitGoesOutAsTheListCallsIt(String unit, String listed) {
        OrderDocument read = (OrderDocument) again(order(unit, BUYER, SUPPLIER), OPENTRANS);

        assertThat(read.lines().getFirst().quantity().unit()).isEqualTo(listed);
    }

    @Test
    void aUnitThatTheListLacksIsRefused() {
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(order("QQQ", BUYER, SUPPLIER), OPENTRANS)).withMessageContaining("QQQ");
    }

    @Test
    void aTextThatIsLongerThanItsElementMayBeIsRefusedAtItsPlace() {
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> write(catalogue(Action.REPLACE, "1", "deu", article(ArticleAction.ADD, "N".repeat(33))), BMECAT))
                .satisfies(refused -> assertThat(refused.findings()).singleElement().satisfies(finding -> {
                    assertThat(finding.code().name()).isEqualTo("TOO_LONG");
                    assertThat(finding.path()).isEqualTo("/BMECAT/T_NEW_CATALOG/PRODUCT/SUPPLIER_PID");
                    assertThat(finding.expected()).isEqualTo("32");
                }));
        assertThat(((CatalogueDocument) again(catalogue(Action.REPLACE, "1", "deu", article(ArticleAction.ADD, "N".repeat(32))), BMECAT)).articles()).hasSize(1);
    }

    @Test
    void aLongNameGoesOverSeveralLinesAndComesBackAsOne() {
        Party buyer = new Party(
                PartyRole.BUYER, BUYER.identifiers(), "Kaufhaus Nord Handelsgesellschaft mit beschränkter Haftung und Compagnie", null, null);

        assertThat(new String(write(order("C62", buyer, SUPPLIER), OPENTRANS), StandardCharsets.UTF_8)).contains("NAME2");
        assertThat(again(order("C62", buyer, SUPPLIER), OPENTRANS).party(PartyRole.BUYER)).contains(buyer);
    }

    @Test
    void whoIsNotNamedIsWhoTheEnvelopeNames() {
        BusinessDocument read = again(order("C62"), OPENTRANS);

        assertThat(read.party(PartyRole.BUYER)).contains(BUYER);
        assertThat(read.party(PartyRole.SUPPLIER)).contains(SUPPLIER);
    }

    @Test
    void anOrderSaysWhomToBillEvenIfThatIsTheBuyer() {
        OrderDocument order = order("EA", BUYER, SUPPLIER);

        assertThat(new String(write(order, CXML), StandardCharsets.UTF_8)).contains("<BillTo>");
        assertThat(again(order, CXML).parties()).isEqualTo(order.parties());
    }

    @Test
    void anAddressWithoutACountryStaysWithoutOne() {
        Party place = new Party(PartyRole.SHIP_TO, List.of(), "Store 5", new Party.Address(List.of("Main St 1"), "Springfield", null, null, null), null);

        assertThat(again(order("EA", BUYER, SUPPLIER, place), CXML).party(PartyRole.SHIP_TO)).contains(place);
    }

    @Test
    void anArticleWithoutAPriceIsOnRequestAndItsSupplierAReference() {
        CatalogueDocument catalogue = catalogue(Action.REPLACE, "1.0", "deu", article(ArticleAction.ADD, "NW-7"));

        assertThat(new String(write(catalogue, BMECAT), StandardCharsets.UTF_8)).contains("on_request").contains("SUPPLIER_IDREF");
        assertThat(((CatalogueDocument) again(catalogue, BMECAT)).articles().getFirst().prices()).isEmpty();
        assertThat(again(catalogue, BMECAT).parties()).isEqualTo(catalogue.parties());
    }

    @Test
    void aNewCatalogueDoesNotHaveWhatIsTakenOut() {
        CatalogueDocument catalogue = catalogue(Action.REPLACE, "3", "de", article(ArticleAction.ADD, "NW-7"), article(ArticleAction.DELETE, "NW-8"));

        CatalogueDocument read = (CatalogueDocument) again(catalogue, BMECAT);

        assertThat(read.articles()).extracting(article -> article.item().supplierArticle()).containsExactly("NW-7");
        assertThat(read.version()).isEqualTo("3.0");
        assertThat(read.language()).isEqualTo("deu");
    }

    @Test
    void aVersionThatIsNoNumberIsRefused() {
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> write(catalogue(Action.REPLACE, "spring", "deu", article(ArticleAction.ADD, "NW-7")), BMECAT))
                .withMessageContaining("CATALOG_VERSION");
    }

    @Test
    void anArticleWithoutAGtinIsNoneOfGs1() {
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> write(catalogue(Action.UPDATE, null, "deu", article(ArticleAction.ADD, "NW-7")), GS1)).withMessageContaining("gtin");
    }

    @Test
    void aLineThatIsNotCountedIsRefused() {
        DespatchAdviceDocument advice = new DespatchAdviceDocument(
                "DA-5", DAY, null, null, "PO-1", null, List.of(SUPPLIER, BUYER), List.of(new DespatchAdviceDocument.Package(
                        null, null, List.of(new DespatchAdviceDocument.Line("A1", null, null, BOLT, Quantity.of(2, "KGM"), null, null)))));

        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(advice, GS1)).withMessageContaining("lineItemNumber");
    }
}
