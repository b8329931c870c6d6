package io.tradelane.trading.contract;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file of a version: the paper, and the same with one signature more.
 *
 * @param step how many signatures it has
 */
public record ContractFile(UUID id, UUID versionId, int step, byte[] content, byte[] sha256, OffsetDateTime at) {}
