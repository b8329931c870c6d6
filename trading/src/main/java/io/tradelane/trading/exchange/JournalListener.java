package io.tradelane.trading.exchange;

import java.util.List;

/** Told in the transaction in which something happened, so that a room further down can follow it. */
public interface JournalListener {
    void recorded(List<Entry> entries);
}
