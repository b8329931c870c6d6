package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Acknowledgements.Given;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AcknowledgementRepository {
    /** The same number may have gone out from several companies; each acknowledgement repeats whose it was. */
    private static final String BY_INTERCHANGE = """
            select i.id, cast(null as uuid) as message_id from interchange i
             where i.control_reference = :control and i.organisation_id = :from and i.direction = 'OUTBOUND' and i.format = :format
             order by (i.sender_id is not distinct from :sender) desc, i.id desc limit 1
            """;
    private static final String BY_MESSAGE = """
            select interchange_id, message_id from (
              select m.interchange_id, m.id as message_id, m.reference, m.document_number from message m
               where m.reference = any(cast(:names as text[])) and m.organisation_id = :from and m.direction = 'OUTBOUND'
              union
              select m.interchange_id, m.id, m.reference, m.document_number from message m
               where m.business_keys && cast(:names as text[]) and m.document_number = any(cast(:names as text[]))
                 and m.organisation_id = :from and m.direction = 'OUTBOUND'
              union
              select m.interchange_id, m.id, m.reference, m.document_number
                from interchange i join message m on m.interchange_id = i.id
               where i.transport_message_id = any(cast(:names as text[])) and i.organisation_id = :from and i.direction = 'OUTBOUND') as named
             order by (document_number is not distinct from :number) desc, (reference is not distinct from :reference) desc, message_id desc limit 1
            """;
    private final JdbcClient jdbc;

    AcknowledgementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param message null: the interchange as a whole */
    record Target(UUID interchange, @Nullable UUID message) {}

    record Sent(UUID message, String reference) {}

    Optional<Target> answeredBy(PartnerAnswer answer) {
        return answer.controlReference() == null || answer.controlReference().isBlank() ? byMessage(answer) : byInterchange(answer);
    }

    private Optional<Target> byInterchange(PartnerAnswer answer) {
        return jdbc.sql(BY_INTERCHANGE)
                .param("control", answer.controlReference())
                .param("from", answer.from())
                .param("format", answer.kind().equals("CONTRL") ? "EDIFACT" : "X12")
                .param("sender", answer.sentFrom())
                .query((row, n) -> new Target(row.getObject(1, UUID.class), SqlValues.uuid(row, "message_id")))
                .optional();
    }

    private Optional<Target> byMessage(PartnerAnswer answer) {
        String[] names = Stream.of(answer.messageReference(), answer.documentNumber())
                .filter(name -> name != null && !name.isBlank()).distinct().toArray(String[]::new);
        return jdbc.sql(BY_MESSAGE)
                .param("names", names)
                .param("from", answer.from())
                .param("reference", answer.messageReference())
                .param("number", answer.documentNumber())
                .query((row, n) -> new Target(row.getObject(1, UUID.class), SqlValues.uuid(row, "message_id")))
                .optional();
    }

    List<Sent> messages(UUID interchange) {
        return jdbc.sql("select id, reference from message where interchange_id = :id order by index limit 10000")
                .param("id", interchange)
                .query((row, n) -> new Sent(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** @return whether it is new */
    boolean insert(PartnerAnswer answer, Target answered, boolean accepted, String detail, Instant at) {
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
                        .param("accepted", accepted)
                        .param("detail", detail.isEmpty() ? null : detail)
                        .param("at", SqlValues.at(at))
                        .update()
                == 1;
    }

    void insert(List<Given> answers, Instant at) {
        Columns<Given> columns = Columns.of(answers)
                .text("id", one -> Ids.next())
                .text("partner", Given::partner)
                .text("kind", Given::kind)
                .text("interchange", Given::inbound)
                .text("message", Given::inboundMessage)
                .text("outbox", Given::outboxEntry)
                .text("accepted", Given::accepted)
                .text("detail", Given::detail);
        jdbc.sql("""
                        insert into acknowledgement (id, organisation_id, kind, interchange_id, message_id, outbox_id, accepted, detail, at)
                        select id, partner, kind, interchange, message, outbox, accepted, detail, :at
                          from unnest(cast(:id as uuid[]), cast(:partner as uuid[]), cast(:kind as text[]), cast(:interchange as uuid[]),
                                   cast(:message as uuid[]), cast(:outbox as uuid[]), cast(:accepted as boolean[]), cast(:detail as text[]))
                               as a (id, partner, kind, interchange, message, outbox, accepted, detail)
                        on conflict do nothing
                        """)
                .params(columns.arrays())
                .param("at", SqlValues.at(at))
                .update();
    }

    @Nullable UUID carrier(UUID message) {
        return jdbc.sql("select interchange_id from message where id = :id").param("id", message).query(UUID.class).optional().orElse(null);
    }
}
