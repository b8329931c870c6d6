package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** E1EDK05 and E1EDP05: conditions, as far as they are deductions or surcharges and not prices or taxes. */
final class IdocAllowances {
    /** Longer ones are condition types of SAP. */
    private static final int REASON = 3;

    private IdocAllowances() {}

    static List<AllowanceCharge> read(List<IdocSegment> conditions, Values values) {
        List<AllowanceCharge> allowances = new ArrayList<>();
        for (IdocSegment condition : conditions) {
            Money amount = values.money(condition.number("BETRG"));
            String type = condition.value("KSCHL");
            boolean charge = condition.value("ALCKZ").equals("+");
            boolean price = type.startsWith("PR") || type.startsWith("PB") || type.startsWith("MW") || charge && condition.has("KRATE");
            if (amount == null || amount.isZero() || price || !charge && !condition.value("ALCKZ").equals("-")) {
                continue;
            }
            allowances.add(new AllowanceCharge(
                    charge, new Money(amount.amount().abs(), amount.currency()), condition.number("KPERC"), values.money(condition.number("KOBAS")),
                    type.isEmpty() || type.length() > REASON ? null : type, condition.text("KOTXT"), category(condition), condition.number("MSATZ")));
        }
        return List.copyOf(allowances);
    }

    private static @Nullable String category(IdocSegment condition) {
        String code = condition.text("MWSKZ");
        return code != null && IdocInvoiceLines.CATEGORIES.contains(code) ? code : null;
    }

    static void write(List<AllowanceCharge> allowances, IdocSegment above, String type) {
        for (AllowanceCharge allowance : allowances) {
            IdocSegment condition = above.append(type).set("ALCKZ", allowance.charge() ? "+" : "-").set("KSCHL", allowance.reasonCode())
                    .set("KOTXT", allowance.reason()).set("BETRG", allowance.amount().amount()).set("KPERC", allowance.percent())
                    .set("MWSKZ", allowance.taxCategory()).set("MSATZ", allowance.taxRate());
            if (type.equals("E1EDP05") && allowance.base() != null) {
                condition.set("KOBAS", allowance.base().amount());
            }
        }
    }
}
