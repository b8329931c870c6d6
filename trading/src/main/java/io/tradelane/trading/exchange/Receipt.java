package io.tradelane.trading.exchange;

import java.util.UUID;

/**
 * @param interchange the stored interchange; for a transport duplicate that of the first reception
 * @param duplicateTransport whether this transport message id was seen before; nothing was stored then
 */
public record Receipt(UUID interchange, boolean duplicateTransport) {}
