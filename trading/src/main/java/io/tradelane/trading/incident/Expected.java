package io.tradelane.trading.incident;

import io.tradelane.trading.incident.Obligation.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that has to come now, as the deal stands.
 *
 * @param subject the order, shipment or invoice after which it comes
 * @param since from when its term runs
 */
public record Expected(Kind kind, UUID subject, UUID debtor, UUID creditor, String number, String deal, @Nullable UUID order, Instant since) {}
