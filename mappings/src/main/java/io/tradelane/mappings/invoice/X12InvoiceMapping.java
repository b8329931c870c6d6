package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Terms;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 810 and {@link InvoiceDocument}. It has no place for a bank account or a reference that the payer is to quote. */
public final class X12InvoiceMapping implements X12Mapping<InvoiceDocument> {
    private static final int PRICE_DECIMALS = 6;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(3660);

    @Override
    public String set() {
        return "810";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public @Nullable InvoiceDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BIG02");
        Values values = Values.of(set, report);
        List<Line> lines = lines(set, values, report);
        Heads.checkCount(set, set.rows("lines").size(), report);
        Money payable = values.implied(set.decimal("payable"));
        if (payable == null) {
            report.add(MappingError.AMOUNT_MISSING, set.position(), null, "TDS01");
        }
        if (number == null || payable == null) {
            return null;
        }
        LocalDate issued = Heads.issueDate(set, "issueDate", report, "BIG01");
        List<AllowanceCharge> allowances = X12Charges.read(set, values);
        return new InvoiceDocument(
                number, kind(set), issued, dueDate(set, issued), Dates.date(set, "011", "035", "050"), values.currency(), Refs.number(set, "CR", "BL"),
                set.text("orderNumber") == null ? Refs.number(set, "PO") : set.text("orderNumber"), Refs.number(set, "SI", "BM", "PK"),
                Refs.number(set, "IV", "OI"), Refs.number(set, "TN"), null, Names.read(set), Terms.read(set), set.text("note"), allowances, lines,
                X12Charges.taxes(set, values),
                new Totals(amount(set, values, "1"), X12Charges.sum(allowances, false, values), X12Charges.sum(allowances, true, values),
                        amount(set, values, "N"), amount(set, values, "T"), amount(set, values, "PD"), null, payable));
    }

    private static @Nullable Money amount(Row set, Values values, String kind) {
        return set.rows("amounts").stream().filter(row -> kind.equals(row.text("kind"))).map(row -> values.money(row.decimal("amount"))).filter(money -> money != null).findFirst().orElse(null);
    }

    /** 640: what is no credit and no debit memo is an invoice. */
    private static Kind kind(Row set) {
        return switch (String.valueOf(set.text("kind"))) {
            case "CR", "CN", "CM", "CP", "CC" -> Kind.CREDIT_NOTE;
            case "DR", "DM", "DB" -> Kind.DEBIT_NOTE;
            case "CO" -> Kind.CORRECTED;
            case "SB", "ER" -> Kind.SELF_BILLED;
            default -> Kind.INVOICE;
        };
    }

    /** Stated, or the number of days after the date of the invoice. */
    static @Nullable LocalDate dueDate(Row set, LocalDate issued) {
        for (Row row : set.rows("terms")) {
            BigDecimal days = row.decimal("netDays");
            if (row.date("dueDate") != null) {
                return row.date("dueDate");
            }
            if (days != null && days.compareTo(MOST_DAYS) < 0) {
                return issued.plusDays(days.longValue());
            }
        }
        return null;
    }

    private static List<Line> lines(Row set, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            String number = Heads.lineNumber(row, "number", lines.size() + 1, report);
            Quantity quantity = Values.quantity(row, "quantity", "unit");
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "IT102");
                continue;
            }
            Price price = values.price(row, quantity);
            List<AllowanceCharge> allowances = X12Charges.read(row, values);
            Money net = net(row, values, price, quantity, allowances);
            if (net == null) {
                report.add(MappingError.AMOUNT_MISSING, row.position(), number, "IT104");
                continue;
            }
            BigDecimal rate = row.rows("taxes").stream().map(tax -> tax.decimal("rate")).filter(r -> r != null).findFirst().orElse(null);
            lines.add(new Line(
                    number, Refs.number(row, "PO"), Refs.number(row, "LI", "PL"), Items.read(row, report), quantity, price, net, rate, null, allowances));
        }
        return List.copyOf(lines);
    }

    /** As stated, or what quantity and price make, with the line's own allowances and charges. */
    private static @Nullable Money net(Row row, Values values, @Nullable Price price, Quantity quantity, List<AllowanceCharge> allowances) {
        Money stated = values.firstAmount(row);
        if (stated != null || price == null) {
            return stated;
        }
        Money net = price.of(quantity);
        for (AllowanceCharge allowance : allowances) {
            net = allowance.charge() ? net.plus(allowance.amount()) : net.minus(allowance.amount());
        }
        return net.rounded();
    }

    @Override
    public void write(InvoiceDocument invoice, Row set, String version) {
        set.set("issueDate", invoice.issueDate()).set("number", invoice.number()).set("orderNumber", invoice.orderNumber());
        set.set("kind", code(invoice.kind())).set("purpose", "00");
        if (invoice.note() != null) {
            set.set("noteKind", "INV").set("note", invoice.note());
        }
        Values.writeCurrency(invoice.currency(), set);
        Refs.add(set, "CR", invoice.buyerReference());
        Refs.add(set, "SI", invoice.despatchAdviceNumber());
        Refs.add(set, "IV", invoice.precedingInvoice());
        Refs.add(set, "TN", invoice.creditorReference());
        Names.write(invoice.parties(), set);
        if (invoice.dueDate() != null || invoice.paymentTerms() != null) {
            set.add("terms").set("dueDate", invoice.dueDate()).set("text", invoice.paymentTerms());
        }
        Dates.write(set, "011", invoice.supplyDate());
        for (Line line : invoice.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber());
            Values.write(line.quantity(), row, "quantity", "unit");
            Values.write(price(line), row);
            Items.write(line.item(), null, row);
            row.add("amounts").set("kind", "1").set("amount", line.net().amount());
            Refs.add(row, "PO", line.orderNumber());
            Refs.add(row, "LI", line.orderLineNumber());
            X12Charges.rate(line.taxRate(), row);
            X12Charges.write(line.allowances(), row);
        }
        Totals totals = invoice.totals();
        set.set("payable", Values.implied(totals.payable()));
        X12Charges.writeTaxes(invoice.taxes(), set);
        amount("1", totals.lines(), set);
        amount("N", totals.taxable(), set);
        amount("T", totals.tax(), set);
        amount("PD", totals.prepaid(), set);
        X12Charges.write(invoice.allowances(), set);
        set.set("lineCount", BigDecimal.valueOf(invoice.lines().size()));
    }

    /** IT104 must be there; where no price is stated, it is what the quantity costs, for one. */
    private static Price price(Line line) {
        if (line.price() != null) {
            return line.price();
        }
        BigDecimal quantity = line.quantity().value().signum() == 0 ? BigDecimal.ONE : line.quantity().value();
        BigDecimal each = line.net().amount().divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Price.each(new Money(each, line.net().currency()), line.quantity().unit());
    }

    private static void amount(String kind, @Nullable Money money, Row set) {
        if (money != null) {
            set.add("amounts").set("kind", kind).set("amount", money.amount());
        }
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case INVOICE -> "DI";
            case CREDIT_NOTE -> "CR";
            case DEBIT_NOTE -> "DR";
            case CORRECTED -> "CO";
            case SELF_BILLED -> "SB";
        };
    }
}
