package io.tradelane.trading.despatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or a paper that proves a delivery.
 *
 * @param contentType {@code image/jpeg}, {@code image/png} or {@code application/pdf}, by its content
 * @param organisation whose people brought it
 * @param signedBy who took the goods
 */
public record DeliveryProof(
        UUID id, UUID medium, String sha256, String contentType, long size, String fileName, UUID organisation, String addedBy, @Nullable String signedBy, @Nullable String note,
        Instant addedAt) {

    public boolean picture() {
        return contentType.startsWith("image/");
    }
}
