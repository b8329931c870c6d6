package io.tradelane.mappings.payment.swift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwiftPaymentsTest {
    private static final String CREDIT = """
            {1:F01TRADDEFFAXXX0000000000}{2:O9101013260302ABNANL2AAXXX00000000002603021013N}{4:
            :20:CR-00817
            :21:E2E-4711
            :25:NL02ABNA0123456789
            :13D:2603021013+0100
            :32A:260302EUR1250,5
            :50K:/DE89370400440532013000
            Weberei Sonnenthal GmbH
            Bremen
            :72:/BNF/Invoice 77
            -}
            """;
    private static final String TRANSFER = """
            {1:F01TRADDEFFAXXX0000000000}{2:O1031013260302ABNANL2AAXXX00000000002603021013N}{3:{121:7d2c2c6e-98ab-4a5f-9d5e-0f1a2b3c4d5e}}{4:
            :20:TRF0001
            :23B:CRED
            :32A:260302USD99,
            :50F:/DE89370400440532013000
            1/Weberei Sonnenthal
            1/GmbH
            2/Am Deich 1
            3/DE/Bremen
            :59:/GB29NWBK60161331926819
            Textile Trading Ltd
            London
            :70:/ROC/PO-4711//Invoice 77
            :71A:SHA
            -}
            """;
    private static final String REQUEST = """
            :20:PAY0001
            :28D:1/1
            :50H:/DE89370400440532013000
            Weberei Sonnenthal GmbH
            :52A:COBADEFFXXX
            :30:260305
            :21:E2E-1
            :23E:URGP
            :32B:EUR100,
            :57A:ABNANL2A
            :59:/NL02ABNA0123456789
            Molenaar Textiel B.V.
            :70:RF712348231
            :71A:SHA
            :21:E2E-2
            :32B:EUR200,25
            :59:/NL96RABO0523149468
            Koffie Import B.V.
            :70:Invoices 1 and 2
            :71A:SHA
            -
            """;

    private static Entry entry(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.errors()).as(reading.findings().toString()).isEmpty();
        return ((PaymentNotificationDocument) reading.only().document()).entries().getFirst();
    }

    @Test
    void aConfirmationOfCreditIsANotification() {
        Entry entry = entry(CREDIT);

        assertThat(entry.account()).isEqualTo("NL02ABNA0123456789");
        assertThat(entry.reference()).isEqualTo("CR-00817");
        assertThat(entry.direction()).isEqualTo(Direction.CREDIT);
        assertThat(entry.amount()).isEqualTo(Money.of("1250.5", "EUR"));
        assertThat(entry.valueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(entry.endToEndId()).isEqualTo("E2E-4711");
        assertThat(entry.debtorName()).isEqualTo("Weberei Sonnenthal GmbH");
        assertThat(entry.debtorAccount()).isEqualTo("DE89370400440532013000");
        Reading reading = Reading.of(CREDIT);
        assertThat(((PaymentNotificationDocument) reading.only().document()).createdAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T10:13+01:00"));
        assertThat(reading.only().header().sender().id()).isEqualTo("ABNANL2AXXX");
        assertThat(reading.only().header().recipient().id()).isEqualTo("TRADDEFFXXX");
    }

    @Test
    void aConfirmationOfDebitTakesMoneyOut() {
        Entry entry = entry(":20:DB-1\n:21:PAY0001\n:25:NL02ABNA0123456789\n:32A:260302EUR5,\n-\n".replace(":20:DB-1", "{2:I900TRADDEFFXXXXN}{4:\n:20:DB-1"));

        assertThat(entry.direction()).isEqualTo(Direction.DEBIT);
        assertThat(entry.endToEndId()).isEqualTo("PAY0001");
    }

    @Test
    void whetherMoneyCameOrWentIsNotGuessed() {
        Reading reading = Reading.of(":20:X-1\n:21:PAY0001\n:25:NL02ABNA0123456789\n:32A:260302EUR5,\n-\n");

        assertThat(reading.errors()).containsExactly("TYPE_UNCLEAR");
        assertThat(reading.only().document()).isNull();
    }

    @Test
    void aTransferIsANoticeForItsBeneficiary() {
        Entry entry = entry(TRANSFER);

        assertThat(entry.account()).isEqualTo("GB29NWBK60161331926819");
        assertThat(entry.amount()).isEqualTo(Money.of("99", "USD"));
        assertThat(entry.endToEndId()).isEqualTo("PO-4711");
        assertThat(entry.remittance()).isEqualTo("Invoice 77");
        assertThat(entry.debtorName()).isEqualTo("Weberei Sonnenthal GmbH");
        assertThat(entry.creditorName()).isEqualTo("Textile Trading Ltd");
    }

    @Test
    void aRequestForTransferGivesABatchForEachAccount() {
        Reading reading = Reading.of(REQUEST);
        assertThat(reading.errors()).as(reading.findings().toString()).isEmpty();
        PaymentInstructionDocument document = (PaymentInstructionDocument) reading.only().document();

        assertThat(document.batches()).hasSize(1);
        assertThat(document.batches().getFirst().executionDate()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(document.batches().getFirst().urgent()).isTrue();
        assertThat(document.batches().getFirst().bank()).isEqualTo("COBADEFFXXX");
        assertThat(document.batches().getFirst().transactions()).extracting(Transaction::endToEndId).containsExactly("E2E-1", "E2E-2");
        assertThat(document.batches().getFirst().transactions().getFirst().creditorReference()).isEqualTo("RF712348231");
        assertThat(document.batches().getFirst().transactions().getFirst().bank()).isEqualTo("ABNANL2A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Molenaar Textiel B.V. | Molenaar Textiel en Katoenhandel Noord B.V. | FIELD_TOO_LONG  | 59",
        ":71A:SHA              | :77B:NOTE                                   | FIELD_MISSING   | 77B",
        ":32B:EUR100,          | :32B:EU100,                                 | CURRENCY_UNKNOWN| 32B",
        ":30:260305            | :30:26030                                   | DATE_INVALID    | 30",
        ":59:/NL02ABNA0123456789| :59:NL02ABNA0123456789                     | FORMAT_INVALID  | 59",
        ":50H:/DE89370400440532013000 | :50L:X                               | FIELD_MISSING   | 21",
    })
    void aWrongFieldOfAPaymentIsRefusedAtItsPlace(String right, String wrong, String code, String tag) {
        Reading reading = Reading.of(REQUEST.replace(right.strip(), wrong.strip()));

        assertThat(reading.only().document()).isNull();
        assertThat(reading.findings()).as(reading.findings().toString()).anySatisfy(finding -> {
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.position().segment()).isEqualTo(tag);
        });
    }

    @Test
    void aTypeWithoutMappingIsShownNotRefused() {
        Reading reading = Reading.of("{1:F01TRADDEFFAXXX0000000000}{2:I199ABNANL2AXXXXN}{4:\n:20:X\n:79:Good morning\n-}\n");

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(reading.only().type().name()).isEqualTo("MT199");
    }

    /** Messages of category 3 begin with the sequence :15A:, and :20: stands in it. */
    @Test
    void aReferenceBehindASequenceFieldBelongsToTheSameMessage() {
        Reading reading = Reading.of("""
                {1:F01TRADDEFFXXXX0000000000}{2:I300HANDFRPPXXXXN}{4:
                :15A:
                :20:FX-4711
                :22A:NEWT
                -}
                """.getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().type().name()).isEqualTo("MT300");
        assertThat(reading.only().reference()).isEqualTo("FX-4711");
        assertThat(reading.findings()).extracting(finding -> finding.code().name()).containsExactly("MESSAGE_NOT_MAPPED");
    }
}
