package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinWriter;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Batch;
import io.tradelane.trading.document.PaymentInstructionDocument.Kind;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes MT101: one message for each batch, since day and account stand in sequence A. */
final class SwiftInstructionWriter {
    private static final int REFERENCE = 16;

    private SwiftInstructionWriter() {}

    static String write(PaymentInstructionDocument document, String sender, String recipient) {
        if (document.kind() != Kind.CREDIT_TRANSFER) {
            throw SwiftText.refused("20", document.kind().name(), Kind.CREDIT_TRANSFER.name());
        }
        FinWriter out = new FinWriter();
        int count = document.batches().size();
        for (int i = 0; i < count; i++) {
            Batch batch = document.batches().get(i);
            out.begin("101", sender, recipient);
            String number = count == 1 ? document.number() : document.number() + "-" + (i + 1);
            out.field("20", SwiftText.reference("20", number, REFERENCE));
            if (!batch.number().equals(number)) {
                out.field("21R", SwiftText.reference("21R", batch.number(), REFERENCE));
            }
            out.field("28D", "1/1");
            out.field("50H", party("50H", batch.account(), batch.accountHolder()));
            if (batch.bank() != null) {
                bank(out, "52", batch.bank());
            }
            out.field("30", SwiftText.day(batch.executionDate()));
            for (Transaction transaction : batch.transactions()) {
                transaction(out, batch, transaction);
            }
            out.end();
        }
        return out.text();
    }

    private static void transaction(FinWriter out, Batch batch, Transaction transaction) {
        out.field("21", SwiftText.reference("21", transaction.endToEndId(), REFERENCE));
        if (batch.urgent()) {
            out.field("23E", "URGP");
        }
        out.field("32B", transaction.amount().currency() + SwiftText.amount("32B", transaction.amount()));
        if (transaction.bank() != null) {
            bank(out, "57", transaction.bank());
        }
        out.field("59", party("59", transaction.account(), transaction.name()));
        String remittance = Remittance.with(transaction.remittance(), transaction.creditorReference());
        if (remittance != null) {
            out.field("70", SwiftText.lines("70", remittance, 4));
        }
        out.field("71A", "SHA");
    }

    private static List<String> party(String tag, String account, @Nullable String name) {
        List<String> lines = new ArrayList<>();
        lines.add("/" + SwiftText.text(tag, account, 34));
        // Without a name the bank takes the one it has for the account; the field asks for one.
        lines.add(SwiftText.text(tag, name == null ? account : name, 35));
        return lines;
    }

    private static void bank(FinWriter out, String number, String bank) {
        if (FinWriter.isBic(bank)) {
            out.field(number + "A", bank);
        } else {
            out.field(number + "C", "/" + SwiftText.text(number + "C", bank, 34));
        }
    }
}
