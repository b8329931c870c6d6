package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Tracker.Filters;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrackerRepository {
    private static final String MESSAGES = """
            select m.id as message_id, m.interchange_id, m.direction, m.type, m.document_number, m.organisation_id, p.name as organisation_name,
                   m.counterparty_id, c.name as counterparty_name, case when m.direction = 'OUTBOUND' then coalesce(i.status, m.status) else m.status end as status,
                   i.control_reference, i.door, m.created_at as at, m.business_keys
              from message m
              left join interchange i on i.id = m.interchange_id
              left join organisation p on p.id = m.organisation_id
              left join organisation c on c.id = m.counterparty_id
            """;
    /** Those that never came to messages: duplicates, held, unassigned, unreadable. */
    private static final String BARE = """
            select null::uuid as message_id, i.id as interchange_id, i.direction, coalesce(i.format, '') as type, null as document_number,
                   i.organisation_id, p.name as organisation_name, i.counterparty_id, c.name as counterparty_name, i.status,
                   i.control_reference, i.door, i.received_at as at, array_remove(array[i.control_reference, i.transport_message_id], null) as business_keys
              from interchange i
              left join organisation p on p.id = i.organisation_id
              left join organisation c on c.id = i.counterparty_id
             where i.message_count = 0
            """;
    private static final String MESSAGE_FILTERS = """
             and (cast(:direction as text) is null or m.direction = :direction) and (cast(:type as text) is null or m.type = :type)
             and (cast(:status as text) is null or m.status = :status or m.direction = 'OUTBOUND' and i.status = :status)
             and (cast(:organisation as uuid) is null or m.organisation_id = :organisation or m.counterparty_id = :organisation)
             and (cast(:from as timestamptz) is null or m.created_at >= :from) and (cast(:to as timestamptz) is null or m.created_at < :to)
             and (cast(:before as uuid) is null or m.id < :before)
             order by m.id desc limit :limit
            """;
    private static final String BARE_FILTERS = """
             and (cast(:direction as text) is null or i.direction = :direction) and (cast(:type as text) is null or i.format = :type)
             and (cast(:status as text) is null or i.status = :status)
             and (cast(:organisation as uuid) is null or i.organisation_id = :organisation or i.counterparty_id = :organisation)
             and (cast(:from as timestamptz) is null or i.received_at >= :from) and (cast(:to as timestamptz) is null or i.received_at < :to)
             and (cast(:before as uuid) is null or i.id < :before)
             order by i.id desc limit :limit
            """;
    private static final String FOUND = "find_messages(:term, :part, cast(:before as uuid), :limit, cast(:direction as text), cast(:type as text), "
            + "cast(:status as text), cast(:organisation as uuid), cast(:from as timestamptz), cast(:to as timestamptz))";
    private final JdbcClient jdbc;

    TrackerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DocumentHit> all(Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        return newest(limit,
                query(MESSAGES + "where true" + MESSAGE_FILTERS, parameters, ""),
                query(BARE + BARE_FILTERS, parameters, ""));
    }

    List<DocumentHit> exact(String term, Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        parameters.put("term", term);
        parameters.put("part", false);
        return newest(limit,
                query(MESSAGES + "where m.id in (select f.id from " + FOUND + " f) order by m.id desc", parameters, term),
                query(BARE + " and (i.control_reference = :term or i.transport_message_id = :term)" + BARE_FILTERS, parameters, term));
    }

    List<DocumentHit> part(String term, Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        parameters.put("term", term);
        parameters.put("part", true);
        parameters.put("end", term + Character.MAX_VALUE);
        List<UUID> partners = jdbc.sql("select id from organisation where position(lower(:term) in lower(name || ' ' || coalesce(name_local, ''))) > 0 limit 50")
                .param("term", term)
                .query(UUID.class)
                .list();
        List<DocumentHit> ofPartners = new ArrayList<>();
        for (UUID partner : partners) {
            parameters.put("partner", partner);
            ofPartners.addAll(query(MESSAGES + "where m.organisation_id = :partner" + MESSAGE_FILTERS, parameters, term));
            ofPartners.addAll(query(MESSAGES + "where m.counterparty_id = :partner" + MESSAGE_FILTERS, parameters, term));
            ofPartners.addAll(query(BARE + " and i.organisation_id = :partner" + BARE_FILTERS, parameters, term));
        }
        if (term.length() < 3) {
            return newest(limit, ofPartners);
        }
        return newest(limit, ofPartners,
                query(MESSAGES + "where m.id in (select f.id from " + FOUND + " f) order by m.id desc", parameters, term),
                query(BARE + " and i.control_reference >= :term and i.control_reference < :end" + BARE_FILTERS, parameters, term));
    }

    @SafeVarargs
    private static List<DocumentHit> newest(int limit, List<DocumentHit>... found) {
        return Arrays.stream(found)
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing((DocumentHit hit) -> (hit.message() == null ? hit.interchange() : hit.message()).toString()).reversed())
                .limit(limit)
                .toList();
    }

    private List<DocumentHit> query(String sql, Map<String, Object> parameters, String term) {
        return jdbc.sql(sql).params(parameters).query((row, n) -> map(row, term)).list();
    }

    private static Map<String, Object> parameters(Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("direction", filters.direction() == null ? null : filters.direction().name());
        parameters.put("type", filters.type());
        parameters.put("status", filters.status());
        parameters.put("organisation", filters.organisation());
        parameters.put("from", SqlValues.atOrNull(filters.from()));
        parameters.put("to", SqlValues.atOrNull(filters.to()));
        parameters.put("before", before);
        parameters.put("limit", limit);
        return parameters;
    }

    private static DocumentHit map(ResultSet row, String term) throws SQLException {
        String wanted = term.toLowerCase(Locale.ROOT);
        List<String> keys = Arrays.stream((String[]) row.getArray("business_keys").getArray())
                .filter(key -> !wanted.isEmpty() && key.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return new DocumentHit(
                row.getObject("interchange_id", UUID.class),
                SqlValues.uuid(row, "message_id"),
                Direction.valueOf(row.getString("direction")),
                row.getString("type"),
                row.getString("document_number"),
                SqlValues.uuid(row, "organisation_id"),
                row.getString("organisation_name"),
                SqlValues.uuid(row, "counterparty_id"),
                row.getString("counterparty_name"),
                row.getString("status"),
                row.getString("control_reference"),
                row.getString("door"),
                SqlValues.instant(row, "at"),
                keys);
    }
}
