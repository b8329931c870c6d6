package io.tradelane.mappings.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentNotificationTest {
    private static final String FOLDER = "/io/tradelane/mappings/payment/";

    @Test
    void aBatchedEntryGivesOneEntryForEachTransaction() {
        Reading reading = Reading.ofResource(FOLDER + "camt054-v08-batch.xml");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.interchange().format()).isEqualTo(Format.ISO20022);
        var document = (PaymentNotificationDocument) reading.only().document();
        assertThat(document.number()).isEqualTo("NTF-20260302-1");
        assertThat(document.createdAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T09:15:00+08:00"));
        assertThat(document.entries()).hasSize(3);
        assertThat(document.entries().get(0)).isEqualTo(new Entry(
                "DE89370400440532013000", "BANKREF-1", Direction.CREDIT, Money.of("190.00", "EUR"),
                LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), "E2E-1", "RF18539007547034",
                "Invoice 4711 less discount", "Käufer & Söhne AG", "1234567890", "Bank as creditor", null, false));
        assertThat(document.entries().get(1).amount()).isEqualTo(Money.of("1000.00", "EUR"));
        assertThat(document.entries().get(1).reference()).isEqualTo("BANKREF-1/2");
        assertThat(document.entries().get(1).endToEndId()).isNull();
    }

    @Test
    void aReversalIsMarkedAndGetsAReferenceOfItsOwn() {
        var document = (PaymentNotificationDocument) Reading.ofResource(FOLDER + "camt054-v08-batch.xml").only().document();

        Entry reversal = document.entries().get(2);
        assertThat(reversal.reversal()).isTrue();
        assertThat(reversal.direction()).isEqualTo(Direction.DEBIT);
        assertThat(reversal.reference()).isEqualTo("NTF-20260302-1/1/2");
        assertThat(reversal.remittance()).isEqualTo("Return of a transfer");
    }

    @Test
    void anEntryThatIsOnlyAnnouncedIsNotTaken() {
        Reading reading = Reading.ofResource(FOLDER + "camt054-v08-batch.xml");

        assertThat(reading.warnings()).containsExactly("NOT_BOOKED");
    }

    @Test
    void theOldVersionsStatusAndNameAreRead() {
        Reading reading = Reading.ofResource(FOLDER + "camt054-v02-text-status.xml");

        assertThat(reading.errors()).isEmpty();
        var document = (PaymentNotificationDocument) reading.only().document();
        assertThat(document.entries().getFirst().debtorName()).isEqualTo("Zahler");
        assertThat(document.entries().getFirst().amount()).isEqualTo(Money.of("10.5", "EUR"));
        assertThat(reading.only().type().version()).isEqualTo("02");
    }

    static IntStream versions() {
        return IntStream.rangeClosed(2, 13);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionIsReadAlike(int version) {
        String text = new String(Reading.bytes(FOLDER + "camt054-v08-batch.xml"), java.nio.charset.StandardCharsets.UTF_8);

        Reading reading = Reading.of(text.replace("camt.054.001.08", "camt.054.001.%02d".formatted(version)));

        assertThat(reading.errors()).isEmpty();
        assertThat(((PaymentNotificationDocument) reading.only().document()).entries()).hasSize(3);
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsPlace() {
        Reading reading = Reading.ofResource(FOLDER + "camt054-many-errors.xml");

        assertThat(reading.valid()).isFalse();
        assertThat(reading.only().document()).isNull();
        assertThat(reading.errors()).containsExactly(
                "BAD_DATE", "MISSING_ELEMENT", "BAD_AMOUNT", "BAD_CURRENCY", "UNKNOWN_CODE", "BAD_DATE", "MISSING_ATTRIBUTE", "MISSING_ELEMENT");
        Finding amount = reading.findings().get(2);
        assertThat(amount.value()).isEqualTo("-1,50");
        assertThat(amount.path()).isEqualTo("/Document/BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry/Amt");
        assertThat(amount.position().line()).isEqualTo(11);
        assertThat(amount.message(Locale.ENGLISH)).isEqualTo("“-1,50” in Amt is not an amount.");
        assertThat(amount.message(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Amt 中的“-1,50”不是金额。");
    }

    @Test
    void aCutMessageIsRefusedWhereItEnds() {
        String text = new String(Reading.bytes(FOLDER + "camt054-v08-batch.xml"), java.nio.charset.StandardCharsets.UTF_8);

        Reading reading = Reading.of(text.substring(0, text.indexOf("<BookgDt>")));

        assertThat(reading.errors()).contains("NOT_WELL_FORMED");
        assertThat(reading.only().document()).isNull();
    }
}
