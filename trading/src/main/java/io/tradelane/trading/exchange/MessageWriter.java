package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores the messages of an interchange in batches. */
@Component
class MessageWriter {
    private static final int BATCH = 500;
    private static final int LONGEST_KEY = 140;
    private static final String INSERT = """
            insert into message (id, interchange_id, direction, organisation_id, counterparty_id, index, siblings, reference, type, version,
              association, document_type, document_number, document, business_keys, search_text, search_parts, status, findings, byte_start, byte_end,
              created_at, verdict_key, verdict_args, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, array_to_tsvector(?), ?, cast(? as jsonb), ?, ?, ?, ?, cast(? as jsonb), ?)
            """;
    private final JdbcTemplate jdbc;

    MessageWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param partner on the wire
     * @param recipient stands in where a message names no counterparty
     * @param verdict of messages that have theirs already
     */
    record Context(
            UUID interchange,
            Direction direction,
            UUID partner,
            @Nullable UUID recipient,
            @Nullable String controlReference,
            @Nullable MessageStatus forced,
            @Nullable Verdict verdict,
            Instant at) {}

    /** One message of one interchange. @param siblings how many that has */
    record Stored(Context context, MessageRow row, int siblings) {}

    void insert(Context context, List<MessageRow> messages) {
        insert(messages.stream().map(row -> new Stored(context, row, messages.size())).toList());
    }

    void insert(List<Stored> messages) {
        jdbc.batchUpdate(INSERT, messages, BATCH, (statement, one) -> bind(statement, one.context(), one.row(), one.siblings()));
    }

    private static void bind(PreparedStatement s, Context context, MessageRow row, int siblings) throws SQLException {
        BusinessDocument document = row.document();
        Set<String> keys = keys(context, row);
        s.setObject(1, row.id());
        s.setObject(2, context.interchange());
        s.setString(3, context.direction().name());
        s.setObject(4, context.partner());
        s.setObject(5, row.counterparty() == null ? context.recipient() : row.counterparty());
        s.setInt(6, row.index());
        s.setInt(7, siblings);
        s.setString(8, row.reference());
        s.setString(9, row.type());
        s.setString(10, row.version());
        s.setString(11, row.association());
        s.setString(12, document == null ? null : document.type().name());
        s.setString(13, document == null ? null : document.number());
        s.setString(14, document == null ? null : DocumentJson.write(document));
        s.setArray(15, s.getConnection().createArrayOf("text", keys.toArray()));
        s.setString(16, String.join("\n", keys).toLowerCase(Locale.ROOT));
        s.setArray(17, s.getConnection().createArrayOf("text", SearchParts.of(keys)));
        s.setString(18, (context.forced() == null ? row.status() : context.forced()).name());
        s.setString(19, row.findings());
        s.setLong(20, row.byteStart());
        s.setLong(21, row.byteEnd());
        s.setObject(22, SqlValues.at(context.at()));
        Verdict verdict = context.verdict();
        s.setString(23, verdict == null ? null : verdict.key());
        s.setString(24, verdict == null ? null : SqlValues.json(verdict.args()));
        s.setObject(25, verdict == null ? null : SqlValues.at(context.at()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** Numbers a person would search by; a message reference of one or two digits would only be noise. */
    private static Set<String> keys(Context context, MessageRow row) {
        Set<String> keys = new LinkedHashSet<>();
        if (row.document() != null) {
            add(keys, row.document().number());
        }
        row.businessKeys().forEach(key -> add(keys, key));
        add(keys, context.controlReference());
        if (row.reference().length() > 2) {
            add(keys, row.reference());
        }
        return keys;
    }

    private static void add(Set<String> keys, @Nullable String key) {
        if (key != null && !key.isBlank()) {
            keys.add(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
        }
    }
}
