package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Tracker.Filters;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
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
    private static final String MESSAGE_FILTERS = """
             and (cast(:direction as text) is null or m.direction = :direction) and (cast(:type as text) is null or m.type = :type)
             and (cast(:status as text) is null or m.status = :status or m.direction = 'OUTBOUND' and i.status = :status)
             and (cast(:organisation as uuid) is null or m.organisation_id = :organisation or m.counterparty_id = :organisation)
             and (cast(:from as timestamptz) is null or m.created_at >= :from) and (cast(:to as timestamptz) is null or m.created_at < :to)
             and (cast(:before as uuid) is null or m.id < :before)
             order by m.id desc limit :limit
            """;
    /** Those that never came to messages: duplicates, held, unassigned, unreadable. */
    private static final String BARE = """
            select null::uuid as message_id, i.id as interchange_id, i.direction, coalesce(i.format, '') as type, null as document_number,
                   i.organisation_id, p.name as organisation_name, i.counterparty_id, c.name as counterparty_name, i.status,
                   i.control_reference, i.door, i.received_at as at,
                   array_remove(array[i.control_reference, i.transport_message_id, i.file_name], null) as business_keys
              from interchange i
              left join organisation p on p.id = i.organisation_id
              left join organisation c on c.id = i.counterparty_id
             where i.message_count = 0
            """;
    private static final String BARE_FILTERS = """
             and (cast(:direction as text) is null or i.direction = :direction) and (cast(:type as text) is null or i.format = :type)
             and (cast(:status as text) is null or i.status = :status)
             and (cast(:organisation as uuid) is null or i.organisation_id = :organisation or i.counterparty_id = :organisation)
             and (cast(:from as timestamptz) is null or i.received_at >= :from) and (cast(:to as timestamptz) is null or i.received_at < :to)
             and (cast(:before as uuid) is null or i.id < :before)
             order by i.id desc limit :limit
            """;
    /** What has no messages is waiting or unusual; the index is by status. */
    private static final String NEWEST_BARE = """
             and i.id in (select one.id from unnest(array['HELD', 'UNASSIGNED', 'FAILED', 'REJECTED', 'DUPLICATE', 'PROCESSED_WITH_ERRORS', 'QUEUED']) s
               cross join lateral (
                 select i.id from interchange i
                  where i.status = s and i.status in ('HELD', 'UNASSIGNED', 'FAILED', 'REJECTED', 'DUPLICATE', 'QUEUED', 'SENT', 'REJECTED_BY_PARTNER',
                        'PROCESSED_WITH_ERRORS') and i.message_count = 0
            """ + BARE_FILTERS + """
               ) one
               union all
               select i.id from interchange i where i.status in ('RECEIVED', 'PROCESSING') and i.message_count = 0)
            """;
    private static final String EXACT_BARE = """
             and i.id in (select id from interchange where control_reference = :term
               union all select id from interchange where transport_message_id = any(cast(:ids as text[])))
            """;
    /** Message-ID with or without its brackets, file name, or how that begins: of each partner the last in the alphabet, which usually are the newest. */
    private static final String CARRIED = """
            select id from (
              select id from interchange where transport_message_id = any(cast(:ids as text[]))
              union
              select one.id from (select id from organisation where cast(:mine as uuid) is null or id = :mine) o cross join lateral (
                select i.id from interchange i
                 where i.organisation_id = o.id and lower(i.file_name) collate "C" >= lower(:term) and lower(i.file_name) collate "C" < lower(:end)
                 order by lower(i.file_name) collate "C" desc limit 100) one
              union
              select i.id from interchange i where i.control_reference >= :term and i.control_reference < :end and i.message_count = 0) carried
             where (cast(:before as uuid) is null or id <= :before) order by id desc limit 200
            """;
    private static final String FOUND = "find_messages(cast(:term as text), :part, cast(:before as uuid), :limit, cast(:direction as text), "
            + "cast(:type as text), cast(:status as text), cast(:organisation as uuid), cast(:from as timestamptz), cast(:to as timestamptz))";
    private static final String BY_FUNCTION = MESSAGES + "where m.id in (select f.id from " + FOUND + " f) order by m.id desc";
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_NAME = 5;
    private final JdbcClient jdbc;

    TrackerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DocumentHit> all(Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        parameters.put("term", null);
        parameters.put("part", false);
        return newest(limit,
                query(BY_FUNCTION, parameters, ""),
                query(BARE + NEWEST_BARE + BARE_FILTERS, parameters, ""));
    }

    List<DocumentHit> exact(String term, Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        parameters.put("term", term);
        parameters.put("part", false);
        parameters.put("ids", messageIds(term));
        return newest(limit,
                query(BY_FUNCTION, parameters, term),
                query(BARE + EXACT_BARE + BARE_FILTERS, parameters, term));
    }

    List<DocumentHit> part(String term, Filters filters, @Nullable UUID before, int limit) {
        Map<String, Object> parameters = parameters(filters, before, limit);
        List<DocumentHit> found = new ArrayList<>(ofPartners(term, parameters));
        if (term.length() >= SHORTEST_PART) {
            parameters.put("term", term);
            parameters.put("part", true);
            found.addAll(query(BY_FUNCTION, parameters, term));
        }
        if (term.length() >= SHORTEST_NAME) {
            found.addAll(carried(term, parameters));
        }
        return newest(limit, found);
    }

    private List<DocumentHit> ofPartners(String term, Map<String, Object> parameters) {
        List<DocumentHit> found = new ArrayList<>();
        List<UUID> partners = jdbc.sql("select id from organisation where position(lower(:term) in lower(name || ' ' || coalesce(name_local, ''))) > 0 limit 50")
                .param("term", term)
                .query(UUID.class)
                .list();
        for (UUID partner : partners) {
            Map<String, Object> theirs = new HashMap<>(parameters);
            theirs.put("partner", partner);
            found.addAll(query(MESSAGES + "where m.organisation_id = :partner" + MESSAGE_FILTERS, theirs, term));
            found.addAll(query(MESSAGES + "where m.counterparty_id = :partner" + MESSAGE_FILTERS, theirs, term));
            found.addAll(query(BARE + " and i.organisation_id = :partner" + BARE_FILTERS, theirs, term));
        }
        return found;
    }

    /** What travelled in an interchange of that name, and the interchange itself if it came to nothing. */
    private List<DocumentHit> carried(String term, Map<String, Object> parameters) {
        Map<String, Object> named = new HashMap<>(parameters);
        named.put("ids", messageIds(term));
        named.put("mine", Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null);
        named.put("end", term + Character.MAX_VALUE);
        named.put("carriers", jdbc.sql(CARRIED).params(named).query(UUID.class).list().toArray(UUID[]::new));
        List<DocumentHit> found = new ArrayList<>(query(MESSAGES + "where m.interchange_id = any(:carriers)" + MESSAGE_FILTERS, named, term));
        found.addAll(query(BARE + " and i.id = any(:carriers)" + BARE_FILTERS, named, term));
        return found;
    }

    /** By which others speak of the order, the despatch advices and the invoices among these; numbers of four characters and more. */
    List<String> numbers(List<UUID> messages) {
        return jdbc.sql("""
                        select distinct number from message m
                         cross join lateral unnest(array[m.document_number, m.document -> 'document' ->> 'orderNumber', m.document -> 'document' ->> 'creditorReference']) number
                         where m.id = any(:messages) and m.document_type in ('ORDER', 'ORDER_RESPONSE', 'DESPATCH_ADVICE', 'RECEIPT_ADVICE', 'INVOICE')
                           and length(number) > 3
                         order by number
                        """)
                .param("messages", messages.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** As it was kept and as a mail program shows it. */
    private static String[] messageIds(String term) {
        String bare = term.replaceAll("^<|>$", "");
        return new String[] {bare, "<" + bare + ">"};
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
