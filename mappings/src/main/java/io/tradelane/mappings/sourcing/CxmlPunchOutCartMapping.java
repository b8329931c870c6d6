package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.shared.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** cXML PunchOutOrderMessage and {@link PunchOutCartDocument}. */
public final class CxmlPunchOutCartMapping implements XmlMapping<PunchOutCartDocument> {

    @Override
    public String name() {
        return "cxml-punch-out-cart";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/sourcing/cxml-punch-out.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PUNCH_OUT_CART;
    }

    @Override
    public @Nullable PunchOutCartDocument read(Row row, MappingReport report) {
        String number = row.text("payloadId");
        String cookie = row.text("cookie");
        OffsetDateTime made = Headers.createdAt(row, "timestamp", "cXML/@timestamp", report);
        if (number == null || cookie == null) {
            return null;
        }
        String currency = row.text("totalCurrency");
        Money total = currency == null ? null : UblValues.money(row, "total", CxmlLines.currency(row, report, "total"), report);
        return new PunchOutCartDocument(
                number, made, cookie,
                CxmlParties.read(row, PartyRole.SUPPLIER, PartyRole.BUYER), total, CxmlCartRows.read(row, report));
    }

    @Override
    public void write(PunchOutCartDocument cart, Row row) {
        row.set("payloadId", cart.number()).set("timestamp", cart.createdAt()).set("cookie", cart.buyerCookie()).set("operation", "edit");
        UblValues.money(row, "total", cart.total());
        CxmlParties.write(cart.parties(), PartyRole.SUPPLIER, PartyRole.BUYER, row);
        CxmlCartRows.write(cart.lines(), row);
    }
}
