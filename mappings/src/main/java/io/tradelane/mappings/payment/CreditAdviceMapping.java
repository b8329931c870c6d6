package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import org.jspecify.annotations.Nullable;

/** CREMUL and {@link PaymentNotificationDocument}: money that came. */
public final class CreditAdviceMapping implements EdifactMapping<PaymentNotificationDocument> {

    @Override
    public String message() {
        return "CREMUL";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_NOTIFICATION;
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/payment/CREMUL.xml";
    }

    @Override
    public boolean writes(PaymentNotificationDocument document) {
        return document.entries().stream().allMatch(entry -> entry.direction() == Direction.CREDIT);
    }

    @Override
    public @Nullable PaymentNotificationDocument read(Row message, MappingReport report) {
        return AdviceRows.read(message, Direction.CREDIT, report);
    }

    @Override
    public void write(PaymentNotificationDocument notification, Row message, String directory) {
        message.set("kind", "455");
        AdviceRows.write(notification, Direction.CREDIT, message);
    }
}
