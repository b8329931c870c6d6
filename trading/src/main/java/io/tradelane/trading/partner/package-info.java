/** Who trades here: organisations, people, API clients, channels, agreements and keys, and the wall between organisations. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.partner;
