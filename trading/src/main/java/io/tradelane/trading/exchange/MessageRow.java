package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to be stored.
 *
 * @param id from {@code Ids.next()}
 * @param index from 0, the place in the interchange
 * @param reference UNH 0062, or the id in an XML message
 * @param type {@code ORDERS}, {@code camt.054}
 * @param version {@code D96A}, {@code 08}
 * @param document null if it could not be read
 * @param businessKeys every number a person may search by: order, invoice, despatch advice, articles, SSCC, payment reference;
 *     references of interchange and message and the document's number are added here
 * @param counterparty the other business party: who receives an inbound document, who sent an outbound one
 * @param status RECEIVED; REJECTED when the reader refused it; NO_EFFECT for a test; RENDERED for outbound
 * @param findings as a JSON array
 * @param byteStart offset of the first byte in the interchange
 * @param byteEnd offset after the last byte
 */
public record MessageRow(
        UUID id,
        int index,
        String reference,
        String type,
        String version,
        @Nullable String association,
        @Nullable BusinessDocument document,
        List<String> businessKeys,
        @Nullable UUID counterparty,
        MessageStatus status,
        String findings,
        long byteStart,
        long byteEnd) {

    /** In the sandbox: between twins, and a test is no longer without effect. */
    MessageRow among(@Nullable UUID twin) {
        return new MessageRow(id, index, reference, type, version, association, document, businessKeys, twin,
                status == MessageStatus.NO_EFFECT ? MessageStatus.RECEIVED : status, findings, byteStart, byteEnd);
    }
}
