package io.tradelane.trading.exchange;

import java.util.UUID;

/** Tells the dispatcher that an inbound interchange waits. Called after commit; may fail or repeat without harm, the sweep covers for it. */
public interface Announcer {
    void announce(UUID interchange);
}
