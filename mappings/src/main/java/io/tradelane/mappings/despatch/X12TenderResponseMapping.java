package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportResponseDocument.Decision;
import io.tradelane.trading.document.TransportResponseDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 990 and {@link TransportResponseDocument}. */
public final class X12TenderResponseMapping implements X12Mapping<TransportResponseDocument> {
    private static final Map<String, Decision> DECISIONS = Map.of(
            "A", Decision.ACCEPTED, "D", Decision.DECLINED, "B", Decision.CONDITIONAL, "R", Decision.CANCELLED, "E", Decision.ACCEPTED, "C", Decision.CONDITIONAL);

    @Override
    public String set() {
        return "990";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_RESPONSE;
    }

    @Override
    public @Nullable TransportResponseDocument read(Row set, MappingReport report) {
        String shipment = Heads.number(set.text("shipment"), set, report, "B102");
        Decision decision = DECISIONS.get(String.valueOf(set.text("decision")));
        if (decision == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, set.position(), set.text("decision"), "A, B, D, R");
        }
        if (shipment == null || decision == null) {
            return null;
        }
        LocalDate issued = set.date("issueDate") == null ? Headers.envelopeDate(report) : set.date("issueDate");
        String carrier = set.text("carrier");
        List<Party> parties = carrier == null ? List.of()
                : List.of(new Party(PartyRole.CARRIER, List.of(new Party.Identifier(Party.Scheme.OTHER, carrier, "2")), null, null, null));
        return new TransportResponseDocument(
                report.reference(), issued, shipment, decision, Refs.number(set, "CN", "2I", "BM"), set.text("note"), parties);
    }

    @Override
    public void write(TransportResponseDocument response, Row set, String version) {
        String carrier = response.party(PartyRole.CARRIER).flatMap(party -> party.identifiers().stream()
                .filter(id -> id.scheme() == Party.Scheme.OTHER && id.value().matches("[A-Z]{2,4}")).map(Party.Identifier::value).findFirst()).orElse(null);
        set.set("carrier", carrier).set("shipment", response.instructionNumber()).set("issueDate", response.issueDate()).set("decision", response.decision().code());
        Refs.add(set, "CN", response.carrierReference());
        set.set("note", response.reason());
    }
}
