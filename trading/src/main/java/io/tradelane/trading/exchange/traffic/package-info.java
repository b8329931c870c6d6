/** What may pass between the hub and a partner: limits, maintenance windows, and breakers of channels whose partner is away. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.exchange.traffic;
