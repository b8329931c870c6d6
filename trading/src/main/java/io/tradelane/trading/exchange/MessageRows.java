package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The columns of a message and how they become one. */
final class MessageRows {
    static final String SELECT = """
            select m.id, m.interchange_id, m.direction, m.organisation_id, m.counterparty_id, m.index, m.siblings, m.reference, m.type, m.version,
                   m.association, m.document_type, m.document_number, m.document, m.business_keys, m.status, m.verdict_key, m.verdict_args,
                   m.findings, m.byte_start, m.byte_end, m.created_at, m.decided_at
              from message m
            """;

    static final String HEADINGS = SELECT.replace("m.document,", "null as document,");

    private MessageRows() {}

    static Message map(ResultSet row, int number) throws SQLException {
        String documentType = row.getString("document_type");
        String document = row.getString("document");
        String verdict = row.getString("verdict_key");
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("interchange_id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                SqlValues.uuid(row, "organisation_id"),
                SqlValues.uuid(row, "counterparty_id"),
                row.getInt("index"),
                row.getInt("siblings"),
                row.getString("reference"),
                row.getString("type"),
                row.getString("version"),
                row.getString("association"),
                documentType == null ? null : DocumentType.valueOf(documentType),
                row.getString("document_number"),
                document == null ? null : DocumentJson.read(document),
                List.of((String[]) row.getArray("business_keys").getArray()),
                MessageStatus.valueOf(row.getString("status")),
                verdict == null ? null : new Verdict(verdict, SqlValues.texts(row.getString("verdict_args"))),
                row.getString("findings"),
                row.getLong("byte_start"),
                row.getLong("byte_end"),
                SqlValues.instant(row, "created_at"),
                SqlValues.instantOrNull(row, "decided_at"));
    }
}
