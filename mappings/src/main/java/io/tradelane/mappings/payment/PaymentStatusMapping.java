package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.PaymentStatusDocument.Reason;
import io.tradelane.trading.document.PaymentStatusDocument.Status;
import io.tradelane.trading.document.PaymentStatusDocument.Transaction;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ISO 20022 pain.002 and {@link PaymentStatusDocument}. */
public final class PaymentStatusMapping implements XmlMapping<PaymentStatusDocument> {
    private static final Codes<Status> STATUSES = Codes.of(Status.values(), Status::code);

    @Override
    public String name() {
        return "pain.002";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/payment/pain-002.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_STATUS;
    }

    @Override
    public @Nullable PaymentStatusDocument read(Row document, MappingReport report) {
        String number = document.text("number");
        OffsetDateTime createdAt = document.dateTime("createdAt", ZoneOffset.UTC);
        String instruction = document.text("instruction");
        List<Transaction> transactions = new ArrayList<>();
        for (Row batch : document.rows("batches")) {
            String batchNumber = batch.text("number");
            Status status = status(batch, report);
            if (status != null && batch.rows("transactions").isEmpty()) {
                transactions.add(new Transaction(batchNumber, null, null, status, reasons(batch), null));
            }
            for (Row row : batch.rows("transactions")) {
                Status own = status(row, report);
                Status known = own != null ? own : status;
                if (known != null) {
                    transactions.add(new Transaction(
                            batchNumber, row.text("instructionId"), row.text("endToEndId"), known, reasons(row),
                            PaymentInstructionMapping.money(row, report)));
                }
            }
        }
        return number == null || createdAt == null || instruction == null ? null
                : new PaymentStatusDocument(
                        number, createdAt, instruction, status(document, report), reasons(document), List.of(), List.copyOf(transactions));
    }

    /** A status that came into the list later is taken as pending, so that nobody takes it for done. */
    private static @Nullable Status status(Row row, MappingReport report) {
        String code = row.text("status");
        Status status = STATUSES.find(code);
        if (status == null && code != null) {
            report.add(MappingError.CODE_ASSUMED, row, "status", code, Status.PENDING.code());
            return Status.PENDING;
        }
        return status;
    }

    private static List<Reason> reasons(Row row) {
        return row.rows("reasons").stream().map(reason -> new Reason(reason.text("code"), reason.text("text"))).toList();
    }

    @Override
    public void write(PaymentStatusDocument document, Row row) {
        row.set("number", document.number()).set("createdAt", document.createdAt()).set("instruction", document.instructionNumber());
        row.set("message", "pain.001").set("status", document.status() == null ? null : document.status().code());
        writeReasons(document.reasons(), row);
        Row batch = null;
        for (Transaction transaction : document.transactions()) {
            if (batch == null || !String.valueOf(transaction.batchNumber()).equals(batch.text("number"))) {
                batch = row.add("batches").set("number", String.valueOf(transaction.batchNumber()));
            }
            if (transaction.endToEndId() == null && transaction.instructionId() == null) {
                batch.set("status", transaction.status().code());
                writeReasons(transaction.reasons(), batch);
            } else {
                Row line = batch.add("transactions").set("instructionId", transaction.instructionId()).set("endToEndId", transaction.endToEndId());
                line.set("status", transaction.status().code());
                writeReasons(transaction.reasons(), line);
                if (transaction.amount() != null) {
                    line.set("amount", transaction.amount().amount()).set("currency", transaction.amount().currency());
                }
            }
        }
    }

    private static void writeReasons(List<Reason> reasons, Row row) {
        reasons.forEach(reason -> row.add("reasons").set("code", reason.code()).set("text", reason.text()));
    }
}
