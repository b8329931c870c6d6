package io.tradelane.mappings.payment;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads {@code GrpHdr} of a camt message: MsgId and CreDtTm. */
final class GroupHeader {
    private final XmlCursor cursor;
    private final XmlReport report;
    private final XmlValues values;
    private boolean seen;
    private @Nullable String messageId;
    private @Nullable OffsetDateTime createdAt;

    GroupHeader(XmlCursor cursor, XmlReport report, XmlValues values) {
        this.cursor = cursor;
        this.report = report;
        this.values = values;
    }

    void read() throws IOException, XmlRefused {
        String path = cursor.path();
        boolean[] dated = new boolean[1];
        seen = true;
        cursor.children(name -> {
            switch (name) {
                case "MsgId" -> messageId = values.text(35);
                case "CreDtTm" -> {
                    dated[0] = true;
                    createdAt = values.dateTime();
                }
                default -> { }
            }
        });
        require(messageId != null, path + "/MsgId", "MsgId");
        require(dated[0], path + "/CreDtTm", "CreDtTm");
    }

    /** @param path of the message */
    void requireSeen(String path) {
        require(seen, path + "/GrpHdr", "GrpHdr");
    }

    void require(boolean present, String path, String name) {
        if (!present) {
            report.error(XmlError.MISSING_ELEMENT, cursor, path, null, name);
        }
    }

    @Nullable String messageId() {
        return messageId;
    }

    @Nullable OffsetDateTime createdAt() {
        return createdAt;
    }
}
