package io.tradelane.mappings.syntax;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an interchange: UN/EDIFACT UNB.
 *
 * @param syntaxIdentifier 0001: UNOA … UNOY
 * @param syntaxVersion 0002: 1 … 4
 * @param preparedAt S004 in the sender's own time; absent when it could not be read
 * @param controlReference 0020
 * @param applicationReference 0026
 * @param acknowledgementRequested 0031 is 1 or 2
 * @param test 0035 is 1
 */
public record InterchangeHeader(
        String syntaxIdentifier,
        String syntaxVersion,
        PartyAddress sender,
        PartyAddress recipient,
        @Nullable LocalDateTime preparedAt,
        String controlReference,
        @Nullable String applicationReference,
        boolean acknowledgementRequested,
        boolean test) {}
