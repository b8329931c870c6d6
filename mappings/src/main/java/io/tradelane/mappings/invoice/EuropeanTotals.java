package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.shared.Money;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums of EN 16931 BG-22, all of which an invoice has to state: those that ours does not have are computed. */
record EuropeanTotals(Money lines, Money allowances, Money charges, Money taxable, Money tax, Money gross, Totals stated) {

    static EuropeanTotals of(InvoiceDocument invoice) {
        Totals stated = invoice.totals();
        String currency = invoice.currency();
        Money lines = or(stated.lines(), sum(currency, invoice.lines().stream().map(Line::net)));
        Money allowances = or(stated.allowances(), sum(currency, charges(invoice, false)));
        Money charges = or(stated.charges(), sum(currency, charges(invoice, true)));
        Money taxable = or(stated.taxable(), lines.minus(allowances).plus(charges));
        Money tax = or(stated.tax(), sum(currency, invoice.taxes().stream().map(Tax::amount)));
        return new EuropeanTotals(lines, allowances, charges, taxable, tax, taxable.plus(tax), stated);
    }

    private static Stream<Money> charges(InvoiceDocument invoice, boolean charge) {
        return invoice.allowances().stream().filter(one -> one.charge() == charge).map(AllowanceCharge::amount);
    }

    private static Money or(@Nullable Money stated, Money computed) {
        return stated == null ? computed : stated;
    }

    private static Money sum(String currency, Stream<@Nullable Money> amounts) {
        return amounts.filter(Objects::nonNull).filter(amount -> amount.currency().equals(currency)).reduce(Money.zero(currency), Money::plus);
    }

    void write(Row row) {
        UblValues.money(row, "lineTotal", lines);
        UblValues.money(row, "allowanceTotal", stated.allowances() == null && allowances.isZero() ? null : allowances);
        UblValues.money(row, "chargeTotal", stated.charges() == null && charges.isZero() ? null : charges);
        UblValues.money(row, "taxable", taxable);
        UblValues.money(row, "gross", gross);
        UblValues.money(row, "prepaid", stated.prepaid());
        UblValues.money(row, "rounding", stated.rounding());
        UblValues.money(row, "payable", stated.payable());
    }
}
