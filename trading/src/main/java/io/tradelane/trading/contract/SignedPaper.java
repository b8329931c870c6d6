package io.tradelane.trading.contract;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A paper with one signature more, and by what it was signed.
 *
 * @param subject of the certificate, RFC 2253
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param level {@code B-B}, or {@code B-T} with a time-stamp
 */
public record SignedPaper(byte[] pdf, String subject, String fingerprint, String level, @Nullable OffsetDateTime stampedAt) {}
