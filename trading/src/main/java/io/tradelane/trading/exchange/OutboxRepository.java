package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Outbox.Queue;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {
    private static final String COLUMNS = """
            o.id, o.from_org_id, o.to_org_id, o.document_type, o.document, o.business_key, o.cause_interchange_id, o.cause_message_id,
            o.status, o.agreement_id, o.interchange_id, o.lane_id, o.attempts, o.created_at
            """;
    private static final String SELECT = "select " + COLUMNS + " from outbox o ";
    private static final String INSERT = """
            with asked as (
              select * from unnest(cast(:id as uuid[]), cast(:line as uuid[]), cast(:from as uuid[]), cast(:to as uuid[]), cast(:type as text[]),
                  cast(:document as text[]), cast(:businessKey as text[]), cast(:causeInterchange as uuid[]), cast(:causeMessage as uuid[]),
                  cast(:idempotencyKey as text[]), cast(:details as text[]), cast(:actorName as text[]), cast(:actorUser as uuid[]),
                  cast(:actorOrg as uuid[]), cast(:source as text[])) with ordinality
                as a (id, line, from_org, to_org, type, document, business_key, cause_interchange, cause_message, idempotency_key, details,
                  actor_name, actor_user, actor_org, source, n)),
            queued as (
              insert into outbox (id, from_org_id, to_org_id, document_type, document, business_key, cause_interchange_id, cause_message_id,
                idempotency_key, status, agreement_id, lane_id, next_attempt_at, created_at)
              select asked.id, from_org, to_org, type, asked.document::jsonb, business_key, cause_interchange, cause_message, idempotency_key,
                     case when a.id is null then 'PORTAL' when (a.terms #>> '{batching,messages}')::int > 1 then 'GATHERING' else 'QUEUED' end, a.id,
                     coalesce((a.terms ->> 'channel')::uuid, '00000000-0000-0000-0000-000000000000'),
                     cast(:at as timestamptz) + make_interval(mins => coalesce((a.terms #>> '{batching,minutes}')::int, 0)), :at
                from asked
                left join agreement_in_force a on a.sender_org_id = from_org and a.receiver_org_id = to_org and a.document_type = type
                  and a.direction = 'OUTBOUND' and a.ended_at is null
               order by n
              on conflict (idempotency_key) do nothing
              returning id, status),
            line as (
            """ + JournalSql.INSERT + """
              select actor_name, actor_user, actor_org, source, cast(:at as timestamptz), line, 'OUTBOX', id, null, status, status,
                     cause_interchange, cause_message, array(select distinct party from unnest(array[from_org, to_org]) party order by party),
                     details::jsonb
                from asked join queued using (id))
            select id from queued
            """;
    /** Claims are made one at a time, or two dispatchers could share out the documents of one lane. */
    static final String CLAIM_LOCK = "select pg_advisory_xact_lock(hashtext('tradelane outbox claim'))";

    /**
     * Goes from lane to lane along the index and looks at the front of each only: a lane that is held up costs the same however
     * much has piled up in it. Each lane gets a few in turn, so that a long one keeps no other waiting; a receiver has so many lanes
     * at work at a time and no more; a channel whose breaker is open gives one entry when it is time for it. What is about one deal
     * keeps its order over several lanes too.
     */
    private static final String CLAIM = """
            with recursive lane as (
              (select from_org_id, to_org_id, lane_id from outbox where status in ('QUEUED', 'RENDERED')
                order by from_org_id, to_org_id, lane_id limit 1)
              union all
              select next.from_org_id, next.to_org_id, next.lane_id from lane cross join lateral (
                select o.from_org_id, o.to_org_id, o.lane_id from outbox o
                 where o.status in ('QUEUED', 'RENDERED')
                   and (o.from_org_id, o.to_org_id, o.lane_id) > (lane.from_org_id, lane.to_org_id, lane.lane_id)
                 order by o.from_org_id, o.to_org_id, o.lane_id limit 1) next),
            busy as (
              select to_org_id, array_agg(distinct lane_id) as lanes, count(distinct (from_org_id, lane_id)) as n from outbox
               where leased_until > :now and status in ('QUEUED', 'RENDERED') group by to_org_id),
            ready as (
              select lane.*, head.seq, coalesce(b.state, 'CLOSED') = 'OPEN' as probing
                from lane
                cross join lateral (
                  select o.seq, o.next_attempt_at > :now or coalesce(o.leased_until > :now, false) as held from outbox o
                   where o.from_org_id = lane.from_org_id and o.to_org_id = lane.to_org_id and o.lane_id = lane.lane_id
                     and o.status in ('QUEUED', 'RENDERED')
                   order by o.seq limit 1) head
                left join channel_breaker b on b.channel_id = lane.lane_id
               where not head.held and (b.state is null or b.state = 'CLOSED' or (b.state = 'OPEN' and b.probe_at <= :now))
                 and not lane.to_org_id = any(cast(:heldReceivers as uuid[])) and not lane.lane_id = any(cast(:heldChannels as uuid[]))),
            turn as (
              select ready.*, row_number() over (partition by to_org_id order by seq) as place,
                     row_number() over (partition by lane_id order by seq) as probe
                from ready),
            open as (
              select turn.from_org_id, turn.to_org_id, turn.lane_id, case when probing then 1 else :share end as most
                from turn
                left join busy on busy.to_org_id = turn.to_org_id
                left join partner_limit l on l.organisation_id = turn.to_org_id
               where turn.place + coalesce(busy.n, 0) <= coalesce(l.out_at_once, :outAtOnce)
                 and (not probing or (probe = 1 and not turn.lane_id = any(coalesce(busy.lanes, '{}'))))),
            front as (
              select f.* from open cross join lateral (
                select o.id, o.seq, o.from_org_id, o.to_org_id, o.lane_id, o.business_key, row_number() over (order by o.seq) as n,
                       o.next_attempt_at > :now or coalesce(o.leased_until > :now, false) as held
                  from outbox o
                 where o.from_org_id = open.from_org_id and o.to_org_id = open.to_org_id and o.lane_id = open.lane_id
                   and o.status in ('QUEUED', 'RENDERED')
                 order by o.seq limit open.most) f
               order by f.n, f.seq limit :limit),
            free as (
              select front.id, bool_or(held or exists (
                       select 1 from outbox e where e.to_org_id = front.to_org_id and e.business_key = front.business_key and e.seq < front.seq
                          and e.status in ('QUEUED', 'RENDERED') and e.from_org_id = front.from_org_id and e.lane_id <> front.lane_id))
                     over (partition by from_org_id, to_org_id, lane_id order by seq) as held
                from front),
            due as (
              select o.id from outbox o
               where o.id in (select id from free where not held)
                 and o.status in ('QUEUED', 'RENDERED') and o.next_attempt_at <= :now and (o.leased_until is null or o.leased_until <= :now)
               for update of o skip locked),
            claimed as (
              update outbox o set leased_until = :until from due where o.id = due.id returning o.seq, %s)
            select * from claimed order by seq
            """.formatted(COLUMNS);
    static final UUID NO_CHANNEL = new UUID(0, 0);
    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id of the entry that it becomes @param actor who says it */
    record Asked(UUID id, OutboundDocument document, Actor actor) {}

    /** @return the ids of those that are new */
    Set<UUID> insert(List<Asked> asked, Instant now) {
        Columns<Asked> columns = Columns.of(asked)
                .text("id", Asked::id)
                .text("line", one -> Ids.next())
                .text("from", one -> one.document().from())
                .text("to", one -> one.document().to())
                .text("type", one -> one.document().document().type())
                .text("document", one -> DocumentJson.write(one.document().document()))
                .text("businessKey", one -> one.document().businessKey())
                .text("causeInterchange", one -> one.document().causeInterchange())
                .text("causeMessage", one -> one.document().causeMessage())
                .text("idempotencyKey", one -> one.document().idempotencyKey())
                .text("details", one -> details(one.document()))
                .text("actorName", one -> one.actor().name())
                .text("actorUser", one -> one.actor().user())
                .text("actorOrg", one -> one.actor().organisation())
                .text("source", one -> one.actor().source());
        return new HashSet<>(jdbc.sql(INSERT).params(columns.arrays()).param("at", SqlValues.at(now)).query(UUID.class).list());
    }

    private static String details(OutboundDocument document) {
        return SqlValues.json(Map.of(
                "type", document.document().type().name(), "number", document.document().number(), "businessKey", document.businessKey()));
    }

    UUID byKey(String idempotencyKey) {
        return jdbc.sql("select id from outbox where idempotency_key = :key").param("key", idempotencyKey).query(UUID.class).single();
    }

    /**
     * @param share most of one lane
     * @param outAtOnce lanes of one receiver at work, unless it has its own limit
     */
    record Claim(int limit, int share, int outAtOnce, Collection<UUID> heldReceivers, Collection<UUID> heldChannels) {}

    List<OutboxItem> claim(Claim claim, Instant now, Duration lease) {
        jdbc.sql(CLAIM_LOCK).query((row, n) -> n).single();
        return jdbc.sql(CLAIM)
                .param("now", SqlValues.at(now))
                .param("until", SqlValues.at(now.plus(lease)))
                .param("limit", claim.limit())
                .param("share", claim.share())
                .param("outAtOnce", claim.outAtOnce())
                .param("heldReceivers", Parties.of(claim.heldReceivers()))
                .param("heldChannels", Parties.of(claim.heldChannels()))
                .query(OutboxRepository::map)
                .list();
    }

    /** Agreements by which documents gather, how many, and since when the first is due. */
    record Gathering(UUID agreement, int count, boolean due) {}

    List<Gathering> gathering(Instant now) {
        if (!jdbc.sql("select exists (select 1 from outbox where status = 'GATHERING')").query(Boolean.class).single()) {
            return List.of();
        }
        jdbc.sql(CLAIM_LOCK).query((row, n) -> n).single();
        return jdbc.sql("""
                        select agreement_id, count(*), min(next_attempt_at) <= :now from outbox where status = 'GATHERING' and agreement_id is not null
                         group by agreement_id
                        """)
                .param("now", SqlValues.at(now))
                .query((row, n) -> new Gathering(row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3)))
                .list();
    }

    /** The first of them stands for all. @return how many go in one interchange */
    int gather(UUID agreement, int most, Instant now) {
        return jdbc.sql("""
                        with chosen as (
                          select id, seq, first_value(id) over (order by seq) as leader from outbox
                           where agreement_id = :agreement and status = 'GATHERING' order by seq limit :most)
                        update outbox o set status = case when o.id = c.leader then 'QUEUED' else 'GATHERED' end,
                          batch_id = case when o.id = c.leader then null else c.leader end, next_attempt_at = :now
                          from chosen c where o.id = c.id
                        """)
                .param("agreement", agreement).param("most", most).param("now", SqlValues.at(now)).update();
    }

    /** Those for which this entry stands, in order. */
    List<OutboxItem> batch(UUID leader) {
        return jdbc.sql(SELECT + "where o.batch_id = :id order by o.seq").param("id", leader).query(OutboxRepository::map).list();
    }

    /** Each goes alone. @return how many went with it */
    int dissolve(UUID leader) {
        return jdbc.sql("update outbox set status = 'QUEUED', batch_id = null, leased_until = null where batch_id = :id and interchange_id is null")
                .param("id", leader).update();
    }

    Optional<UUID> leader(UUID item) {
        return jdbc.sql("select batch_id from outbox where id = :id and batch_id is not null").param("id", item).query(UUID.class).optional();
    }

    void release(List<UUID> items) {
        jdbc.sql("update outbox set leased_until = null where id = any(cast(:ids as uuid[]))").param("ids", Parties.of(items)).update();
    }

    void extend(List<UUID> items, Instant until) {
        jdbc.sql("update outbox set leased_until = :until where id = any(cast(:ids as uuid[])) and leased_until is not null"
                        + " and status in ('QUEUED', 'RENDERED')")
                .param("ids", Parties.of(items)).param("until", SqlValues.at(until)).update();
    }

    /** Locks it until the transaction ends. */
    Optional<OutboxItem> lock(UUID item) {
        return jdbc.sql(SELECT + "where o.id = :id for update").param("id", item).query(OutboxRepository::map).optional();
    }

    void rendered(UUID item, UUID interchange, UUID version) {
        jdbc.sql("""
                        update outbox set status = 'RENDERED', interchange_id = :interchange, agreement_version_id = :version, lane_id = coalesce(
                          (select (terms ->> 'channel')::uuid from agreement_version where id = :version), '00000000-0000-0000-0000-000000000000')
                         where id = :id
                        """)
                .param("version", version)
                .param("interchange", interchange)
                .param("id", item)
                .update();
    }

    /** A try begins. @return when one began of which nobody wrote down how it ended */
    Optional<Instant> sending(UUID item, Instant now) {
        return jdbc.sql("""
                        with before as (select sending_since from outbox where id = :id)
                        update outbox set sending_since = :now where id = :id returning (select sending_since from before) as sending_since
                        """)
                .param("id", item)
                .param("now", SqlValues.at(now))
                .query((row, n) -> Optional.ofNullable(SqlValues.instantOrNull(row, "sending_since")))
                .single();
    }

    Map<UUID, Queue> queues() {
        return jdbc.sql("""
                        select lane_id, count(*) as entries, min(created_at) as oldest from outbox
                         where status in ('QUEUED', 'RENDERED') and lane_id <> :none group by lane_id
                        """)
                .param("none", NO_CHANNEL)
                .query((row, n) -> new Queue(row.getObject("lane_id", UUID.class), row.getLong("entries"), SqlValues.instant(row, "oldest")))
                .list().stream().collect(Collectors.toMap(Queue::channel, Function.identity()));
    }

    List<OutboxItem> waiting(UUID channel, int limit) {
        return jdbc.sql(SELECT + "where o.lane_id = :channel and o.status in ('QUEUED', 'RENDERED') order by o.seq limit :limit")
                .param("channel", channel)
                .param("limit", limit)
                .query(OutboxRepository::map)
                .list();
    }

    Optional<OutboxItem> find(UUID item) {
        return jdbc.sql(SELECT + "where o.id = :id").param("id", item).query(OutboxRepository::map).optional();
    }

    Optional<OutboxItem> ofInterchange(UUID interchange) {
        return jdbc.sql(SELECT + "where o.interchange_id = :id").param("id", interchange).query(OutboxRepository::map).optional();
    }

    Optional<OutboxItem> lockSentAs(String transportMessageId) {
        return jdbc.sql(SELECT + """
                        where o.interchange_id = (select i.id from interchange i where i.transport_message_id = :id and i.direction = 'OUTBOUND'
                                                  order by i.id desc limit 1)
                        for update
                        """)
                .param("id", transportMessageId)
                .query(OutboxRepository::map)
                .optional();
    }

    List<OutboxItem> causedBy(UUID interchange) {
        return jdbc.sql(SELECT + "where o.cause_interchange_id = :id order by o.seq limit 10000")
                .param("id", interchange)
                .query(OutboxRepository::map)
                .list();
    }

    List<OutboxItem> withoutReceipt(Instant before, int limit) {
        return jdbc.sql(SELECT + "where o.status = 'SENT' and o.sent_at < :before order by o.sent_at limit :limit")
                .param("before", SqlValues.at(before))
                .param("limit", limit)
                .query(OutboxRepository::map)
                .list();
    }

    private static OutboxItem map(ResultSet row, int number) throws SQLException {
        return new OutboxItem(
                row.getObject("id", UUID.class),
                row.getObject("from_org_id", UUID.class),
                row.getObject("to_org_id", UUID.class),
                DocumentType.valueOf(row.getString("document_type")),
                DocumentJson.read(row.getString("document")),
                row.getString("business_key"),
                SqlValues.uuid(row, "cause_interchange_id"),
                SqlValues.uuid(row, "cause_message_id"),
                OutboxStatus.valueOf(row.getString("status")),
                SqlValues.uuid(row, "agreement_id"),
                SqlValues.uuid(row, "interchange_id"),
                Optional.of(row.getObject("lane_id", UUID.class)).filter(lane -> !lane.equals(NO_CHANNEL)).orElse(null),
                row.getInt("attempts"),
                SqlValues.instant(row, "created_at"));
    }
}
