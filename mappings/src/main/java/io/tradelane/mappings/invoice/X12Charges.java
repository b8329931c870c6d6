package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SAC and TXI segments (rows {@code allowances} and {@code taxes}) of an 810. */
final class X12Charges {
    /** 963: value added tax. */
    private static final String VAT = "VA";
    /** 1300: mutually defined. */
    private static final String OTHER = "ZZZZ";
    private static final int CODE = 4;

    private X12Charges() {}

    static List<AllowanceCharge> read(Row owner, Values values) {
        List<AllowanceCharge> charges = new ArrayList<>();
        for (Row row : owner.rows("allowances")) {
            Money amount = values.implied(row.decimal("amount"));
            String kind = String.valueOf(row.text("kind"));
            if (amount != null && (kind.equals("A") || kind.equals("C"))) {
                String code = row.text("code");
                charges.add(new AllowanceCharge(
                        kind.equals("C"), amount, row.decimal("percent"), null, OTHER.equals(code) ? null : code, row.text("text"), null, null));
            }
        }
        return List.copyOf(charges);
    }

    static void write(List<AllowanceCharge> charges, Row owner) {
        for (AllowanceCharge charge : charges) {
            String code = charge.reasonCode();
            Row row = owner.add("allowances").set("kind", charge.charge() ? "C" : "A").set("code", code != null && code.length() == CODE ? code : OTHER);
            row.set("amount", Values.implied(charge.amount())).set("text", charge.reason());
            if (charge.percent() != null) {
                row.set("percentOf", "3").set("percent", charge.percent());
            }
        }
    }

    static @Nullable Money sum(List<AllowanceCharge> charges, boolean charge, Values values) {
        return charges.stream().filter(one -> one.charge() == charge).map(AllowanceCharge::amount).reduce(Money::plus).orElse(null);
    }

    static List<Tax> taxes(Row set, Values values) {
        List<Tax> taxes = new ArrayList<>();
        for (Row row : set.rows("taxes")) {
            BigDecimal rate = row.decimal("rate");
            Money amount = values.money(row.decimal("amount"));
            if (rate != null || amount != null) {
                BigDecimal known = rate == null ? BigDecimal.ZERO : rate;
                boolean untaxed = known.signum() == 0 && (amount == null || amount.isZero());
                taxes.add(new Tax(untaxed ? "Z" : "S", known, values.money(row.decimal("base")), amount, null));
            }
        }
        return List.copyOf(taxes);
    }

    static void writeTaxes(List<Tax> taxes, Row set) {
        for (Tax tax : taxes) {
            set.add("taxes").set("kind", VAT).set("amount", Values.amount(tax.amount())).set("rate", tax.rate()).set("base", Values.amount(tax.base()));
        }
    }

    static void rate(@Nullable BigDecimal rate, Row line) {
        if (rate != null) {
            line.add("taxes").set("kind", VAT).set("rate", rate);
        }
    }
}
