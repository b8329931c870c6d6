/** What came in and what goes out: inbox, outbox, payloads, control numbers, acknowledgements, the journal and the tracker. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.exchange;
