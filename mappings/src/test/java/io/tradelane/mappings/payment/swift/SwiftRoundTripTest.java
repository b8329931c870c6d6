package io.tradelane.mappings.payment.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.AbstractMT;
import com.prowidesoftware.swift.model.mt.mt1xx.MT101;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.prowidesoftware.swift.model.mt.mt9xx.MT942;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.PaymentDocuments;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read again as it was, and Prowide Core reads in it what was meant. */
class SwiftRoundTripTest {

    private static String write(BusinessDocument document, String type) {
        Envelope envelope = Envelope.of(new PartyAddress(PaymentDocuments.BANK, "BIC"), new PartyAddress(PaymentDocuments.COMPANY, "BIC"), "1", Instant.parse("2026-03-02T10:00:00Z"));
        return new String(Translator.standard().write(List.of(document), new Target(Format.SWIFT_MT, type), envelope), StandardCharsets.US_ASCII);
    }

    private static BusinessDocument read(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.findings()).as(text).isEmpty();
        return reading.only().document();
    }

    @Test
    void aStatementComesBackAsItWas() {
        BankStatementDocument document = PaymentDocuments.booked("Invoices 4711 - 4713: less 2 :20: and -17?20 pieces, thank you very much for the quick delivery");

        BankStatementDocument read = (BankStatementDocument) read(write(document, "MT940"));

        assertThat(read).usingRecursiveComparison().isEqualTo(PaymentDocuments.booked(
                "Invoices 4711 - 4713: less 2 :20: and -17.20 pieces, thank you very much for the quick delivery"));
    }

    @Test
    void anInterimReportComesBackAsItWas() {
        BankStatementDocument document = PaymentDocuments.statement(Kind.INTERIM, OffsetDateTime.parse("2026-03-02T10:13:00+01:00"), null, null, "Invoice 4711");

        assertThat(read(write(document, "MT942"))).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void aRequestForTransferComesBackAsItWas() {
        PaymentInstructionDocument document = PaymentDocuments.transfers("Molenaar Textiel B.V.");

        assertThat(read(write(document, "MT101"))).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void prowideReadsTheStatement() throws IOException {
        MT940 message = (MT940) AbstractMT.parse(write(PaymentDocuments.booked("Invoice 4711"), "MT940"));

        assertThat(message.getSender()).isEqualTo("COBADEFFAXXX");
        assertThat(message.getField20().getValue()).isEqualTo("ST260302");
        assertThat(message.getField28C().getStatementNumber()).isEqualTo("42");
        assertThat(message.getField60M().getDCMark()).isEqualTo("D");
        assertThat(message.getField60M().getAmountAsBigDecimal()).isEqualByComparingTo("1000");
        assertThat(message.getField62F().getAmountAsBigDecimal()).isEqualByComparingTo("151");
        List<Field61> lines = message.getField61();
        assertThat(lines).extracting(Field61::getDebitCreditMark).containsExactly("C", "D", "RC");
        assertThat(lines).extracting(Field61::getReferenceOfTheAccountServicingInstitution)
                .containsExactly("BK26030200001", "BK26030200002", "BK26030200003");
        assertThat(lines.get(1).getAmountAsBigDecimal()).isEqualByComparingTo("99");
        assertThat(message.getField86()).hasSize(3);
        assertThat(message.getField86().getFirst().getValue()).startsWith("166?20EREF+E2E-2026-");
    }

    @Test
    void prowideReadsTheInterimReport() throws IOException {
        String text = write(PaymentDocuments.statement(Kind.INTERIM, OffsetDateTime.parse("2026-03-02T10:13:00+01:00"), null, null, "Invoice 4711"), "MT942");

        MT942 message = (MT942) AbstractMT.parse(text);

        assertThat(message.getField13D().getOffset()).isEqualTo("0100");
        assertThat(message.getField90D().getNumber()).isEqualTo("2");
        assertThat(message.getField90C().getAmountAsBigDecimal()).isEqualByComparingTo("1250.50");
    }

    @Test
    void prowideReadsTheRequestForTransfer() throws IOException {
        MT101 message = (MT101) AbstractMT.parse(write(PaymentDocuments.transfers("Molenaar Textiel B.V."), "MT101"));

        assertThat(message.getSequenceBList()).hasSize(2);
        assertThat(message.getField30().getValue()).isEqualTo("260302");
        assertThat(message.getField32B()).extracting(field -> field.getAmountAsBigDecimal().toPlainString()).containsExactly("100", "200.25");
        assertThat(message.getField59()).extracting(field -> field.getAccount()).containsExactly("NL02ABNA0123456789", "NL96RABO0523149468");
    }

    @Test
    void lettersWithMarksAreTransliteratedAndWhatCannotBeIsRefused() {
        String text = write(PaymentDocuments.transfers("Bäckerei Łódź & Søn"), "MT101");

        assertThat(text).contains("Baeckerei Lodz + Soen");
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(PaymentDocuments.transfers("北京纺织品有限公司"), "MT101"));
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(PaymentDocuments.transfers("x".repeat(36)), "MT101"))
                .withMessageContaining(":59:");
    }
}
