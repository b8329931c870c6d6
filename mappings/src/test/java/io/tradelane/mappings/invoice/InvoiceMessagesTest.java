package io.tradelane.mappings.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoiceMessagesTest {

    @Test
    void aCreditNoteTakesItsTaxFromTheHeaderAndItsDueDateFromTheDays() {
        Reading reading = Reading.ofResource("/io/tradelane/mappings/invoice/invoic-d96a-header-tax-and-days.edi");

        assertThat(reading.errors()).isEmpty();
        InvoiceDocument invoice = (InvoiceDocument) reading.only().document();
        assertThat(invoice.kind()).isEqualTo(InvoiceDocument.Kind.CREDIT_NOTE);
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(invoice.precedingInvoice()).isEqualTo("RE-2026-1");
        assertThat(invoice.despatchAdviceNumber()).isEqualTo("LS-3");
        assertThat(invoice.payeeAccount()).isEqualTo("DE89370400440532013000");
        assertThat(invoice.taxes()).containsExactly(new Tax("S", new BigDecimal("19"), null, null, null));
        assertThat(invoice.totals().payable()).isEqualTo(Money.of("20.83", "EUR"));
        assertThat(invoice.totals().tax()).isEqualTo(Money.of("3.33", "EUR"));
    }

    @Test
    void aLineWithAnAmountAloneCountsAsOnePieceWithAWordAboutIt() {
        Reading reading = Reading.ofResource("/io/tradelane/mappings/invoice/invoic-d96a-header-tax-and-days.edi");

        InvoiceDocument invoice = (InvoiceDocument) reading.only().document();
        assertThat(invoice.lines().get(1).quantity()).isEqualTo(Quantity.of(1, "PCE"));
        assertThat(invoice.lines().get(1).lineNumber()).isEqualTo("2");
        assertThat(reading.warnings()).contains("QUANTITY_ASSUMED", "LINE_NUMBER_ASSUMED");
    }
}
