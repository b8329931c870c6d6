package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.ElectronicAddresses;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL Invoice or CreditNote. */
public final class UblInvoiceMapping extends EuropeanInvoiceMapping {
    private static final Profile BILLING = new Profile(
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    private static final Profile SELF_BILLING = new Profile(
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0",
            "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0");

    private final boolean credit;

    /** @param credit whether it is the credit note, which has a root of its own */
    public UblInvoiceMapping(boolean credit) {
        this.credit = credit;
    }

    @Override
    public String name() {
        return credit ? "ubl-credit-note" : "ubl-invoice";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/invoice/ubl-invoice.xml";
    }

    @Override
    public boolean writes(InvoiceDocument invoice) {
        return credit == (invoice.kind() == Kind.CREDIT_NOTE);
    }

    @Override
    public Optional<Profile> profile(InvoiceDocument invoice) {
        return Optional.of(invoice.kind() == Kind.SELF_BILLED ? SELF_BILLING : BILLING);
    }

    @Override
    Kind kind(Row row, MappingReport report) {
        return credit ? Kind.CREDIT_NOTE : InvoiceKinds.of(row, report);
    }

    @Override
    List<Party> parties(Row row) {
        List<Party> parties = new ArrayList<>(UblParties.read(row));
        List<Identifier> identifiers = row.text("deliverTo") == null
                ? List.of() : List.of(ElectronicAddresses.read(row.text("deliverTo"), row.text("deliverToScheme"), Scheme.OTHER));
        Party.@Nullable Address address = row.rows("deliveryAddresses").stream().findFirst().map(UblParties::address).orElse(null);
        if (!identifiers.isEmpty() || address != null || row.text("deliverToName") != null) {
            parties.add(new Party(PartyRole.SHIP_TO, identifiers, row.text("deliverToName"), address, null));
        }
        return List.copyOf(parties);
    }

    @Override
    void writeDelivery(InvoiceDocument invoice, Row row) {
        row.set("creditNoteDueDate", credit ? invoice.dueDate() : null);
        invoice.party(PartyRole.SHIP_TO).ifPresent(place -> {
            row.set("deliverToName", place.name());
            place.identifiers().stream().findFirst().ifPresent(
                    id -> row.set("deliverTo", id.value()).set("deliverToScheme", ElectronicAddresses.code(id)));
            if (place.address() != null) {
                UblParties.address(place.address(), row.add("deliveryAddresses"));
            }
        });
    }

    @Override
    boolean needsMeans(InvoiceDocument invoice) {
        return credit && invoice.dueDate() != null;
    }

    @Override
    List<Row> taxRows(Row row, String currency) {
        List<Row> totals = row.rows("taxTotals");
        return totals.stream()
                .filter(total -> !total.rows("taxes").isEmpty() && currency.equals(total.text("taxCurrency")))
                .findFirst()
                .or(() -> totals.stream().filter(total -> !total.rows("taxes").isEmpty()).findFirst())
                .map(total -> total.rows("taxes"))
                .orElse(List.of());
    }

    @Override
    Row addTax(Row row, Row taxTotal) {
        return taxTotal.add("taxes");
    }
}
