package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.OutboxMoves.Move;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings answers of partners together with what they answer, and answers of ours with what came in. */
@Service
@Transactional
public class Acknowledgements {
    private final JdbcClient jdbc;
    private final OutboxRepository outbox;
    private final OutboxMoves moves;
    private final IncidentDesk incidents;
    private final Clock clock;

    Acknowledgements(JdbcClient jdbc, OutboxRepository outbox, OutboxMoves moves, IncidentDesk incidents, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.moves = moves;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * An answer to something we sent.
     *
     * @param kind {@code CONTRL} or {@code APERAK}
     * @param from the partner who answers
     * @param controlReference of the interchange answered (CONTRL UCI 0020), or null if only the message is named
     * @param messageReference of the message answered (APERAK RFF+ACW, CONTRL UCM 0062), or null for the whole interchange
     * @param documentNumber of the document answered, when named
     * @param message the inbound message that carries the answer
     */
    public record Answer(
            String kind,
            UUID from,
            @Nullable String controlReference,
            @Nullable String messageReference,
            @Nullable String documentNumber,
            boolean accepted,
            @Nullable String detail,
            UUID message) {}

    private record Target(UUID interchange, @Nullable UUID message) {}

    /**
     * Finds the outbound interchange and moves it to ACKNOWLEDGED or REJECTED_BY_PARTNER. An answer that fits nothing raises
     * the incident {@code ORPHAN_ACKNOWLEDGEMENT}; a refusal raises {@code REFUSED_BY_PARTNER}. The same answer again has no
     * effect, and a refusal is not undone by a later acceptance.
     *
     * @return the interchange answered; empty for an orphan
     */
    public Optional<UUID> match(Answer answer) {
        Optional<Target> target = answer.controlReference() == null ? byMessage(answer) : byInterchange(answer);
        if (target.isEmpty()) {
            incidents.raise("ORPHAN_ACKNOWLEDGEMENT", answer.from(), carrier(answer.message()), answer.message(), args(answer), answer.detail());
            return Optional.empty();
        }
        if (insert(answer, target.get())) {
            outbox.ofInterchange(target.get().interchange()).flatMap(item -> outbox.lock(item.id())).ifPresent(item -> move(item, answer, target.get()));
        }
        return target.map(Target::interchange);
    }

    /**
     * Records that an outbox entry of ours answers an inbound interchange; call it beside {@link Outbox#enqueue}.
     *
     * @param partner who sent it
     */
    public void answered(String kind, UUID partner, UUID inbound, @Nullable UUID inboundMessage, UUID outboxEntry, boolean accepted) {
        answered(List.of(new Given(kind, partner, inbound, inboundMessage, outboxEntry, accepted)));
    }

    /** An answer of ours. @param partner who sent what is answered */
    public record Given(String kind, UUID partner, UUID inbound, @Nullable UUID inboundMessage, UUID outboxEntry, boolean accepted) {}

    /** The same for several at once. */
    public void answered(List<Given> answers) {
        Columns<Given> columns = Columns.of(answers)
                .text("id", one -> Ids.next())
                .text("partner", Given::partner)
                .text("kind", Given::kind)
                .text("interchange", Given::inbound)
                .text("message", Given::inboundMessage)
                .text("outbox", Given::outboxEntry)
                .text("accepted", Given::accepted);
        jdbc.sql("""
                        insert into acknowledgement (id, organisation_id, kind, interchange_id, message_id, outbox_id, accepted, at)
                        select id, partner, kind, interchange, message, outbox, accepted, :at
                          from unnest(cast(:id as uuid[]), cast(:partner as uuid[]), cast(:kind as text[]), cast(:interchange as uuid[]),
                                   cast(:message as uuid[]), cast(:outbox as uuid[]), cast(:accepted as boolean[]))
                               as a (id, partner, kind, interchange, message, outbox, accepted)
                        on conflict do nothing
                        """)
                .params(columns.arrays())
                .param("at", SqlValues.at(clock.instant()))
                .update();
    }

    private void move(OutboxItem item, Answer answer, Target target) {
        OutboxStatus to = answer.accepted() ? OutboxStatus.ACKNOWLEDGED : OutboxStatus.REJECTED_BY_PARTNER;
        if (item.status() == to || item.status() == OutboxStatus.REJECTED_BY_PARTNER) {
            return;
        }
        moves.move(item, new Move(to, answer.kind() + (answer.accepted() ? "_ACCEPTED" : "_REFUSED"), 0, null, answer.detail(), null, null));
        if (!answer.accepted()) {
            incidents.raise("REFUSED_BY_PARTNER", answer.from(), target.interchange(), target.message(), args(answer), answer.detail());
        }
    }

    private Optional<Target> byInterchange(Answer answer) {
        return jdbc.sql("""
                        select i.id, (select m.id from message m where m.interchange_id = i.id and m.reference = :reference) as message_id
                          from interchange i
                         where i.control_reference = :control and i.organisation_id = :from and i.direction = 'OUTBOUND'
                         order by i.id desc limit 1
                        """)
                .param("control", answer.controlReference())
                .param("reference", answer.messageReference())
                .param("from", answer.from())
                .query((row, n) -> new Target(row.getObject(1, UUID.class), SqlValues.uuid(row, "message_id")))
                .optional();
    }

    private Optional<Target> byMessage(Answer answer) {
        return jdbc.sql("""
                        select m.interchange_id, m.id as message_id from message m
                         where m.reference = :reference and m.organisation_id = :from and m.direction = 'OUTBOUND'
                         order by (m.document_number is not distinct from :number) desc, m.id desc limit 1
                        """)
                .param("reference", answer.messageReference())
                .param("number", answer.documentNumber())
                .param("from", answer.from())
                .query((row, n) -> new Target(row.getObject(1, UUID.class), SqlValues.uuid(row, "message_id")))
                .optional();
    }

    private boolean insert(Answer answer, Target answered) {
        return jdbc.sql("""
                        insert into acknowledgement (id, organisation_id, kind, interchange_id, message_id, answer_interchange_id, answer_message_id,
                          accepted, detail, at)
                        values (:id, :partner, :kind, :interchange, :message, (select interchange_id from message where id = :answerMessage),
                          :answerMessage, :accepted, :detail, :at)
                        on conflict do nothing
                        """)
                        .param("id", Ids.next())
                        .param("partner", answer.from())
                        .param("kind", answer.kind())
                        .param("interchange", answered.interchange())
                        .param("message", answered.message())
                        .param("answerMessage", answer.message())
                        .param("accepted", answer.accepted())
                        .param("detail", answer.detail())
                        .param("at", SqlValues.at(clock.instant()))
                        .update()
                == 1;
    }

    private @Nullable UUID carrier(UUID message) {
        return jdbc.sql("select interchange_id from message where id = :id").param("id", message).query(UUID.class).optional().orElse(null);
    }

    private static Map<String, String> args(Answer answer) {
        Map<String, String> args = new HashMap<>();
        args.put("kind", answer.kind());
        args.put("reference", answer.controlReference() != null ? answer.controlReference() : String.valueOf(answer.messageReference()));
        if (answer.documentNumber() != null) {
            args.put("number", answer.documentNumber());
        }
        return args;
    }
}
