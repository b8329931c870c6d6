package io.tradelane.trading.partner;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The room further down that keeps the journal. */
public interface PartyChangeRecord {
    /** Entity type of a change in the journal. */
    String ENTITY = "PARTY_CHANGE";

    /** In the transaction of the decision. @param visibleTo organisations whose people may see it */
    void decided(PartyChange change, PartyChange.Status decision, Set<UUID> visibleTo, Map<String, String> details);
}
