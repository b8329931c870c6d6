package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import org.jspecify.annotations.Nullable;

/** CREMUL, money that came, or DEBMUL, money that went, and {@link PaymentNotificationDocument}. */
public final class PaymentAdviceMapping implements EdifactMapping<PaymentNotificationDocument> {
    private final Direction direction;

    public PaymentAdviceMapping(Direction direction) {
        this.direction = direction;
    }

    @Override
    public String message() {
        return direction == Direction.CREDIT ? "CREMUL" : "DEBMUL";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_NOTIFICATION;
    }

    @Override
    public boolean writes(PaymentNotificationDocument document) {
        return document.entries().stream().allMatch(entry -> entry.direction() == direction);
    }

    @Override
    public @Nullable PaymentNotificationDocument read(Row message, MappingReport report) {
        return AdviceRows.read(message, direction, report);
    }

    /** BGM 1001: 455 extended credit advice, 456 extended debit advice. */
    @Override
    public void write(PaymentNotificationDocument notification, Row message, String directory) {
        message.set("kind", direction == Direction.CREDIT ? "455" : "456");
        AdviceRows.write(notification, direction, message);
    }
}
