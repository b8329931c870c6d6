package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.TradacomsFile;
import io.tradelane.mappings.shared.TradacomsOutput;
import io.tradelane.mappings.syntax.tradacoms.TradacomsWriter;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes TRADACOMS INVOIC, version 9, with the trailers of the file. */
public final class TradacomsInvoiceWriter {
    private TradacomsInvoiceWriter() {}

    public static void write(InvoiceDocument invoice, TradacomsWriter out) {
        if (invoice.kind() != Kind.INVOICE) {
            throw TradacomsOutput.refused("TYP", invoice.kind().name(), Kind.INVOICE.name());
        }
        if (!invoice.allowances().isEmpty()) {
            throw TradacomsOutput.refused("STL", invoice.allowances().getFirst().amount().toString(), "0");
        }
        out.message("INVOIC", 9);
        TradacomsOutput.location(out, invoice.parties());
        LocalDate supplied = invoice.supplyDate() == null ? invoice.issueDate() : invoice.supplyDate();
        out.segment("IRF", TradacomsOutput.text("IRF", invoice.number(), 17), TradacomsOutput.day(invoice.issueDate()), TradacomsOutput.day(supplied));
        if (invoice.paymentTerms() != null) {
            out.segment("PYT", "1", TradacomsOutput.text("PYT", invoice.paymentTerms(), 40));
        }
        if (invoice.note() != null) {
            out.segment("DNA", "1", "", TradacomsOutput.lines("DNA", invoice.note(), 4));
        }
        lines(invoice, out);
        for (int i = 0; i < invoice.taxes().size(); i++) {
            subtotal(invoice.taxes().get(i), i + 1, invoice.lines(), out);
        }
        total(invoice, out);
        out.endMessage();
    }

    private static void lines(InvoiceDocument invoice, TradacomsWriter out) {
        String current = null;
        int orders = 0;
        int place = 0;
        for (Line line : invoice.lines()) {
            String order = line.orderNumber() == null ? invoice.orderNumber() : line.orderNumber();
            if (orders == 0 || !Objects.equals(order, current)) {
                current = order;
                orders++;
                place = 0;
                out.segment("ODD", Integer.toString(orders), TradacomsOutput.text("ODD", order, 17),
                        TradacomsOutput.text("ODD", invoice.despatchAdviceNumber(), 17));
            }
            line(line, orders, ++place, out);
        }
    }

    private static void line(Line line, int order, int place, TradacomsWriter out) {
        String[][] item = TradacomsOutput.item(line.item());
        boolean pieces = line.quantity().unit().equals(TradacomsFile.PIECE) || line.quantity().unit().equals("EA");
        BigDecimal value = line.quantity().value();
        String unit = line.quantity().unit().equals("KGM") ? "KG" : TradacomsOutput.text("ILD", line.quantity().unit(), 6);
        String[] quantity = pieces ? new String[] {TradacomsOutput.number("ILD", value, 0)}
                : new String[] {"", TradacomsOutput.number("ILD", value, TradacomsInvoiceMapping.RATE), unit};
        Money price = line.price() == null ? null : line.price().of(new Quantity(BigDecimal.ONE, line.price().basis().unit()));
        out.segment("ILD", Integer.toString(order), Integer.toString(place), item[0], item[1], item[2], "1", quantity,
                TradacomsOutput.amount("ILD", price, TradacomsInvoiceMapping.COST)[0],
                TradacomsOutput.amount("ILD", line.net(), TradacomsInvoiceMapping.COST), code(line.taxCategory() == null ? "S" : line.taxCategory()),
                TradacomsOutput.number("ILD", line.taxRate(), TradacomsInvoiceMapping.RATE), "", "",
                TradacomsOutput.lines("ILD", line.item().description(), 2));
    }

    private static String code(String category) {
        return switch (category) {
            case "AA" -> "L";
            case "A" -> "X";
            case "S", "Z", "E", "H" -> category;
            default -> throw TradacomsOutput.refused("ILD", category, "S, Z, E, AA, H, A");
        };
    }

    private static String[] sum(String segment, @Nullable Money money) {
        return TradacomsOutput.amount(segment, money, TradacomsInvoiceMapping.SUM);
    }

    private static void subtotal(Tax tax, int number, List<Line> lines, TradacomsWriter out) {
        long count = lines.stream().filter(line -> line.taxRate() == null || line.taxRate().compareTo(tax.rate()) == 0).count();
        Money payable = tax.base() == null || tax.amount() == null ? null : tax.base().plus(tax.amount());
        out.segment("STL", Integer.toString(number), code(tax.category()), TradacomsOutput.number("STL", tax.rate(), TradacomsInvoiceMapping.RATE),
                Long.toString(count), sum("STL", tax.base()), "", "", "", "", sum("STL", tax.base()), "", sum("STL", tax.base()),
                sum("STL", tax.amount()), sum("STL", payable), sum("STL", payable));
    }

    private static void total(InvoiceDocument invoice, TradacomsWriter out) {
        Totals totals = invoice.totals();
        out.segment("TLR", Integer.toString(invoice.taxes().size()), sum("TLR", totals.lines()), "", "", "", "", sum("TLR", totals.lines()), "",
                sum("TLR", totals.taxable()), sum("TLR", totals.tax()), sum("TLR", totals.payable()), sum("TLR", totals.payable()));
    }

    /** VATTLR: sums by rate; INVTLR: of the file. */
    public static void trailers(List<InvoiceDocument> invoices, TradacomsWriter out) {
        out.message("VATTLR", 9);
        int number = 0;
        for (Tax tax : RateSums.of(invoices)) {
            Money payable = tax.base() == null || tax.amount() == null ? null : tax.base().plus(tax.amount());
            out.segment("VRS", Integer.toString(++number), code(tax.category()), TradacomsOutput.number("VRS", tax.rate(), TradacomsInvoiceMapping.RATE),
                    sum("VRS", tax.base()), sum("VRS", tax.base()), sum("VRS", tax.amount()), sum("VRS", payable), sum("VRS", payable));
        }
        out.endMessage();
        out.message("INVTLR", 9);
        Money net = RateSums.sum(invoices.stream().map(invoice -> invoice.totals().taxable()).toList());
        Money tax = RateSums.sum(invoices.stream().map(invoice -> invoice.totals().tax()).toList());
        Money payable = RateSums.sum(invoices.stream().map(invoice -> invoice.totals().payable()).toList());
        out.segment("TOT", sum("TOT", net), sum("TOT", net), sum("TOT", tax), sum("TOT", payable), sum("TOT", payable), Integer.toString(invoices.size()));
        out.endMessage();
    }
}
