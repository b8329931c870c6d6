package io.tradelane.mappings.syntax;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A functional group inside an interchange: X12 GS.
 *
 * @param functionalIdentifier GS01: PO for purchase orders
 * @param sender GS02, an application's code
 * @param recipient GS03
 * @param preparedAt GS04 and GS05; absent when they could not be read
 * @param controlReference GS06
 * @param agency GS07: X
 * @param version GS08 as sent: 004010, 005010X230
 */
public record GroupHeader(
        String functionalIdentifier,
        String sender,
        String recipient,
        @Nullable LocalDateTime preparedAt,
        String controlReference,
        String agency,
        String version) {}
