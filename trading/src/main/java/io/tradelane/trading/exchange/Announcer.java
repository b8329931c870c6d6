package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;

/** Tells the dispatcher which inbound interchanges wait. Called after commit; may fail or repeat without harm, the sweep covers for it. */
public interface Announcer {
    void announce(List<UUID> interchanges);
}
