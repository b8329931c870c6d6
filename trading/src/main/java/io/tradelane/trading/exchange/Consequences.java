package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an interchange brought about, counted from what it left in the journal and in the outbox. */
@Component
public class Consequences {
    private final JdbcClient jdbc;

    Consequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Kind {
        /** Something of our records is new; the code is its entity type. */
        CREATED,
        /** Something of them is otherwise. */
        CHANGED,
        /** Lines of them are otherwise. */
        LINES,
        /** A document goes to a partner's system; the code is its {@code DocumentType}. */
        SENT,
        /** A document is read by a partner in the portal. */
        SHOWN,
        /** A message got this status. */
        VERDICT,
        /** A person has something to do; the code is the cause. */
        INCIDENT,
        /** It could not be done; the code is the reason. */
        FAILED
    }

    public record Consequence(Kind kind, String code, int count) {}

    /** In the transaction that brings them about, or later. */
    @Transactional(readOnly = true)
    public List<Consequence> of(UUID interchange) {
        return jdbc.sql("""
                        with told as (
                          select entity_type, entity_id, from_state, details from state_transition
                           where interchange_id = :id and entity_type not in ('INTERCHANGE', 'MESSAGE', 'OUTBOX', 'INCIDENT', 'PAYLOAD'))
                        select 'VERDICT' as kind, status as code, count(*) as count from message where interchange_id = :id group by status
                        union all
                        select case when fresh then 'CREATED' else 'CHANGED' end, entity_type, count(*)
                          from (select entity_type, entity_id, bool_or(from_state is null) as fresh from told group by entity_type, entity_id) entity
                         group by fresh, entity_type
                        union all
                        select 'LINES', entity_type, sum((select count(*) from jsonb_object_keys(details) key where key like 'line %'))
                          from told group by entity_type having sum((select count(*) from jsonb_object_keys(details) key where key like 'line %')) > 0
                        union all
                        select case status when 'PORTAL' then 'SHOWN' else 'SENT' end, document_type, count(*) from outbox
                         where cause_interchange_id = :id group by status, document_type
                        union all
                        select 'INCIDENT', cause, count(*) from incident where interchange_id = :id group by cause
                        order by 1, 2
                        """)
                .param("id", interchange)
                .query((row, n) -> new Consequence(Kind.valueOf(row.getString(1)), row.getString(2), row.getInt(3)))
                .list();
    }
}
