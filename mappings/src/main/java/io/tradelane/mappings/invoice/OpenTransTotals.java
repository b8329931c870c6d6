package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** INVOICE_SUMMARY of openTRANS: allowances, taxes and totals. Rates are factors there: 0.19 for 19 percent. */
final class OpenTransTotals {
    private static final Map<String, String> CATEGORIES =
            Map.of("standard_rate", "S", "zero_rate", "Z", "exemption", "E", "reduced_rate", "AA");
    private static final String CHARGE = "surcharge";

    private OpenTransTotals() {}

    static @Nullable BigDecimal percent(@Nullable BigDecimal factor) {
        if (factor == null) {
            return null;
        }
        BigDecimal percent = factor.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    static @Nullable BigDecimal factor(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.movePointLeft(2);
    }

    /** UN/EDIFACT 5305; where only the rate is known, standard or zero. */
    static @Nullable String category(@Nullable String named, @Nullable BigDecimal factor) {
        if (named != null) {
            return CATEGORIES.getOrDefault(named, named);
        }
        return factor == null ? null : factor.signum() == 0 ? "Z" : "S";
    }

    static @Nullable String category(@Nullable String code) {
        return CATEGORIES.entrySet().stream().filter(entry -> entry.getValue().equals(code)).map(Map.Entry::getKey).findFirst().orElse(code);
    }

    /** Those of which the category or the rate is said. */
    static List<Tax> taxes(Row row, String currency) {
        List<Tax> taxes = new ArrayList<>();
        for (Row tax : row.rows("taxes")) {
            BigDecimal rate = percent(tax.decimal("tax"));
            String category = category(tax.text("category"), tax.decimal("tax"));
            if (category != null) {
                taxes.add(new Tax(
                        category, rate == null ? BigDecimal.ZERO : rate, money(tax.decimal("base"), currency),
                        money(tax.decimal("amount"), currency), tax.text("reason")));
            }
        }
        return List.copyOf(taxes);
    }

    /** Those with an amount; of one that only says a percentage, nothing says of what. */
    static List<AllowanceCharge> allowances(Row row, String currency, MappingReport report) {
        List<AllowanceCharge> allowances = new ArrayList<>();
        for (Row one : row.rows("allowances")) {
            BigDecimal amount = one.decimal("amount");
            if (amount != null) {
                allowances.add(new AllowanceCharge(
                        CHARGE.equals(one.text("kind")), new Money(amount, currency), null, null, one.text("reasonCode"), one.text("reason"),
                        null, null));
            } else {
                report.add(MappingError.LINE_LEFT_OUT, one, null, one.text("reasonCode"), "AOC_MONETARY_AMOUNT");
            }
        }
        return List.copyOf(allowances);
    }

    /** {@code null} after saying that TOTAL_AMOUNT is missing. */
    static @Nullable Totals read(Row row, List<Line> lines, String currency, MappingReport report) {
        Money payable = money(row.decimal("total"), currency);
        if (payable == null) {
            report.add(MappingError.AMOUNT_MISSING, row, "total", row.text("number"), "TOTAL_AMOUNT");
            return null;
        }
        Money net = money(row.decimal("net"), currency);
        Money sum = lines.stream().map(Line::net).reduce(Money.zero(currency), Money::plus);
        if (net != null && !net.sameAs(sum)) {
            report.add(MappingError.CONTROL_SUM_WRONG, row, "net", net.amount().toPlainString(), sum.amount().toPlainString());
        }
        return new Totals(
                net, sum(row, false, currency), sum(row, true, currency), sum(row.rows("taxes"), "base", currency),
                sum(row.rows("taxes"), "amount", currency), null, null, payable);
    }

    private static @Nullable Money sum(Row row, boolean charges, String currency) {
        return sum(row.rows("allowances").stream().filter(one -> CHARGE.equals(one.text("kind")) == charges).toList(), "amount", currency);
    }

    private static @Nullable Money sum(List<Row> rows, String field, String currency) {
        return rows.stream().map(row -> money(row.decimal(field), currency)).filter(money -> money != null).reduce(Money::plus).orElse(null);
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : new Money(amount, currency);
    }

    static void write(InvoiceDocument invoice, Row row) {
        Totals totals = invoice.totals();
        Money net = totals.lines() != null ? totals.lines()
                : invoice.lines().stream().map(Line::net).reduce(Money.zero(invoice.currency()), Money::plus);
        row.set("net", net.amount()).set("total", totals.payable().amount());
        for (AllowanceCharge allowance : invoice.allowances()) {
            row.add("allowances").set("kind", allowance.charge() ? CHARGE : "allowance").set("amount", allowance.amount().amount())
                    .set("reasonCode", allowance.reasonCode()).set("reason", allowance.reason());
        }
        for (Tax tax : invoice.taxes()) {
            Row target = row.add("taxes").set("category", category(tax.category())).set("type", "vat").set("tax", factor(tax.rate()));
            target.set("amount", tax.amount() == null ? null : tax.amount().amount());
            target.set("base", tax.base() == null ? null : tax.base().amount()).set("reason", tax.exemptionReason());
        }
        if (invoice.taxes().isEmpty()) {
            // there has to be one, even if no more is known than the sum
            row.add("taxes").set("amount", totals.tax() == null ? null : totals.tax().amount());
        }
    }
}
