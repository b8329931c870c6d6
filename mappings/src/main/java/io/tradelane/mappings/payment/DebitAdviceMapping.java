package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import org.jspecify.annotations.Nullable;

/** DEBMUL and {@link PaymentNotificationDocument}: money that went. */
public final class DebitAdviceMapping implements EdifactMapping<PaymentNotificationDocument> {

    @Override
    public String message() {
        return "DEBMUL";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_NOTIFICATION;
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/payment/DEBMUL.xml";
    }

    @Override
    public boolean writes(PaymentNotificationDocument document) {
        return document.entries().stream().allMatch(entry -> entry.direction() == Direction.DEBIT);
    }

    @Override
    public @Nullable PaymentNotificationDocument read(Row message, MappingReport report) {
        return AdviceRows.read(message, Direction.DEBIT, report);
    }

    @Override
    public void write(PaymentNotificationDocument notification, Row message, String directory) {
        message.set("kind", "456");
        AdviceRows.write(notification, Direction.DEBIT, message);
    }
}
