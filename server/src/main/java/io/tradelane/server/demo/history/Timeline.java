package io.tradelane.server.demo.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became known of a deal, and when; seen by both of its sides. */
record Timeline(RowWriter rows, Chance chance, Trader buyer, Trader supplier) {

    void record(Instant at, Trader by, String entity, Object id, @Nullable String from, String event, String to, Map<String, String> details) {
        rows.add("state_transition", "id", chance.id(at), "entity_type", entity, "entity_id", id, "from_state", from, "event", event, "to_state", to, "actor_name", by.name(),
                "actor_org_id", by.id(), "source", "EDI", "visible_to", List.of(buyer.id().toString(), supplier.id().toString()), "details", details, "at", at);
    }
}
