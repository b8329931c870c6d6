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
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Batch;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read again as it was, and Prowide Core reads in it what was meant. */
class SwiftRoundTripTest {
    private static final String BANK = "COBADEFFXXX";
    private static final String COMPANY = "TRADDEFFXXX";
    private static final String ACCOUNT = "DE89370400440532013000";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static String write(BusinessDocument document, String type) {
        Envelope envelope = Envelope.of(new PartyAddress(BANK, "BIC"), new PartyAddress(COMPANY, "BIC"), "1", Instant.parse("2026-03-02T10:00:00Z"));
        return new String(Translator.standard().write(List.of(document), new Target(Format.SWIFT_MT, type), envelope), StandardCharsets.US_ASCII);
    }

    private static BusinessDocument read(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.findings()).as(text).isEmpty();
        return reading.only().document();
    }

    private static Entry entry(String reference, Direction direction, String amount, String remittance, boolean reversal) {
        boolean paidIn = (direction == Direction.CREDIT) != reversal;
        String name = "Molenaar Textiel en Katoenhandel Noord B.V.";
        return new Entry(
                ACCOUNT, reference, direction, Money.of(amount, "EUR"), DAY, DAY.minusDays(1), "E2E-2026-0000000000000000000000817", "RF712348231",
                remittance, paidIn ? name : null, paidIn ? "NL02ABNA0123456789" : null, paidIn ? null : name,
                paidIn ? null : "NL02ABNA0123456789", reversal);
    }

    private static BankStatementDocument statement(Kind kind, OffsetDateTime created, Balance opening, Balance closing, String remittance) {
        List<Entry> entries = List.of(
                entry("BK26030200001", Direction.CREDIT, "1250.50", remittance, false),
                entry("BK26030200002", Direction.DEBIT, "99", "Rent March", false),
                entry("BK26030200003", Direction.DEBIT, "0.50", null, true));
        Statement statement = new Statement(
                "ST260302", ACCOUNT, BANK, "EUR", 42L, 2, opening == null ? null : opening.date(), DAY, opening, closing,
                closing, entries);
        Party bank = new Party(PartyRole.MESSAGE_SENDER, List.of(new Party.Identifier(Party.Scheme.BIC, BANK)), null, null, null);
        return new BankStatementDocument("ST260302", kind, created, List.of(bank), List.of(statement));
    }

    private static BankStatementDocument booked(String remittance) {
        return statement(Kind.STATEMENT, OffsetDateTime.parse("2026-03-02T00:00Z"),
                new Balance(Money.of("-1000.00", "EUR"), DAY.minusDays(1)), new Balance(Money.of("151.00", "EUR"), DAY), remittance);
    }

    private static PaymentInstructionDocument instruction(String name) {
        Transaction first = new Transaction(null, "E2E-1", Money.of("100", "EUR"), name, "NL02ABNA0123456789", "ABNANL2A", "RF712348231", null, null, null);
        Transaction second = new Transaction(null, "E2E-2", Money.of("200.25", "EUR"), name, "NL96RABO0523149468", null, null,
                "Invoices 2026-0001, 2026-0002 and 2026-0003, less returns", null, null);
        Batch batch = new Batch("PAY0001", ACCOUNT, "Weberei Sonnenthal GmbH", BANK, DAY, true, List.of(first, second));
        return new PaymentInstructionDocument(
                "PAY0001", PaymentInstructionDocument.Kind.CREDIT_TRANSFER, OffsetDateTime.parse("2026-03-02T00:00Z"), List.of(), List.of(batch));
    }

    @Test
    void aStatementComesBackAsItWas() {
        BankStatementDocument document = booked("Invoices 4711 - 4713: less 2 :20: and -17?20 pieces, thank you very much for the quick delivery");

        BankStatementDocument read = (BankStatementDocument) read(write(document, "MT940"));

        assertThat(read).usingRecursiveComparison().isEqualTo(booked(
                "Invoices 4711 - 4713: less 2 :20: and -17.20 pieces, thank you very much for the quick delivery"));
    }

    @Test
    void anInterimReportComesBackAsItWas() {
        BankStatementDocument document = statement(Kind.INTERIM, OffsetDateTime.parse("2026-03-02T10:13:00+01:00"), null, null, "Invoice 4711");

        assertThat(read(write(document, "MT942"))).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void aRequestForTransferComesBackAsItWas() {
        PaymentInstructionDocument document = instruction("Molenaar Textiel B.V.");

        assertThat(read(write(document, "MT101"))).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void prowideReadsTheStatement() throws IOException {
        MT940 message = (MT940) AbstractMT.parse(write(booked("Invoice 4711"), "MT940"));

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
        String text = write(statement(Kind.INTERIM, OffsetDateTime.parse("2026-03-02T10:13:00+01:00"), null, null, "Invoice 4711"), "MT942");

        MT942 message = (MT942) AbstractMT.parse(text);

        assertThat(message.getField13D().getOffset()).isEqualTo("0100");
        assertThat(message.getField90D().getNumber()).isEqualTo("2");
        assertThat(message.getField90C().getAmountAsBigDecimal()).isEqualByComparingTo("1250.50");
    }

    @Test
    void prowideReadsTheRequestForTransfer() throws IOException {
        MT101 message = (MT101) AbstractMT.parse(write(instruction("Molenaar Textiel B.V."), "MT101"));

        assertThat(message.getSequenceBList()).hasSize(2);
        assertThat(message.getField30().getValue()).isEqualTo("260302");
        assertThat(message.getField32B()).extracting(field -> field.getAmountAsBigDecimal().toPlainString()).containsExactly("100", "200.25");
        assertThat(message.getField59()).extracting(field -> field.getAccount()).containsExactly("NL02ABNA0123456789", "NL96RABO0523149468");
    }

    @Test
    void lettersWithMarksAreTransliteratedAndWhatCannotBeIsRefused() {
        String text = write(instruction("Bäckerei Łódź & Søn"), "MT101");

        assertThat(text).contains("Baeckerei Lodz + Soen");
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(instruction("北京纺织品有限公司"), "MT101"));
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(instruction("x".repeat(36)), "MT101"))
                .withMessageContaining(":59:");
    }
}
