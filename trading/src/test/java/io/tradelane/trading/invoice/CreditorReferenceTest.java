package io.tradelane.trading.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditorReferenceTest {

    @Test
    void referencesFromTheStandardAreValidAndAChangedDigitIsNot() {
        assertThat(CreditorReference.isValid("RF18 5390 0754 7034")).isTrue();
        assertThat(CreditorReference.isValid("RF18000000000539007547034")).isTrue();
        assertThat(CreditorReference.isValid("RF19 5390 0754 7034")).isFalse();
        assertThat(CreditorReference.isValid("5390 0754 7034")).isFalse();
    }

    @Test
    void aReferenceIsMadeOfYearAndNumberAndIsValid() {
        for (String number : List.of("INV-1001", "2026/000123", "发票7", "A".repeat(60))) {
            String reference = CreditorReference.of(number, 2026);
            assertThat(CreditorReference.isValid(reference)).as(reference).isTrue();
            assertThat(reference.length()).isLessThanOrEqualTo(25);
        }
        assertThat(CreditorReference.of("INV-1001", 2026)).endsWith("26INV1001");
    }

    @Test
    void anAmountIsSpreadWithoutLosingACent() {
        List<Money> parts = InvoiceAmounts.spread(Money.of("10.00", "EUR"),
                List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE));
        assertThat(parts.stream().reduce(Money.zero("EUR"), Money::plus)).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(parts).extracting(part -> part.amount().toPlainString()).containsExactly("3.34", "3.33", "3.33");
        assertThat(InvoiceAmounts.spread(Money.zero("EUR"), List.of(BigDecimal.ZERO)))
                .extracting(part -> part.amount().signum()).containsExactly(0);
    }
}
