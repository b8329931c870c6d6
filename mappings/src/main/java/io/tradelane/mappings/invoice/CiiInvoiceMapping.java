package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.List;
import java.util.Optional;

/** UN/CEFACT Cross Industry Invoice D16B, as EN 16931, ZUGFeRD and Factur-X use it. */
public class CiiInvoiceMapping extends EuropeanInvoiceMapping {
    private static final Profile EUROPEAN = new Profile("urn:cen.eu:en16931:2017", "");

    @Override
    public String name() {
        return "cii-invoice";
    }

    /** The core of EN 16931, which Factur-X calls its profile of the same name. */
    @Override
    public Optional<Profile> profile(InvoiceDocument invoice) {
        return Optional.of(EUROPEAN);
    }

    @Override
    Kind kind(Row row, MappingReport report) {
        return InvoiceKinds.of(row, report);
    }

    @Override
    List<Party> parties(Row row) {
        return List.copyOf(UblParties.read(row));
    }

    @Override
    Extent partner(boolean peppol) {
        return Extent.FULL;
    }

    @Override
    void writeDelivery(InvoiceDocument invoice, Row row) {
        UblParties.write(invoice.party(PartyRole.SHIP_TO).orElse(null), PartyRole.SHIP_TO, Extent.NAMED, row);
    }

    @Override
    List<Row> taxRows(Row row, String currency) {
        return row.rows("taxes");
    }

    @Override
    Row addTax(Row row, Row taxTotal) {
        return row.add("taxes");
    }
}
