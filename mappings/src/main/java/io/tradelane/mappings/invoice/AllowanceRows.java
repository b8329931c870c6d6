package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** ALC groups (rows {@code allowances}), of the invoice or a line. */
final class AllowanceRows {
    /** 5463. */
    private static final String ALLOWANCE = "A";
    private static final String CHARGE = "C";
    /** 5025, best first. */
    private static final String[] ALLOWED = {"204", "8", "131", "98"};
    private static final String[] CHARGED = {"23", "8", "64", "131", "98"};
    private static final String BASE = "25";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AllowanceRows() {}

    static List<AllowanceCharge> read(Row owner, Amounts amounts) {
        List<AllowanceCharge> found = new ArrayList<>();
        for (Row row : owner.rows("allowances")) {
            String kind = row.text("kind");
            boolean charge = kind != null && (kind.equals(CHARGE) || kind.equals("K") || kind.equals("L") || kind.equals("M"));
            Money base = amounts.money(row, BASE);
            BigDecimal percent = row.decimal("percent");
            Money stated = amounts.money(row, charge ? CHARGED : ALLOWED);
            Money amount = stated != null || base == null || percent == null ? stated
                    : new Money(base.amount().multiply(percent).divide(HUNDRED), base.currency()).rounded();
            if (amount != null) {
                String code = charge ? row.text("service") : row.text("reason");
                found.add(new AllowanceCharge(
                        charge,
                        new Money(amount.amount().abs(), amount.currency()),
                        percent,
                        base,
                        code == null ? row.text(charge ? "reason" : "service") : code,
                        row.text("text"),
                        TaxRows.category(row),
                        TaxRows.rate(row)));
            }
        }
        return List.copyOf(found);
    }

    static void write(List<AllowanceCharge> allowances, Row owner) {
        for (AllowanceCharge one : allowances) {
            Row row = owner.add("allowances").set("kind", one.charge() ? CHARGE : ALLOWANCE);
            row.set(one.charge() ? "service" : "reason", one.reasonCode()).set("text", one.reason());
            if (one.percent() != null) {
                row.set("percentKind", one.charge() ? "2" : "1").set("percent", one.percent());
            }
            Amounts.write(one.charge() ? CHARGED[0] : ALLOWED[0], one.amount(), row);
            Amounts.write(BASE, one.base(), row);
            if (one.taxRate() != null || one.taxCategory() != null) {
                TaxRows.write(one.taxRate(), one.taxCategory(), row);
            }
        }
    }
}
