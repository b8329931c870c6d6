package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The columns of an interchange and how they become one. */
final class InterchangeRows {
    static final String SELECT = """
            select i.id, i.direction, i.organisation_id, i.counterparty_id, i.channel_id, i.door, i.payload_id, i.media_type, i.size, i.sha256,
                   i.transport_message_id, i.file_name, i.properties, i.format, i.version, i.sender_id, i.sender_qualifier, i.recipient_id,
                   i.recipient_qualifier, i.control_reference, i.test, i.acknowledgement_requested, i.status, i.reason, i.reason_args,
                   i.findings, i.message_count, i.duplicate_of, i.resubmission_of, i.received_at, i.processed_at
              from interchange i
            """;

    private InterchangeRows() {}

    static Interchange map(ResultSet row, int number) throws SQLException {
        return new Interchange(
                row.getObject("id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                SqlValues.uuid(row, "organisation_id"),
                SqlValues.uuid(row, "counterparty_id"),
                SqlValues.uuid(row, "channel_id"),
                row.getString("door"),
                row.getObject("payload_id", UUID.class),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBytes("sha256"),
                row.getString("transport_message_id"),
                row.getString("file_name"),
                SqlValues.texts(row.getString("properties")),
                row.getString("format"),
                row.getString("version"),
                row.getString("sender_id"),
                row.getString("sender_qualifier"),
                row.getString("recipient_id"),
                row.getString("recipient_qualifier"),
                row.getString("control_reference"),
                row.getBoolean("test"),
                row.getBoolean("acknowledgement_requested"),
                InterchangeStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                SqlValues.texts(row.getString("reason_args")),
                row.getString("findings"),
                row.getInt("message_count"),
                SqlValues.uuid(row, "duplicate_of"),
                SqlValues.uuid(row, "resubmission_of"),
                SqlValues.instant(row, "received_at"),
                SqlValues.instantOrNull(row, "processed_at"));
    }
}
