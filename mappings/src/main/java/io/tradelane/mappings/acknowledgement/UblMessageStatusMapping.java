package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.ElectronicAddresses;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * UBL ApplicationResponse as Peppol Message Level Status 1.0 (OpenPeppol, eDEC MLS): AP, AB or RE for a whole document, and for RE
 * at least one issue with SV, BV or FD at its place. It answers the instance identifier of the Standard Business Document, and goes
 * from service provider to service provider: the addresses of the envelope are their SPIS identifiers, under the scheme 0242.
 */
public final class UblMessageStatusMapping extends UblMessageResponseMapping {
    private static final Profile MLS = new Profile("urn:peppol:edec:mls:1.0", "urn:peppol:edec:mls");
    /** With its zone, without fractions of a second. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ssXXX");
    /** Failure of delivery: what the receiving system says of a document that keeps its rules. */
    private static final String NOT_DELIVERED = "FD";
    private static final String WARNING = "BW";
    private static final List<String> FAILURES = List.of("SV", BUSINESS_RULE, NOT_DELIVERED);

    @Override
    public Optional<Profile> profile(ApplicationAcknowledgementDocument response) {
        return Optional.of(MLS);
    }

    /** Only where MLS is asked for; elsewhere the same document is an MLR. */
    @Override
    public boolean writes(ApplicationAcknowledgementDocument response) {
        return false;
    }

    /**
     * @param sender the service provider whose status it is, the scheme as its qualifier
     * @param recipient that of the sender of the document
     * @param preparedAt of the status itself
     */
    public void write(ApplicationAcknowledgementDocument response, Row row, PartyAddress sender, PartyAddress recipient, Instant preparedAt) {
        OffsetDateTime at = preparedAt.atOffset(ZoneOffset.UTC);
        row.set("number", response.number()).set("issueDate", at.toLocalDate()).set("issueTime", TIME.format(at));
        row.set("status", status(response));
        row.set("documentNumber", response.messageReference().isEmpty() ? response.documentNumber() : response.messageReference());
        provider(sender, PartyRole.MESSAGE_SENDER, row);
        provider(recipient, PartyRole.MESSAGE_RECIPIENT, row);
        List<ApplicationError> issues = issues(response);
        row.set("description", response.accepted() ? null : issues.getFirst().text());
        for (ApplicationError issue : issues) {
            Row line = row.add("lines").set("place", issue.lineNumber() == null ? NO_LINE : issue.lineNumber());
            line.add("responses").set("code", issue.code()).set("text", issue.text());
        }
    }

    private static void provider(PartyAddress address, PartyRole role, Row row) {
        Party.Identifier id = ElectronicAddresses.read(address.id(), address.qualifier(), Party.Scheme.OTHER);
        UblParties.write(new Party(role, List.of(id), null, null, null), role, UblParties.Extent.LEGAL, row);
    }

    /** Of a refusal at least one; of an acceptance only warnings. */
    private static List<ApplicationError> issues(ApplicationAcknowledgementDocument response) {
        if (response.accepted()) {
            return response.errors().stream().filter(error -> error.code().equals(WARNING)).toList();
        }
        List<ApplicationError> issues = response.errors().stream().map(UblMessageStatusMapping::issue).toList();
        return issues.stream().anyMatch(issue -> FAILURES.contains(issue.code())) ? issues
                : List.of(new ApplicationError(NOT_DELIVERED, "The document was not accepted.", null));
    }

    private static ApplicationError issue(ApplicationError error) {
        boolean known = FAILURES.contains(error.code()) || error.code().equals(WARNING);
        String text = error.text().isBlank() ? error.code() : error.text();
        return known ? new ApplicationError(error.code(), text, error.lineNumber())
                : new ApplicationError(NOT_DELIVERED, error.code() + " " + text, error.lineNumber());
    }
}
