package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.CrossReference.Kind;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CrossReferencesTest extends TestDatabase {
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    @Autowired CrossReferences references;

    private static OrderDocument order(String article, String unit, String place) {
        Quantity quantity = Quantity.of(10, unit);
        return new OrderDocument(
                "PO-1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, YEAR, null, "EUR",
                List.of(new Party(PartyRole.SHIP_TO, List.of(new Party.Identifier(Party.Scheme.BUYER_ASSIGNED, place)), null, null, null)),
                List.of(), null, null, null,
                List.of(new OrderDocument.Line(
                        "1", new Item(null, article, null, "Bolt"), quantity, Price.each(Money.of("2.50", "EUR"), unit), null, null, null, List.of())));
    }

    private void put(UUID partner, Kind kind, String theirs, String ours, LocalDate from, @Nullable LocalDate until) {
        asHub(() -> references.put(new CrossReference(Ids.next(), partner, kind, theirs, ours, from, until)));
    }

    @Test
    void whatAPartnerSendsIsReadInOurCodesAndAnsweredInItsOwn() {
        UUID partner = organisation("Codes", Organisation.Kind.BUYER);
        put(partner, Kind.UNIT, "STK", "PCE", YEAR, null);
        put(partner, Kind.BUYER_ARTICLE, "4711-B", "B-8", YEAR, null);
        put(partner, Kind.LOCATION, "LAGER 5", "WH5", YEAR, null);

        CrossReferences.Translated translated = hub(() -> references.inbound(order("4711-B", "STK", "LAGER 5"), partner));

        assertThat(translated.missing()).isEmpty();
        assertThat(translated.document()).isEqualTo(order("B-8", "PCE", "WH5"));
        assertThat(hub(() -> references.outbound(translated.document(), partner))).isEqualTo(order("4711-B", "STK", "LAGER 5"));
    }

    @Test
    void aUnitThatNobodyKnowsIsNamedUntilItIsEntered() {
        UUID partner = organisation("Units", Organisation.Kind.BUYER);

        assertThat(hub(() -> references.inbound(order("1", "KARTON", "X"), partner)).missing()).containsExactly("UNIT KARTON");
        put(partner, Kind.UNIT, "KARTON", "XCT", YEAR, null);

        assertThat(hub(() -> references.inbound(order("1", "KARTON", "X"), partner)).missing()).isEmpty();
        assertThat(hub(() -> references.inbound(order("1", "KARTON", "X"), organisation("Others", Organisation.Kind.BUYER))).missing())
                .as("another partner's entry").containsExactly("UNIT KARTON");
    }

    @Test
    void aTypeOfPackageIsNoUnitOfMeasure() {
        UUID partner = organisation("Packages", Organisation.Kind.SUPPLIER);
        TransportInstructionDocument said = new TransportInstructionDocument("TO-1", TransportInstructionDocument.Kind.TRANSPORT,
                TransportInstructionDocument.Function.ORIGINAL, YEAR, null, null, null, null, List.of(), List.of(), null, List.of(),
                List.of(new TransportInstructionDocument.Goods("1", null, "Bolts", Quantity.of(10, "KARTON"), Quantity.of(2, "201"), null, null, List.of(), null)));
        assertThat(hub(() -> references.inbound(said, partner)).missing()).containsExactly("UNIT KARTON");
    }

    @Test
    void aCodeMeansOneThingOnOneDay() {
        UUID partner = organisation("Days", Organisation.Kind.BUYER);
        put(partner, Kind.BUYER_ARTICLE, "A", "OLD", YEAR, null);
        put(partner, Kind.BUYER_ARTICLE, "A", "NEW", LocalDate.now().minusDays(1), null);
        put(partner, Kind.BUYER_ARTICLE, "A", "LATER", LocalDate.now().plusYears(1), null);

        assertThat(((OrderDocument) hub(() -> references.inbound(order("A", "PCE", "X"), partner)).document()).lines().getFirst().item().buyerArticle())
                .isEqualTo("NEW");
        assertThat(hub(() -> references.list(partner))).extracting(CrossReference::ours, CrossReference::until).containsExactly(
                org.assertj.core.groups.Tuple.tuple("OLD", LocalDate.now().minusDays(2)),
                org.assertj.core.groups.Tuple.tuple("NEW", LocalDate.now().plusYears(1).minusDays(1)),
                org.assertj.core.groups.Tuple.tuple("LATER", null));
    }

    @Test
    void aCodeThatIsNoCurrencyIsNamedUntilItIsEntered() {
        UUID partner = organisation("Currencies", Organisation.Kind.BUYER);
        OrderDocument order = order("1", "PCE", "X");
        OrderDocument theirs = new OrderDocument(
                order.number(), order.kind(), order.function(), order.issueDate(), null, "RMB", order.parties(), List.of(), null, null, null,
                List.of(new OrderDocument.Line(
                        "1", order.lines().getFirst().item(), Quantity.of(10, "PCE"), Price.each(Money.of("2.50", "RMB"), "PCE"), null, null, null, List.of())));

        assertThat(hub(() -> references.inbound(theirs, partner)).missing()).containsExactly("CURRENCY RMB");
        put(partner, Kind.CURRENCY, "RMB", "CNY", YEAR, null);

        CrossReferences.Translated translated = hub(() -> references.inbound(theirs, partner));
        assertThat(translated.missing()).isEmpty();
        assertThat(((OrderDocument) translated.document()).currency()).isEqualTo("CNY");
        assertThat(((OrderDocument) translated.document()).lines().getFirst().price().amount()).isEqualTo(Money.of("2.50", "CNY"));
    }

    @Test
    void aCurrencyIsOneOfIso4217() {
        UUID partner = organisation("No currency", Organisation.Kind.BUYER);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> put(partner, Kind.CURRENCY, "RMB", "YUAN", YEAR, null))
                .hasMessageContaining("YUAN");
    }

    @Test
    void manyAtOnceAreAsOneAfterTheOther() {
        UUID partner = organisation("Many", Organisation.Kind.BUYER);
        put(partner, Kind.BUYER_ARTICLE, "A", "OLD", YEAR, null);
        put(partner, Kind.BUYER_ARTICLE, "B", "B-OLD", YEAR.plusMonths(2), null);
        put(partner, Kind.BUYER_ARTICLE, "B", "B-LATER", YEAR.plusMonths(3), null);
        put(partner, Kind.UNIT, "A", "PCE", YEAR, null);

        asHub(() -> references.putAll(List.of(
                new CrossReference(Ids.next(), partner, Kind.BUYER_ARTICLE, "A", "FIRST", YEAR.plusMonths(1), null),
                new CrossReference(Ids.next(), partner, Kind.BUYER_ARTICLE, "A", "SECOND", YEAR.plusMonths(4), YEAR.plusMonths(5)),
                new CrossReference(Ids.next(), partner, Kind.BUYER_ARTICLE, "B", "B-NEW", YEAR.plusMonths(1), null))));

        assertThat(hub(() -> references.list(partner)))
                .extracting(CrossReference::theirs, CrossReference::ours, CrossReference::from, CrossReference::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "OLD", YEAR, YEAR.plusMonths(1).minusDays(1)),
                        org.assertj.core.groups.Tuple.tuple("A", "FIRST", YEAR.plusMonths(1), YEAR.plusMonths(4).minusDays(1)),
                        org.assertj.core.groups.Tuple.tuple("A", "SECOND", YEAR.plusMonths(4), YEAR.plusMonths(5)),
                        org.assertj.core.groups.Tuple.tuple("B", "B-NEW", YEAR.plusMonths(1), null),
                        org.assertj.core.groups.Tuple.tuple("A", "PCE", YEAR, null));
    }

    @Test
    void whatIsReadBeforeTheCommitIsNotKeptAfterIt() {
        UUID partner = organisation("Commit", Organisation.Kind.BUYER);
        inTransaction(Tenancy.Actor.hub(), () -> {
            references.put(new CrossReference(Ids.next(), partner, Kind.UNIT, "KARTON", "XCT", YEAR, null));
            Thread reader = Thread.ofPlatform().start(() -> Tenancy.run(
                    Tenancy.Actor.hub(), () -> references.inbound(order("1", "KARTON", "X"), partner)));
            join(reader);
        });

        assertThat(hub(() -> references.inbound(order("1", "KARTON", "X"), partner)).missing()).isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aCompanySeesItsOwnCodesOnly() {
        UUID partner = organisation("Mine", Organisation.Kind.BUYER);
        UUID other = organisation("Not mine", Organisation.Kind.SUPPLIER);
        put(partner, Kind.UNIT, "STK", "PCE", YEAR, null);

        assertThat(in(person(partner), () -> references.list(partner))).hasSize(1);
        assertThat(in(person(other), () -> references.list(partner))).isEmpty();
    }
}
