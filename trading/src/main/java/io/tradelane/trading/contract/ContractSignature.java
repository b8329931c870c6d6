package io.tradelane.trading.contract;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a version for which company.
 *
 * @param signer the person, or the API client
 * @param subject of the certificate
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param level of PAdES (ETSI EN 319 142-1): {@code B-B}, or {@code B-T} with a time-stamp
 * @param stampedAt by the time-stamp authority
 */
public record ContractSignature(
        UUID id,
        UUID versionId,
        UUID fileId,
        UUID organisationId,
        @Nullable UUID userId,
        String signer,
        String subject,
        String fingerprint,
        String level,
        OffsetDateTime at,
        @Nullable OffsetDateTime stampedAt) {}
