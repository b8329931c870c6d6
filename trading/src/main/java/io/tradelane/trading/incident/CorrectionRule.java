package io.tradelane.trading.incident;

import io.tradelane.trading.document.DocumentType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a company sends may be corrected by one person alone.
 *
 * @param receiver absent: to everybody
 * @param type absent: documents of every type
 * @param secondPerson whether another person has to approve
 */
public record CorrectionRule(UUID id, UUID sender, @Nullable UUID receiver, @Nullable DocumentType type, boolean secondPerson) {}
