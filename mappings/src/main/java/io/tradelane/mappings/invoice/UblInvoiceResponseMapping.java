package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.InvoiceResponseDocument.Kind;
import io.tradelane.trading.document.InvoiceResponseDocument.Status;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UBL ApplicationResponse as Peppol Invoice Response: the sender is the buyer, the receiver the supplier. */
public final class UblInvoiceResponseMapping implements UblMapping<InvoiceResponseDocument> {
    private static final Codes<Status> STATUSES = Codes.of(Status.values(), Status::code);
    private static final Codes<Kind> LISTS = Codes.of(Kind.values(), Kind::code);
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:invoice_response:3", "urn:fdc:peppol.eu:poacc:bis:invoice_response:3");
    private static final String INVOICE = "380";
    /** UNCL 1001, where no profile says that it is the answer to an invoice. */
    private static final Set<String> INVOICES = Set.of(INVOICE, "381", "383", "384", "389");

    @Override
    public String name() {
        return "ubl-application-response";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/acknowledgement/ubl-application-response.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE_RESPONSE;
    }

    @Override
    public boolean reads(Row row) {
        String profile = row.text("customization");
        return profile == null ? INVOICES.contains(String.valueOf(row.text("documentType"))) : profile.contains("invoice_response");
    }

    @Override
    public Optional<Profile> profile(InvoiceResponseDocument response) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable InvoiceResponseDocument read(Row row, MappingReport report) {
        Status status = STATUSES.find(row.text("status"));
        String invoice = row.text("documentNumber");
        if (status == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row, "status", row.text("status"), STATUSES.list());
        }
        if (invoice == null) {
            report.add(MappingError.REFERENCE_MISSING, row, "documentNumber", null, "DocumentReference/ID");
        }
        if (status == null || invoice == null || row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        String note = row.text("note");
        return new InvoiceResponseDocument(
                row.text("number"), row.date("issueDate"), invoice, row.date("documentDate"), status, row.date("effective"), parties(row),
                note == null ? row.text("description") : note, clarifications(row));
    }

    private static List<Party> parties(Row row) {
        return UblParties.read(row).stream()
                .map(party -> new Party(
                        party.role() == PartyRole.MESSAGE_SENDER ? PartyRole.BUYER : PartyRole.SUPPLIER, party.identifiers(), party.name(),
                        party.address(), party.contact()))
                .toList();
    }

    private static List<Clarification> clarifications(Row row) {
        List<Clarification> all = new ArrayList<>();
        for (Row one : row.rows("clarifications")) {
            Kind kind = LISTS.find(one.text("list"));
            if (one.text("code") != null) {
                all.add(new Clarification(kind == null ? Kind.REASON : kind, one.text("code"), one.text("text")));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public void write(InvoiceResponseDocument response, Row row, boolean peppol) {
        row.set("number", response.number()).set("issueDate", response.issueDate()).set("note", response.note());
        row.set("status", response.status().code()).set("effective", response.effectiveDate());
        row.set("documentNumber", response.invoiceNumber()).set("documentDate", response.invoiceDate()).set("documentType", INVOICE);
        UblParties.write(response.party(PartyRole.BUYER).orElse(null), PartyRole.MESSAGE_SENDER, Extent.of(peppol, Extent.LEGAL), row);
        UblParties.write(response.party(PartyRole.SUPPLIER).orElse(null), PartyRole.MESSAGE_RECIPIENT, Extent.of(peppol, Extent.LEGAL), row);
        for (Clarification clarification : response.clarifications()) {
            row.add("clarifications").set("code", clarification.code()).set("list", clarification.kind().code()).set("text", clarification.text());
        }
    }
}
