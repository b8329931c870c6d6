package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocError;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Taxes of an invoice in E1EDK04 and its sums in E1EDS01: 002 lines, 010 net, 005 tax, 011 to be paid. */
final class IdocTotals {
    private static final String LINES = "002";
    private static final String NET = "010";
    private static final String TAX = "005";
    private static final String PAYABLE = "011";
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    private IdocTotals() {}

    /** E1EDK04 has no base: it is what the lines and the conditions of the header with this rate add up to. */
    static List<Tax> taxes(Idoc idoc, Values values, List<Line> lines, List<AllowanceCharge> allowances) {
        List<Tax> taxes = new ArrayList<>();
        for (IdocSegment segment : idoc.segments("E1EDK04")) {
            BigDecimal rate = segment.number("MSATZ");
            Money amount = values.money(segment.number("MWSBT"));
            if (rate == null && amount == null) {
                continue;
            }
            BigDecimal percent = rate == null ? BigDecimal.ZERO : rate;
            String code = segment.text("MWSKZ");
            String category = code != null && IdocInvoiceLines.CATEGORIES.contains(code) ? code : percent.signum() == 0 ? "Z" : "S";
            taxes.add(new Tax(category, percent, base(percent, values, lines, allowances), amount, segment.text("KTEXT")));
        }
        return taxes.isEmpty() ? ofLines(idoc, values, lines, allowances) : List.copyOf(taxes);
    }

    /** Where the header says nothing: by rate, what the lines say in E1EDP04. */
    private static List<Tax> ofLines(Idoc idoc, Values values, List<Line> lines, List<AllowanceCharge> allowances) {
        Map<BigDecimal, BigDecimal> byRate = new LinkedHashMap<>();
        for (IdocSegment line : idoc.segments("E1EDP01")) {
            for (IdocSegment tax : line.children("E1EDP04")) {
                BigDecimal rate = tax.number("MSATZ");
                BigDecimal amount = tax.number("MWSBT");
                if (rate != null && amount != null && rate.signum() > 0) {
                    byRate.merge(rate.stripTrailingZeros(), amount, BigDecimal::add);
                }
            }
        }
        List<Tax> taxes = new ArrayList<>();
        byRate.forEach((rate, amount) -> taxes.add(new Tax("S", rate, base(rate, values, lines, allowances), values.money(amount), null)));
        return List.copyOf(taxes);
    }

    private static @Nullable Money base(BigDecimal rate, Values values, List<Line> lines, List<AllowanceCharge> allowances) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (Line line : lines) {
            if (line.taxRate() != null && line.taxRate().compareTo(rate) == 0) {
                sum = sum.add(line.net().amount());
                any = true;
            }
        }
        for (AllowanceCharge allowance : allowances) {
            if (any && allowance.taxRate() != null && allowance.taxRate().compareTo(rate) == 0) {
                sum = allowance.charge() ? sum.add(allowance.amount().amount()) : sum.subtract(allowance.amount().amount());
            }
        }
        return any ? values.money(sum) : null;
    }

    /** {@code null} when the report says that nobody knows what is to be paid. */
    static @Nullable Totals totals(
            Idoc idoc, IdocSegment header, Values values, List<Line> lines, List<AllowanceCharge> allowances, List<Tax> taxes) {
        Money net = values.sum(idoc, NET);
        Money tax = values.sum(idoc, TAX);
        Money payable = values.sum(idoc, PAYABLE);
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            sum = sum.add(line.net().amount());
        }
        Money off = sum(false, allowances, values);
        Money on = sum(true, allowances, values);
        BigDecimal expected = sum.add(on == null ? BigDecimal.ZERO : on.amount()).subtract(off == null ? BigDecimal.ZERO : off.amount());
        if (!lines.isEmpty()) {
            differs(idoc, NET, net, expected);
        }
        BigDecimal taxed = tax == null ? taxes.stream().filter(one -> one.amount() != null).map(one -> one.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add)
                : tax.amount();
        if (payable == null && (net != null || !lines.isEmpty())) {
            payable = values.money((net == null ? expected : net.amount()).add(taxed));
        } else if (payable != null && net != null && (tax != null || !taxes.isEmpty())) {
            differs(idoc, PAYABLE, payable, net.amount().add(taxed));
        }
        if (payable == null) {
            idoc.report().add(MappingError.AMOUNT_MISSING, header, null, null, "E1EDS01 011");
            return null;
        }
        return new Totals(values.sum(idoc, LINES), off, on, net, tax, null, null, payable);
    }

    private static @Nullable Money sum(boolean charge, List<AllowanceCharge> allowances, Values values) {
        BigDecimal sum = null;
        for (AllowanceCharge allowance : allowances) {
            if (allowance.charge() == charge) {
                sum = sum == null ? allowance.amount().amount() : sum.add(allowance.amount().amount());
            }
        }
        return values.money(sum);
    }

    private static void differs(Idoc idoc, String id, @Nullable Money told, BigDecimal expected) {
        IdocSegment segment = idoc.segment("E1EDS01", "SUMID", id);
        if (segment != null && told != null && told.amount().subtract(expected).abs().compareTo(TOLERANCE) > 0) {
            idoc.report().add(IdocError.SUM_DIFFERS, segment, "SUMME", segment.value("SUMME"), IdocValues.text(expected));
        }
    }

    static void write(InvoiceDocument invoice, IdocSegment root) {
        for (Tax tax : invoice.taxes()) {
            root.append("E1EDK04").set("MWSKZ", tax.category()).set("MSATZ", tax.rate()).set("MWSBT", tax.amount() == null ? null : tax.amount().amount())
                    .set("KTEXT", tax.exemptionReason());
        }
        Totals totals = invoice.totals();
        for (Money lost : new Money[] {totals.prepaid(), totals.rounding()}) {
            if (lost != null && !lost.isZero()) {
                throw new IdocUnwritable("E1EDS01", "SUMID", lost.toString(), "010, 005, 011");
            }
        }
        Values.sum(root, LINES, totals.lines());
        Values.sum(root, NET, totals.taxable());
        Values.sum(root, TAX, totals.tax());
        Values.sum(root, PAYABLE, totals.payable());
    }
}
