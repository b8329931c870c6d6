package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.StraightThrough.Accepted;
import io.tradelane.trading.exchange.StraightThrough.Claimed;
import io.tradelane.trading.exchange.StraightThrough.Single;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.SqlValues;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every statement is about many interchanges. */
@Repository
class StraightRepository {
    private static final String CLAIM = InterchangeRows.SELECT.replace("i.processed_at", "i.processed_at, p.content")
            + """
              join payload p on p.id = i.payload_id
             where i.id = any(cast(:ids as uuid[])) and i.status = 'RECEIVED' and i.direction = 'INBOUND' and p.content is not null
               and not i.released and not i.sender_assigned and i.resubmission_of is null
               and not exists (select 1 from incident where interchange_id = i.id and status <> 'CLOSED')
             order by i.received_at, i.id for update of i skip locked
            """;
    private static final String ACCEPTABLE = """
            select c.n, recipient.organisation_id
              from unnest(cast(:organisation as uuid[]), cast(:key as text[]), cast(:deal as text[]), cast(:senderScheme as text[]),
                       cast(:sender as text[]), cast(:recipientScheme as text[]), cast(:recipient as text[])) with ordinality
                   as c (organisation, key, deal, sender_scheme, sender, recipient_scheme, recipient, n)
              left join organisation_identifier sender on sender.scheme = c.sender_scheme and sender.value = c.sender
              left join organisation_identifier recipient on recipient.scheme = c.recipient_scheme and recipient.value = c.recipient
             where (c.sender is null or sender.organisation_id = c.organisation)
               and not exists (select 1 from interchange_identity known where known.key = c.key)
               and not exists (
                 select 1 from interchange w join message m on m.interchange_id = w.id
                  where w.organisation_id = c.organisation and w.status = 'PROCESSING' and m.status = 'RECEIVED' and c.deal = any (m.business_keys))
             order by c.n
            """;
    private static final String PROCESSED = """
            with processed as (
              update interchange i set counterparty_id = c.recipient, format = c.format, version = c.version, sender_id = c.sender_id,
                sender_qualifier = c.sender_qualifier, recipient_id = c.recipient_id, recipient_qualifier = c.recipient_qualifier,
                control_reference = c.control_reference, test = c.test, acknowledgement_requested = c.acknowledgement_requested,
                findings = c.findings::jsonb, status = 'PROCESSED', message_count = 1, processed_at = :at
                from unnest(cast(:id as uuid[]), cast(:recipient as uuid[]), cast(:format as text[]), cast(:version as text[]),
                         cast(:senderId as text[]), cast(:senderQualifier as text[]), cast(:recipientId as text[]),
                         cast(:recipientQualifier as text[]), cast(:controlReference as text[]), cast(:test as boolean[]),
                         cast(:acknowledgementRequested as boolean[]), cast(:findings as text[]))
                     as c (id, recipient, format, version, sender_id, sender_qualifier, recipient_id, recipient_qualifier, control_reference,
                       test, acknowledgement_requested, findings)
               where i.id = c.id and i.status = 'RECEIVED'
              returning i.payload_id, i.counterparty_id),
            shown as (
              update payload p set counterparty_id = processed.counterparty_id from processed
               where p.id = processed.payload_id and p.counterparty_id is distinct from processed.counterparty_id)
            select count(*) from processed
            """;
    private static final String IDENTIFY =
            "insert into interchange_identity (key, interchange_id, sha256, rejected) values (?, ?, ?, false)";
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StraightRepository(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<Claimed> claim(List<UUID> interchanges) {
        return jdbc.sql(CLAIM)
                .params(Columns.of(interchanges).text("ids", id -> id).arrays())
                .query((row, n) -> new Claimed(InterchangeRows.map(row, n), row.getBytes("content")))
                .list();
    }

    /** @return by index, the organisation to whom it is addressed */
    Map<Integer, @Nullable UUID> acceptable(List<Single> singles) {
        Columns<Single> columns = Columns.of(singles)
                .text("organisation", Single::sender)
                .text("key", Single::key)
                .text("deal", Single::deal)
                .text("senderScheme", single -> address(single.facts().senderId(), single.facts().senderQualifier()).scheme())
                .text("sender", single -> StraightThrough.filled(single.facts().senderId())
                        ? address(single.facts().senderId(), single.facts().senderQualifier()).value() : null)
                .text("recipientScheme", single -> address(single.facts().recipientId(), single.facts().recipientQualifier()).scheme())
                .text("recipient", single -> address(single.facts().recipientId(), single.facts().recipientQualifier()).value());
        Map<Integer, @Nullable UUID> acceptable = new LinkedHashMap<>();
        jdbc.sql(ACCEPTABLE).params(columns.arrays()).query(row -> {
            acceptable.put(row.getInt(1) - 1, row.getObject(2, UUID.class));
        });
        return acceptable;
    }

    /** In the order of the keys, for another reader may store the same ones. A key that has come meanwhile ends the transaction. */
    void identify(List<Accepted> accepted) {
        List<Single> named = accepted.stream().map(Accepted::single).filter(single -> single.key() != null)
                .sorted(Comparator.comparing(single -> Objects.requireNonNull(single.key()))).toList();
        batch.batchUpdate(IDENTIFY, named, accepted.size(), (statement, single) -> {
            statement.setString(1, single.key());
            statement.setObject(2, single.interchange().id());
            statement.setBytes(3, single.interchange().sha256());
        });
    }

    void processed(List<Accepted> accepted, Instant now) {
        Columns<Accepted> columns = Columns.of(accepted)
                .text("id", one -> one.single().interchange().id())
                .text("recipient", Accepted::recipient)
                .text("format", fact(InterchangeFacts::format))
                .text("version", fact(InterchangeFacts::version))
                .text("senderId", fact(InterchangeFacts::senderId))
                .text("senderQualifier", fact(InterchangeFacts::senderQualifier))
                .text("recipientId", fact(InterchangeFacts::recipientId))
                .text("recipientQualifier", fact(InterchangeFacts::recipientQualifier))
                .text("controlReference", fact(InterchangeFacts::controlReference))
                .text("test", fact(InterchangeFacts::test))
                .text("acknowledgementRequested", fact(InterchangeFacts::acknowledgementRequested))
                .text("findings", fact(InterchangeFacts::findings));
        int processed = jdbc.sql(PROCESSED).params(columns.arrays()).param("at", SqlValues.at(now)).query(Integer.class).single();
        if (processed != accepted.size()) {
            throw new IllegalStateException(processed + " interchanges of " + accepted.size() + " were still RECEIVED");
        }
    }

    private static Function<Accepted, @Nullable Object> fact(Function<InterchangeFacts, @Nullable Object> fact) {
        return one -> fact.apply(one.single().facts());
    }

    private static PartyIdentifier address(@Nullable String id, @Nullable String qualifier) {
        return PartyIdentifier.ofInterchange(Objects.requireNonNullElse(id, ""), qualifier);
    }
}
