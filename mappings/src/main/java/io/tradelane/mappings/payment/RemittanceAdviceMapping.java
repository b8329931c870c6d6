package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.document.RemittanceAdviceDocument.Item;
import io.tradelane.trading.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** REMADV and {@link RemittanceAdviceDocument}. */
public final class RemittanceAdviceMapping implements EdifactMapping<RemittanceAdviceDocument> {
    private static final Codes<InvoiceDocument.Kind> KINDS = Codes.of(InvoiceDocument.Kind.values(), InvoiceDocument.Kind::code);
    /** 4465: as agreed between the parties; the text beside it says what. */
    private static final String OTHER_REASON = "ZZZ";
    /** 5025: adjustment amount. */
    private static final String ADJUSTMENT = "165";

    @Override
    public String message() {
        return "REMADV";
    }

    @Override
    public DocumentType type() {
        return DocumentType.REMITTANCE_ADVICE;
    }

    @Override
    public @Nullable RemittanceAdviceDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Amounts amounts = Amounts.of(message, report);
        List<Item> items = items(message, amounts, report);
        Money total = amounts.money(message, "12", "9", "77", "128", "86", "139");
        if (total == null) {
            report.add(MappingError.AMOUNT_MISSING, message.position(), null, "MOA+12");
        }
        if (number == null || total == null) {
            return null;
        }
        return new RemittanceAdviceDocument(
                number,
                Headers.issueDate(message, report),
                message.date("paymentDate"),
                ReferenceRows.number(message, "PQ", "AEK", "CR"),
                PartyRows.readPlain(message),
                total,
                items,
                List.of());
    }

    private static List<Item> items(Row message, Amounts amounts, MappingReport report) {
        List<Item> items = new ArrayList<>();
        for (Row row : message.rows("items")) {
            String number = row.text("number");
            Money paid = amounts.money(row, "12", "9", "77");
            if (number == null) {
                report.add(MappingError.REFERENCE_MISSING, row.position(), null, "DOC 1004");
            }
            if (paid == null) {
                report.add(MappingError.AMOUNT_MISSING, row.position(), number, "MOA+12");
            }
            if (number != null && paid != null) {
                items.add(item(row, number, paid, amounts));
            }
        }
        return List.copyOf(items);
    }

    private static Item item(Row row, String number, Money paid, Amounts amounts) {
        InvoiceDocument.Kind kind = KINDS.find(row.text("kind"));
        Money due = paid.equals(amounts.money(row, "12")) ? amounts.money(row, "9", "77", "39") : null;
        return new Item(
                kind == null ? InvoiceDocument.Kind.INVOICE : kind,
                number,
                row.date("date"),
                due,
                paid,
                row.rows("adjustments").stream().flatMap(adjustment -> adjustment(adjustment, amounts).stream()).toList());
    }

    /** Without an amount it says nothing of the payment. */
    private static Optional<Adjustment> adjustment(Row row, Amounts amounts) {
        String code = row.text("reason");
        return Optional.ofNullable(amounts.money(row, ADJUSTMENT, "52", "204", "8"))
                .map(amount -> new Adjustment(amount, OTHER_REASON.equals(code) ? null : code, TextRows.note(row)));
    }

    @Override
    public void write(RemittanceAdviceDocument advice, Row message, String directory) {
        message.set("kind", "481").set("number", advice.number()).set("function", "9");
        message.set("issueDate", advice.issueDate()).set("paymentDate", advice.paymentDate());
        ReferenceRows.add(message, Kind.PAYMENT, advice.paymentReference(), null);
        PartyRows.write(advice.parties(), message);
        Amounts.writeCurrency(advice.total().currency(), message);
        for (Item item : advice.items()) {
            Row row = message.add("items").set("kind", item.documentKind().code()).set("number", item.documentNumber());
            row.set("date", item.documentDate());
            Amounts.write("9", item.due(), row);
            Amounts.write("12", item.paid(), row);
            for (Adjustment adjustment : item.adjustments()) {
                Row below = row.add("adjustments").set("reason", coded(adjustment) ? adjustment.code() : OTHER_REASON);
                Amounts.write(ADJUSTMENT, adjustment.amount(), below);
                TextRows.writeNote(adjustment.text(), below);
            }
        }
        Amounts.write("12", advice.total(), message);
    }

    private static boolean coded(Adjustment adjustment) {
        return adjustment.code() != null && adjustment.code().matches("\\d{1,3}");
    }
}
