package io.tradelane.trading.despatch;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the documents of shippers and carriers who have no system that does. */
@Component
class TenderForm {
    private static final String ROAD = "3";
    /** UN/ECE Recommendation 21: package, not further said. */
    private static final String PACKAGE = "PK";
    private final ControlNumbers numbers;
    private final Organisations organisations;
    private final Clock clock;

    TenderForm(ControlNumbers numbers, Organisations organisations, Clock clock) {
        this.numbers = numbers;
        this.organisations = organisations;
        this.clock = clock;
    }

    TransportInstructionDocument instruction(TransportOrders.Tender tender, ShipmentView shipment) {
        UUID supplier = shipment.supplier().id();
        List<Party> parties = Stream.of(
                        party(PartyRole.CONSIGNOR, supplier), party(PartyRole.SHIP_FROM, supplier), party(PartyRole.CONSIGNEE, shipment.buyer().id()),
                        party(PartyRole.SHIP_TO, shipment.buyer().id()), party(PartyRole.CARRIER, tender.carrier()))
                .toList();
        List<Reference> references = Stream.concat(
                        Stream.of(Reference.to(Reference.Kind.DESPATCH_ADVICE, shipment.number())),
                        shipment.orders().stream().map(order -> Reference.to(Reference.Kind.ORDER, order.number())))
                .toList();
        return new TransportInstructionDocument(
                "TO-" + "%06d".formatted(Long.parseLong(numbers.next(supplier, supplier, ControlNumbers.Kind.DOCUMENT))), Kind.TRANSPORT, Function.ORIGINAL,
                LocalDate.now(clock), ROAD, null, tender.pickUpAt(), tender.deliverAt(), parties, references, tender.note(), List.of(), goods(shipment));
    }

    /** A line for each thing in each package. */
    private static List<Goods> goods(ShipmentView shipment) {
        List<Goods> goods = new ArrayList<>();
        for (ShipmentView.Package unit : shipment.packages()) {
            boolean first = true;
            for (ShipmentView.Line line : unit.lines()) {
                Item item = new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description());
                goods.add(new Goods(String.valueOf(goods.size() + 1), item, line.description(), new Quantity(line.shipped(), line.unit()),
                        first ? Quantity.of(1, unit.packageType() == null ? PACKAGE : unit.packageType()) : null, null, null,
                        first && unit.sscc() != null ? List.of(unit.sscc()) : List.of(), line.orderNumber()));
                first = false;
            }
        }
        return List.copyOf(goods);
    }

    TransportInstructionDocument cancellation(TransportInstructionDocument said) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = said.issueDate().isAfter(today) ? said.issueDate() : today;
        return new TransportInstructionDocument(said.number(), said.kind(), Function.CANCELLATION, day, said.mode(), said.terms(),
                said.pickUpAt(), said.deliverAt(), said.parties(), said.references(), said.note(), said.stops(), said.goods());
    }

    TransportResponseDocument response(TransportOrders.Answer answer, UUID carrier, String instruction) {
        return new TransportResponseDocument(
                "TR-" + "%06d".formatted(Long.parseLong(numbers.next(carrier, carrier, ControlNumbers.Kind.DOCUMENT))), LocalDate.now(clock), instruction,
                answer.decision(), answer.carrierReference(), answer.reason(), List.of(party(PartyRole.CARRIER, carrier)));
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        Organisation.Address at = organisation.address();
        String street = at.street();
        Party.Address address = at.city() == null && street == null ? null
                : new Party.Address(street == null ? List.of() : List.of(street), at.city(), at.postalCode(), null, at.country());
        List<Party.Identifier> identifiers = Stream.concat(
                        Stream.ofNullable(organisation.gln()).map(gln -> new Party.Identifier(Party.Scheme.GLN, gln)),
                        organisations.identifiers(id).stream().filter(identifier -> identifier.scheme().equals(PartyIdentifier.SCAC))
                                .map(scac -> new Party.Identifier(Party.Scheme.OTHER, scac.value(), PartyIdentifier.AGENCY_SCAC)))
                .toList();
        return new Party(role, identifiers, organisation.name(), address, null);
    }
}
