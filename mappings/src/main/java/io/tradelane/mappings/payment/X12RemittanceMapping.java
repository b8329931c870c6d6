package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.document.RemittanceAdviceDocument.Item;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** X12 820 and {@link RemittanceAdviceDocument}; a payment order to a bank is read for what it says is paid. */
public final class X12RemittanceMapping implements X12Mapping<RemittanceAdviceDocument> {
    /** 426: mutually defined; the text beside it says what. */
    private static final String OTHER_REASON = "ZZ";

    @Override
    public String set() {
        return "820";
    }

    @Override
    public DocumentType type() {
        return DocumentType.REMITTANCE_ADVICE;
    }

    @Override
    public @Nullable RemittanceAdviceDocument read(Row set, MappingReport report) {
        String trace = set.text("trace");
        String own = Refs.number(set, "TN", "CK", "EF");
        String number = own != null ? own : trace != null ? trace : report.reference();
        Values values = Values.of(set, report);
        Money total = values.money(set.decimal("total"));
        List<Item> items = new ArrayList<>();
        Stream.concat(set.rows("entities").stream().flatMap(entity -> entity.rows("items").stream()), set.rows("items").stream())
                .forEach(row -> item(row, values, report, items));
        LocalDate issued = Dates.date(set, "097", "009", "007") == null ? set.date("paymentDate") : Dates.date(set, "097", "009", "007");
        if (total == null) {
            report.add(MappingError.AMOUNT_MISSING, set.position(), null, "BPR02");
            return null;
        }
        return new RemittanceAdviceDocument(
                number, issued == null ? Heads.issueDate(set, "paymentDate", report, "BPR16") : issued, set.date("paymentDate"), trace,
                Names.read(set), total, List.copyOf(items),
                set.rows("entities").stream().flatMap(entity -> adjustments(entity, values).stream()).toList());
    }

    /** ADX01 is negative where it reduces the payment. */
    private static List<Adjustment> adjustments(Row owner, Values values) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Row row : owner.rows("adjustments")) {
            Money amount = values.money(row.decimal("amount"));
            if (amount != null) {
                String code = row.text("reason");
                adjustments.add(new Adjustment(amount.negate(), OTHER_REASON.equals(code) ? null : code, row.text("text")));
            }
        }
        return adjustments;
    }

    private static void item(Row row, Values values, MappingReport report, List<Item> items) {
        String number = row.text("number");
        Money paid = values.money(row.decimal("paid"));
        if (number == null) {
            report.add(MappingError.REFERENCE_MISSING, row.position(), null, "RMR02");
        }
        if (paid == null) {
            report.add(MappingError.AMOUNT_MISSING, row.position(), number, "RMR04");
        }
        if (number == null || paid == null) {
            return;
        }
        List<Adjustment> adjustments = new ArrayList<>();
        Money discount = values.money(row.decimal("discount"));
        if (discount != null && discount.amount().signum() != 0) {
            adjustments.add(new Adjustment(discount, null, null));
        }
        adjustments.addAll(adjustments(row, values));
        InvoiceDocument.Kind kind = switch (String.valueOf(row.text("kind"))) {
            case "CM", "CL" -> InvoiceDocument.Kind.CREDIT_NOTE;
            case "DB", "DL" -> InvoiceDocument.Kind.DEBIT_NOTE;
            default -> InvoiceDocument.Kind.INVOICE;
        };
        items.add(new Item(kind, number, Dates.date(row, "003"), values.money(row.decimal("due")), paid, List.copyOf(adjustments)));
    }

    @Override
    public void write(RemittanceAdviceDocument advice, Row set, String version) {
        set.set("handling", "I").set("total", advice.total().amount()).set("direction", "C").set("method", "NON").set("paymentDate", advice.paymentDate());
        if (advice.paymentReference() != null) {
            set.set("traceKind", "1").set("trace", advice.paymentReference());
        }
        Values.writeCurrency(advice.total().currency(), set);
        Refs.add(set, "TN", advice.number());
        Dates.write(set, "097", advice.issueDate());
        Names.write(advice.parties(), set);
        Row entity = advice.items().isEmpty() ? null : set.add("entities").set("number", BigDecimal.ONE);
        for (Item item : advice.items()) {
            Row row = entity.add("items").set("kind", kind(item.documentKind())).set("number", item.documentNumber());
            row.set("paid", item.paid().amount()).set("due", Values.amount(item.due()));
            Dates.write(row, "003", item.documentDate());
            item.adjustments().forEach(adjustment -> write(adjustment, row));
        }
        for (Adjustment adjustment : advice.adjustments()) {
            entity = entity == null ? set.add("entities").set("number", BigDecimal.ONE) : entity;
            write(adjustment, entity);
        }
    }

    private static void write(Adjustment adjustment, Row owner) {
        boolean coded = adjustment.code() != null && adjustment.code().length() == 2;
        owner.add("adjustments").set("amount", adjustment.amount().amount().negate()).set("reason", coded ? adjustment.code() : OTHER_REASON)
                .set("text", adjustment.text());
    }

    private static String kind(InvoiceDocument.Kind kind) {
        return switch (kind) {
            case CREDIT_NOTE -> "CM";
            case DEBIT_NOTE -> "DB";
            default -> "IV";
        };
    }
}
