package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.DeliveryAttempt.Outcome;
import io.tradelane.trading.partner.SqlValues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterchangeRepository {
    private final JdbcClient jdbc;

    InterchangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Interchange> find(UUID interchange) {
        return jdbc.sql(InterchangeRows.SELECT + "where i.id = :id").param("id", interchange).query(InterchangeRows::map).optional();
    }

    Optional<Message> message(UUID message) {
        return jdbc.sql(MessageRows.SELECT + "where m.id = :id").param("id", message).query(MessageRows::map).optional();
    }

    List<Message> messages(UUID interchange, int after, int limit) {
        return messages(MessageRows.SELECT, interchange, after, limit);
    }

    List<Message> headings(UUID interchange, int after, int limit) {
        return messages(MessageRows.HEADINGS, interchange, after, limit);
    }

    private List<Message> messages(String select, UUID interchange, int after, int limit) {
        return jdbc.sql(select + "where m.interchange_id = :id and m.index > :after order by m.index limit :limit")
                .param("id", interchange)
                .param("after", after)
                .param("limit", limit)
                .query(MessageRows::map)
                .list();
    }

    List<Interchange> list(InterchangeFilter filter, @Nullable UUID before, int limit) {
        StringBuilder sql = new StringBuilder(InterchangeRows.SELECT).append("where true");
        JdbcParameters parameters = new JdbcParameters();
        parameters.and(sql, " and i.direction = :direction", "direction", filter.direction() == null ? null : filter.direction().name());
        parameters.and(sql, " and i.status = any(cast(:status as text[]))", "status", filter.status().isEmpty() ? null
                : filter.status().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")));
        parameters.and(sql, " and (i.organisation_id = :organisation or i.counterparty_id = :organisation)", "organisation", filter.organisation());
        parameters.and(sql, " and i.id < :before", "before", before);
        return jdbc.sql(sql.append(" order by i.id desc limit :limit").toString())
                .params(parameters.values())
                .param("limit", limit)
                .query(InterchangeRows::map)
                .list();
    }

    /** @param column duplicate_of or resubmission_of */
    List<Interchange> linked(String column, UUID interchange) {
        return jdbc.sql(InterchangeRows.SELECT + "where i." + column + " = :id order by i.id limit 1000")
                .param("id", interchange)
                .query(InterchangeRows::map)
                .list();
    }

    List<DeliveryAttempt> attempts(UUID interchange) {
        return jdbc.sql("select id, number, at, outcome, detail, receipt_payload_id from delivery_attempt where interchange_id = :id order by at, id")
                .param("id", interchange)
                .query((row, n) -> new DeliveryAttempt(
                        row.getObject("id", UUID.class),
                        interchange,
                        row.getInt("number"),
                        SqlValues.instant(row, "at"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("detail"),
                        SqlValues.uuid(row, "receipt_payload_id")))
                .list();
    }

    List<Acknowledgement> acknowledgements(UUID interchange) {
        return jdbc.sql("""
                        select a.id, a.kind, a.interchange_id, a.message_id, coalesce(a.answer_interchange_id, o.interchange_id) as answer,
                               a.answer_message_id, a.outbox_id, a.accepted, a.detail, a.at
                          from acknowledgement a left join outbox o on o.id = a.outbox_id
                         where a.interchange_id = :id or a.answer_interchange_id = :id or o.interchange_id = :id
                         order by a.at, a.id
                        """)
                .param("id", interchange)
                .query((row, n) -> new Acknowledgement(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("interchange_id", UUID.class),
                        SqlValues.uuid(row, "message_id"),
                        SqlValues.uuid(row, "answer"),
                        SqlValues.uuid(row, "answer_message_id"),
                        SqlValues.uuid(row, "outbox_id"),
                        row.getBoolean("accepted"),
                        row.getString("detail"),
                        SqlValues.instant(row, "at")))
                .list();
    }
}
