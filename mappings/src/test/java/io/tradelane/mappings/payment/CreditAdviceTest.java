package io.tradelane.mappings.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CreditAdviceTest {

    @Test
    void theTransactionsOfABookingAreEntriesWithReferencesOfTheirOwn() {
        Reading reading = Reading.ofResource("/io/tradelane/mappings/payment/cremul-d96a-batch.edi");

        assertThat(reading.errors()).isEmpty();
        PaymentNotificationDocument notification = (PaymentNotificationDocument) reading.only().document();
        assertThat(notification.createdAt()).isEqualTo("2026-01-05T09:30:00Z");
        assertThat(notification.entries()).extracting(Entry::reference).containsExactly("BANK-77/1", "BANK-78");
        assertThat(notification.entries()).extracting(Entry::account).containsOnly("DE89370400440532013000");
        assertThat(notification.entries()).extracting(Entry::valueDate).containsOnly(LocalDate.of(2026, 1, 5));
        Entry first = notification.entries().getFirst();
        assertThat(first.direction()).isEqualTo(Direction.CREDIT);
        assertThat(first.amount()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(first.endToEndId()).isEqualTo("E2E-1");
        assertThat(first.creditorReference()).isEqualTo("RF18539007547034");
        assertThat(first.debtorName()).isEqualTo("Kaufhaus Nord");
        assertThat(first.remittance()).isEqualTo("Rechnung RE-1");
    }
}
