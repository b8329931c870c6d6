package io.tradelane.trading.incident;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a corrected document needs a second pair of eyes: by sender, and within it by receiver and by type. */
@Service
@Transactional
public class CorrectionRules {
    private static final String ENTITY = "CORRECTION_RULE";
    /**
     * Of each type the most specific rule, without one whether the sender wants four eyes for its agreements; who the receiver is or of
     * what type it is may not be known, and then the strictest rule counts.
     */
    private static final String ASKED = """
            select coalesce(bool_or(coalesce(rule.second_person, (select o.four_eyes from organisation o where o.id = :sender))), false)
              from unnest(cast(:types as text[])) asked (type) left join lateral (
              select r.second_person from correction_rule r
               where r.sender_org_id = :sender
                 and (r.receiver_org_id is null or cast(:receiver as uuid) is null or r.receiver_org_id = cast(:receiver as uuid))
                 and (r.document_type is null or asked.type = '' or r.document_type = asked.type)
               order by (cast(:receiver as uuid) is null or asked.type = '') and r.second_person desc,
                        (r.receiver_org_id is not null)::int + (r.document_type is not null)::int desc, r.receiver_org_id nulls last
               limit 1) rule on true
            """;
    private final JdbcClient jdbc;
    private final Journal journal;

    CorrectionRules(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Adds it, or takes the place of the one for the same sender, receiver and type. @return its id */
    public UUID put(CorrectionRule rule) {
        UUID id = jdbc.sql("""
                        insert into correction_rule (id, sender_org_id, receiver_org_id, document_type, second_person)
                        values (:id, :sender, :receiver, :type, :secondPerson)
                        on conflict (sender_org_id, receiver_org_id, document_type) do update set second_person = excluded.second_person
                        returning id
                        """)
                .param("id", Ids.next())
                .param("sender", rule.sender())
                .param("receiver", rule.receiver())
                .param("type", rule.type() == null ? null : rule.type().name())
                .param("secondPerson", rule.secondPerson())
                .query(UUID.class)
                .single();
        record(id, rule.sender(), "SET", details(rule));
        return id;
    }

    /** @return whether there was one */
    public boolean remove(UUID id) {
        List<UUID> sender = jdbc.sql("delete from correction_rule where id = :id returning sender_org_id").param("id", id).query(UUID.class).list();
        sender.forEach(of -> record(id, of, "REMOVED", Map.of()));
        return !sender.isEmpty();
    }

    @Transactional(readOnly = true)
    public List<CorrectionRule> list() {
        return jdbc.sql("select id, sender_org_id, receiver_org_id, document_type, second_person from correction_rule order by sender_org_id, receiver_org_id nulls first, document_type nulls first")
                .query((row, n) -> {
                    String type = row.getString("document_type");
                    return new CorrectionRule(row.getObject("id", UUID.class), row.getObject("sender_org_id", UUID.class),
                            SqlValues.uuid(row, "receiver_org_id"), type == null ? null : DocumentType.valueOf(type), row.getBoolean("second_person"));
                })
                .list();
    }

    /** Whether a correction of this interchange needs another person. @param types of the documents in it; empty where they are not known */
    @Transactional(readOnly = true)
    public boolean secondPerson(Interchange interchange, Set<DocumentType> types) {
        if (interchange.organisation() == null) {
            return false;
        }
        String asked = types.isEmpty() ? "{\"\"}" : types.stream().map(DocumentType::name).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql(ASKED)
                .param("types", asked)
                .param("sender", interchange.organisation())
                .param("receiver", interchange.counterparty())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, String> details(CorrectionRule rule) {
        Map<String, String> details = new HashMap<>(Map.of("secondPerson", Boolean.toString(rule.secondPerson())));
        if (rule.receiver() != null) {
            details.put("receiver", rule.receiver().toString());
        }
        if (rule.type() != null) {
            details.put("type", rule.type().name());
        }
        return details;
    }

    private void record(UUID id, UUID sender, String event, Map<String, String> details) {
        journal.record(new Entry(ENTITY, id, null, event, null, null, null, Set.of(sender), details));
    }
}
