package io.tradelane.mappings.acknowledgement;

import static io.tradelane.trading.document.ApplicationAcknowledgementDocument.ACCEPTED_BLIND;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL ApplicationResponse, read whatever its profile (Peppol MLR, MLS, catalogue response), and written as Peppol MLR 3 or plain. */
public class UblMessageResponseMapping implements UblMapping<ApplicationAcknowledgementDocument> {
    private static final Profile PEPPOL = new Profile("urn:fdc:peppol.eu:poacc:trns:mlr:3", "urn:fdc:peppol.eu:poacc:bis:mlr:3");
    /** What MLR and MLS write where no line is meant, and for a business rule broken. */
    static final String NO_LINE = "NA";
    static final String BUSINESS_RULE = "BV";
    private static final List<String> CODES = List.of("BV", "BW", "SV");

    @Override
    public String name() {
        return "ubl-application-response";
    }

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }

    @Override
    public Optional<Profile> profile(ApplicationAcknowledgementDocument response) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable ApplicationAcknowledgementDocument read(Row row, MappingReport report) {
        String code = row.text("status");
        String message = row.text("documentNumber");
        if (code == null || message == null) {
            report.add(MappingError.REFERENCE_MISSING, row, code == null ? "status" : "documentNumber", null, "AP, AB, RE");
        }
        if (code == null || message == null || row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        boolean accepted = !code.equals("RE") && !code.equals("27");
        return new ApplicationAcknowledgementDocument(
                row.text("number"), row.date("issueDate"), accepted, message, message, List.copyOf(UblParties.read(row)), errors(row, accepted),
                code.equals(ACCEPTED_BLIND) ? code : null);
    }

    private static List<ApplicationError> errors(Row row, boolean accepted) {
        List<ApplicationError> errors = new ArrayList<>();
        for (Row line : row.rows("lines")) {
            String place = line.text("place");
            for (Row response : line.rows("responses")) {
                String code = response.text("code");
                String text = response.text("text");
                errors.add(new ApplicationError(
                        code == null ? BUSINESS_RULE : code, text == null ? "" : text, NO_LINE.equals(place) ? null : place));
            }
        }
        if (errors.isEmpty() && !accepted && row.text("description") != null) {
            errors.add(new ApplicationError(BUSINESS_RULE, String.valueOf(row.text("description")), null));
        }
        return List.copyOf(errors);
    }

    @Override
    public void write(ApplicationAcknowledgementDocument response, Row row, boolean peppol) {
        row.set("number", response.number()).set("issueDate", response.issueDate());
        row.set("status", status(response));
        row.set("documentNumber", response.documentNumber() == null ? response.messageReference() : response.documentNumber());
        party(response, PartyRole.MESSAGE_SENDER, PartyRole.SUPPLIER, row);
        party(response, PartyRole.MESSAGE_RECIPIENT, PartyRole.BUYER, row);
        for (ApplicationError error : response.errors()) {
            Row line = row.add("lines").set("place", error.lineNumber() == null ? NO_LINE : error.lineNumber()).add("responses");
            line.set("code", CODES.contains(error.code()) || !peppol ? error.code() : BUSINESS_RULE).set("text", error.text());
            line.set("status", "RE");
        }
    }

    static String status(ApplicationAcknowledgementDocument response) {
        return !response.accepted() ? "RE" : ACCEPTED_BLIND.equals(response.responseCode()) ? ACCEPTED_BLIND : "AP";
    }

    private static void party(ApplicationAcknowledgementDocument response, PartyRole role, PartyRole otherwise, Row row) {
        Party party = response.party(role).or(() -> response.party(otherwise)).orElse(null);
        Party addressOnly = party == null ? null : new Party(role, party.identifiers(), null, null, null);
        UblParties.write(addressOnly, role, Extent.LEGAL, row);
    }
}
