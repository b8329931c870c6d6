package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.table.TableRoundTripTest;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that the hub can write: each document of the tests as each target that its type has. */
public final class Samples {
    private static final Envelope ENVELOPE = RoundTripTest.ENVELOPE;
    /** Where each of the other syntaxes wants addresses of its own. */
    private static final Map<Format, Envelope> ENVELOPES = Map.of(
            Format.X12, X12RoundTripTest.ENVELOPE,
            Format.SWIFT_MT, Envelope.of(
                    new PartyAddress(PaymentDocuments.BANK, "BIC"), new PartyAddress(PaymentDocuments.COMPANY, "BIC"), "1", ENVELOPE.preparedAt()));

    private Samples() {}

    /** One interchange; named for what it is, in a parameterised test. */
    public record Written(BusinessDocument document, Target target, byte[] bytes) {
        @Override
        public String toString() {
            return document.type() + " " + document.number() + " as " + target;
        }
    }

    public static Stream<BusinessDocument> documents() {
        Stream<BusinessDocument> others = Stream.of(
                PaymentDocuments.instruction(PaymentInstructionDocument.Kind.CREDIT_TRANSFER),
                PaymentDocuments.instruction(PaymentInstructionDocument.Kind.DIRECT_DEBIT),
                PaymentDocuments.transfers("Molenaar Textiel B.V."),
                PaymentDocuments.status(),
                PaymentDocuments.booked("Invoice 4711"),
                PaymentDocuments.statement(
                        BankStatementDocument.Kind.INTERIM, OffsetDateTime.parse("2026-03-02T10:13:00+01:00"), null, null, "Invoice 4711"),
                TradacomsTest.document(), TradacomsTest.invoice(),
                TableRoundTripTest.order(), TableRoundTripTest.catalogue(), TableRoundTripTest.inventory());
        return Stream.of(
                        Documents.all().stream(), SupplyDocuments.all().stream(), TradeDocuments.all().stream(), X12Documents.all().values().stream(),
                        X12Documents.answers().stream(),
                        IdocDocuments.all().stream().map(IdocDocuments.Written::document),
                        OpenTransFamilyTest.documents(), CxmlFamilyTest.documents(),
                        Stream.of(Gs1FamilyTest.catalogue()), Arrays.stream(CatalogueDocument.Action.values()).map(BmecatFamilyTest::catalogue), others)
                .flatMap(documents -> documents);
    }

    /** What a target cannot carry of a document is no sample of it. */
    public static Stream<Written> written(Predicate<Target> wanted) {
        Stream<Written> ofType = documents().flatMap(document -> Translator.standard().targets(document.type()).stream()
                .filter(wanted).flatMap(target -> write(document, target)));
        // A type's target says the version; the set that a document is not usually written as has to be named.
        Stream<Written> ofSet = X12Documents.all().entrySet().stream().flatMap(entry -> Translator.standard().targets(entry.getValue().type()).stream()
                .filter(wanted).filter(target -> target.format() == Format.X12)
                .flatMap(target -> write(entry.getValue(), new Target(Format.X12, target.version() + "/" + entry.getKey()))));
        Stream<Written> ofConvention = X12Documents.answers().stream()
                .flatMap(document -> Stream.of(new Target(Format.X12, "005010X231A1")).filter(wanted).flatMap(target -> write(document, target)));
        return Stream.of(ofType, ofSet, ofConvention).flatMap(samples -> samples);
    }

    /** Nothing where the target cannot carry the document. */
    public static Stream<Written> write(BusinessDocument document, Target target) {
        try {
            Envelope envelope = ENVELOPES.getOrDefault(target.format(), ENVELOPE);
            return Stream.of(new Written(document, target, Translator.standard().write(List.of(document), target, envelope)));
        } catch (UnwritableException | IllegalArgumentException notInThisTarget) {
            return Stream.empty();
        }
    }
}
