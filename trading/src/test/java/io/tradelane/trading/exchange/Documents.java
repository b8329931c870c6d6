package io.tradelane.trading.exchange;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests of this room exchange. */
public final class Documents {
    private Documents() {}

    public static OrderDocument order(String number) {
        return new OrderDocument(
                number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.of(2026, 11, 22), null, "EUR", List.of(), List.of(),
                null, null, Money.of("100.00", "EUR"),
                List.of(new OrderDocument.Line("1", new Item(null, null, "A-1", "螺栓 M8"), Quantity.of(10, "PCE"), null, null, null, null, List.of())));
    }

    public static MessageRow row(int index, String order, @Nullable UUID counterparty) {
        return new MessageRow(
                Ids.next(), index, "M" + order, "ORDERS", "D96A", "EAN008", order(order), List.of(order, "ART-" + order), counterparty,
                MessageStatus.RECEIVED, "[]", 0, 5);
    }

    public static InterchangeFacts facts(@Nullable String sender, String recipient, @Nullable String reference) {
        return new InterchangeFacts("EDIFACT", "UNOC:3", sender, "14", recipient, "14", reference, false, true, false, "[]");
    }

    public static Reception reception(@Nullable UUID organisation, @Nullable String transportMessageId) {
        return new Reception(organisation, null, "http", transportMessageId, "application/EDIFACT", "order.edi", Map.of("mic", "x"));
    }

    public static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the checked exception, which memory does not throw. */
    public static Receipt receive(Inbox inbox, Reception reception, String content) {
        try {
            return inbox.receive(reception, bytes(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
