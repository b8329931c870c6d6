package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets a statement that changes a state write its line of the journal in the same breath. */
final class JournalSql {
    /** Followed by a select or values of the columns in this order; sequence and hashes are the database's. */
    static final String INSERT = """
            insert into state_transition (actor_name, actor_user_id, actor_org_id, source, at,
              id, entity_type, entity_id, from_state, event, to_state, interchange_id, message_id, visible_to, details)
            """;
    /** The first five of {@link #INSERT}, from the parameters of {@link #actor}. */
    static final String ACTOR =
            " cast(:actorName as text), cast(:actorUser as uuid), cast(:actorOrg as uuid), cast(:source as text), cast(:at as timestamptz), ";

    private JournalSql() {}

    /** Parameters actorName, actorUser, actorOrg, source and at. */
    static Map<String, Object> actor(Instant at) {
        return actor(Tenancy.current(), at);
    }

    static Map<String, Object> actor(Actor actor, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("actorName", actor.name());
        parameters.put("actorUser", actor.user());
        parameters.put("actorOrg", actor.organisation());
        parameters.put("source", actor.source().name());
        parameters.put("at", SqlValues.at(at));
        return parameters;
    }
}
