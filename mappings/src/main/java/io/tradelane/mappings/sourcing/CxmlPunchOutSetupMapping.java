package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** cXML PunchOutSetupRequest and {@link PunchOutSetupDocument}. */
public final class CxmlPunchOutSetupMapping implements XmlMapping<PunchOutSetupDocument> {

    @Override
    public String name() {
        return "cxml-punch-out-setup";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/sourcing/cxml-punch-out.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PUNCH_OUT_SETUP;
    }

    @Override
    public @Nullable PunchOutSetupDocument read(Row row, MappingReport report) {
        String number = row.text("payloadId");
        String cookie = row.text("cookie");
        String address = row.text("return");
        String operation = row.text("operation");
        OffsetDateTime made = Headers.createdAt(row, "timestamp", "cXML/@timestamp", report);
        Operation known = Stream.of(Operation.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(operation)).findFirst().orElse(null);
        if (number == null || cookie == null || address == null || known == null) {
            return null;
        }
        return new PunchOutSetupDocument(
                number, made, known, cookie, address, row.text("email"),
                CxmlParties.read(row, PartyRole.BUYER, PartyRole.SUPPLIER), CxmlCartRows.read(row, report));
    }

    @Override
    public void write(PunchOutSetupDocument setup, Row row) {
        row.set("payloadId", setup.number()).set("timestamp", setup.createdAt());
        row.set("operation", setup.operation().name().toLowerCase(Locale.ROOT)).set("cookie", setup.buyerCookie());
        row.set("return", setup.returnAddress()).set("email", setup.userEmail());
        CxmlParties.write(setup.parties(), PartyRole.BUYER, PartyRole.SUPPLIER, row);
        CxmlCartRows.write(setup.lines(), row);
    }
}
