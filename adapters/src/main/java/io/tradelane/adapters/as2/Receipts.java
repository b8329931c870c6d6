package io.tradelane.adapters.as2;

import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.adapters.as2.message.ReceiptRequest;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Makes receipts with the HTTP header fields they travel with (RFC 4130, section 6). */
final class Receipts {
    private final Clock clock;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    /** @param signer null: unsigned, although asked for, because there is no key of ours */
    Entity write(Receipt receipt, ReceiptRequest request, @Nullable Identity signer, As2Message original) {
        Entity body = receipt.write(request.signed() ? signer : null, request.digest());
        Headers headers = header(clock, original.name("AS2-To"), original.name("AS2-From"), "<" + Ids.next() + "@tradelane>");
        for (Headers.Field field : body.headers().fields()) {
            headers = headers.with(field.name(), field.value());
        }
        return Entity.of(headers, body.body());
    }

    static Headers header(Clock clock, String from, String to, String messageId) {
        return Headers.of("AS2-Version", "1.2", "AS2-From", As2Message.quoted(from), "AS2-To", As2Message.quoted(to),
                "Message-ID", messageId, "MIME-Version", "1.0",
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
