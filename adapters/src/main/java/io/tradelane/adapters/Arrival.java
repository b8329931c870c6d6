package io.tradelane.adapters;

import io.tradelane.trading.exchange.Reception;
import java.io.InputStream;

/**
 * Bytes at a door, with what the door knows of them.
 *
 * @param source the name of who sent it, for the journal: of an API client or a channel
 * @param maxBytes limit of the channel
 */
public record Arrival(Reception reception, String source, long maxBytes, InputStream bytes) {}
