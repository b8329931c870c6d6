package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.payment.TradeFixture;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a carrier reports of goods on their way. */
class TransportTest extends TradeFixture {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-20T08:15:00+08:00");
    @Autowired Journal journal;
    @Autowired Incidents incidents;

    private String sscc;

    private UUID shipment() {
        OrderView order = confirmed();
        sscc = sscc();
        return applied(despatch(advice(unique("DA"), order.number(), List.of(pack(sscc, shipped("1", order.number(), "1", 100))))));
    }

    private ApplyResult tell(UUID sender, boolean carrier, TransportStatusDocument document) {
        return asEdi(sender, () -> advices.apply(document, carrier, new MessageContext(null, null, sender)));
    }

    private ShipmentView view(UUID id) {
        return hub(() -> advices.find(id)).orElseThrow();
    }

    @Test
    void everyPairOfStateAndReportIsInTheTableOrChangesNothing() {
        Set<Transport> underWay = EnumSet.of(Transport.UNREPORTED, Transport.DEPARTED, Transport.ARRIVED, Transport.EXCEPTION);
        for (Transport from : Transport.values()) {
            for (Status report : Status.values()) {
                Transport expected = switch (report) {
                    case COLLECTED, DEPARTED, IN_TRANSIT, OUT_FOR_DELIVERY -> Transport.DEPARTED;
                    case ARRIVED -> Transport.ARRIVED;
                    case DELIVERED -> Transport.DELIVERED;
                    case EXCEPTION -> Transport.EXCEPTION;
                    case RETURNED -> Transport.RETURNED;
                    case OTHER -> null;
                };
                boolean moves = expected != null && (underWay.contains(from) || from == Transport.DELIVERED && report == Status.RETURNED);
                assertThat(from.on(report).orElse(null)).as("%s on %s", from, report).isEqualTo(moves ? expected : null);
            }
        }
    }

    @Test
    void eachEventIsToldOnceWithItsZoneAndTheLatestSaysHowFarTheGoodsAre() {
        UUID id = shipment();
        UUID carrier = organisation("Carrier", Kind.CARRIER);
        TransportStatusDocument delivered = report(sscc, Status.DELIVERED, MORNING.plusDays(2));
        assertThat(tell(carrier, true, delivered)).isEqualTo(new ApplyResult.Applied(id));
        assertThat(tell(carrier, true, delivered)).isInstanceOf(ApplyResult.NoEffect.class);
        tell(carrier, true, report(view(id).number(), Status.DEPARTED, MORNING));

        ShipmentView after = view(id);
        assertThat(after.transport()).as("the report that came late changes nothing").isEqualTo(Transport.DELIVERED);
        assertThat(after.events()).extracting(TransportEvent::status).containsExactly(Status.DEPARTED, Status.DELIVERED);
        assertThat(after.events().getFirst().at()).hasToString("2026-11-20T08:15+08:00");
        assertThat(after.delivery().signedBy()).isEqualTo("A. Weber");
        assertThat(hub(() -> journal.timeline(DespatchAdvices.ENTITY, id))).extracting(TimelineEntry::event)
                .containsExactly("DESPATCH", "REPORT_DELIVERED", "REPORT_DEPARTED");
    }

    @Test
    void oneReportTellsOfManyConsignmentsAndEachOfItsOwnShipments() {
        UUID one = shipment();
        String first = sscc;
        UUID other = shipment();
        TransportStatusDocument early = report(first, Status.DEPARTED, MORNING);
        TransportStatusDocument later = report(view(other).number(), Status.ARRIVED, MORNING);
        TransportStatusDocument both = new TransportStatusDocument(unique("ST"), early.issueDate(), List.of(),
                List.of(early.consignments().getFirst(), later.consignments().getFirst()));
        assertThat(tell(supplier, false, both)).isEqualTo(new ApplyResult.Applied(one));
        assertThat(view(one).transport()).isEqualTo(Transport.DEPARTED);
        assertThat(view(other).transport()).isEqualTo(Transport.ARRIVED);
    }

    @Test
    void whatDoesNotGoOnIsAnIncidentOfTheSupplier() {
        UUID id = shipment();
        tell(supplier, false, report(sscc, Status.EXCEPTION, MORNING));
        assertThat(view(id).transport()).isEqualTo(Transport.EXCEPTION);
        assertThat(asPerson(supplier, () -> incidents.list(Incidents.Filter.open(), null, 10)).items()).extracting("cause").contains(Cause.TRANSPORT_EXCEPTION);
    }

    @Test
    void anUnknownConsignmentIsHeldAndStrangersAreNotHeard() {
        shipment();
        UUID stranger = organisation("Stranger", Kind.BOTH);
        for (ApplyResult result : List.of(tell(supplier, false, report(unique("NONE"), Status.DEPARTED, MORNING)),
                tell(stranger, false, report(sscc, Status.DEPARTED, MORNING)))) {
            assertThat(result).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_SHIPMENT));
        }
    }
}
