package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.TransportOrderStatus.Event;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.document.TransportResponseDocument.Decision;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.payment.TradeFixture;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What shippers ask carriers to move. */
class TransportOrdersTest extends TradeFixture {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    @Autowired TransportOrders transports;
    @Autowired Incidents incidents;
    @Autowired Journal journal;
    private UUID carrier;
    private String number;

    @BeforeEach
    void carrier() {
        carrier = organisation("Jianghai", Organisation.Kind.CARRIER);
        number = unique("TO");
    }

    @Test
    void everyPairOfStatusAndEventIsInTheTableOrIllegal() {
        Set<TransportOrderStatus> open = EnumSet.of(TransportOrderStatus.TENDERED, TransportOrderStatus.CONDITIONAL, TransportOrderStatus.ACCEPTED);
        for (TransportOrderStatus from : TransportOrderStatus.values()) {
            for (Event event : Event.values()) {
                TransportOrderStatus expected = switch (event) {
                    case CHANGE -> from == TransportOrderStatus.CANCELLED ? null : TransportOrderStatus.TENDERED;
                    case CANCEL -> from == TransportOrderStatus.CANCELLED ? null : TransportOrderStatus.CANCELLED;
                    case ACCEPT -> open.contains(from) ? TransportOrderStatus.ACCEPTED : null;
                    case CONDITION -> open.contains(from) && from != TransportOrderStatus.ACCEPTED ? TransportOrderStatus.CONDITIONAL : null;
                    case DECLINE, WITHDRAW -> open.contains(from) ? TransportOrderStatus.DECLINED : null;
                };
                assertThat(from.on(event).orElse(null)).as("%s on %s", from, event).isEqualTo(expected);
            }
        }
    }

    @Test
    void anInstructionGoesToTheCarrierOnceAndItsAnswerToTheShipper() {
        agree(supplier, carrier, DocumentType.TRANSPORT_INSTRUCTION);
        agree(carrier, supplier, DocumentType.TRANSPORT_RESPONSE);
        TransportInstructionDocument said = instruction(Function.ORIGINAL, TODAY, "gate 4");
        UUID id = applied(instruct(said));
        assertThat(instruct(said)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(outbox(supplier, carrier)).containsExactly("TRANSPORT_INSTRUCTION");
        assertThat(view(id).status()).isEqualTo(TransportOrderStatus.TENDERED);
        held(instruct(instruction(Function.ORIGINAL, TODAY, "gate 5")), HoldReason.CONTENT_CONFLICT);

        assertThat(answer(Decision.CONDITIONAL, null, "only on Monday")).isEqualTo(new ApplyResult.Applied(id));
        assertThat(view(id)).extracting(TransportOrderView::status, TransportOrderView::reason).containsExactly(TransportOrderStatus.CONDITIONAL, "only on Monday");
        answer(Decision.ACCEPTED, "PRO-1", null);
        assertThat(answer(Decision.ACCEPTED, "PRO-1", null)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(view(id)).extracting(TransportOrderView::status, TransportOrderView::carrierReference).containsExactly(TransportOrderStatus.ACCEPTED, "PRO-1");
        assertThat(outbox(carrier, supplier)).containsExactly("TRANSPORT_RESPONSE", "TRANSPORT_RESPONSE");
        assertThat(hub(() -> journal.timeline(TransportOrders.ENTITY, id))).extracting(TimelineEntry::event).containsExactly("TENDER", "CONDITION", "ACCEPT");
    }

    @Test
    void aChangeIsAcceptedAnewAndAnOlderOneChangesNothing() {
        held(instruct(instruction(Function.CHANGE, TODAY, "early")), HoldReason.UNKNOWN_TRANSPORT_ORDER);
        UUID id = applied(instruct(instruction(Function.ORIGINAL, TODAY, "gate 4")));
        answer(Decision.ACCEPTED, "PRO-1", null);
        applied(instruct(instruction(Function.CHANGE, TODAY.plusDays(2), "gate 5")));
        assertThat(instruct(instruction(Function.CHANGE, TODAY.plusDays(1), "gate 6"))).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(view(id)).extracting(TransportOrderView::status, order -> order.instruction().note()).containsExactly(TransportOrderStatus.TENDERED, "gate 5");
        applied(instruct(instruction(Function.CANCELLATION, TODAY.plusDays(2), null)));
        assertThat(instruct(instruction(Function.CANCELLATION, TODAY.plusDays(3), null))).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(view(id)).extracting(TransportOrderView::status, order -> order.instruction().note())
                .as("what was to be moved stays to be seen").containsExactly(TransportOrderStatus.CANCELLED, "gate 5");
        held(instruct(instruction(Function.CHANGE, TODAY.plusDays(4), "gate 7")), HoldReason.ILLEGAL_TRANSITION);
        assertThat(answer(Decision.ACCEPTED, null, null)).isInstanceOf(ApplyResult.NoEffect.class);
    }

    @Test
    void whoIsNotAskedIsHeldAndOneWhoDeclinesIsAnIncidentOfTheShipper() {
        held(answer(Decision.ACCEPTED, null, null), HoldReason.UNKNOWN_TRANSPORT_ORDER);
        UUID id = applied(instruct(instruction(Function.ORIGINAL, TODAY, null)));
        UUID other = organisation("Other carrier", Organisation.Kind.CARRIER);
        held(asEdi(other, () -> transports.apply(response(Decision.ACCEPTED, null, null), other, supplier, context(other))), HoldReason.UNKNOWN_TRANSPORT_ORDER);
        answer(Decision.DECLINED, null, "no vehicle");
        assertThat(view(id).status()).isEqualTo(TransportOrderStatus.DECLINED);
        assertThat(asPerson(supplier, () -> incidents.list(Incidents.Filter.open(), null, 10)).items()).extracting("cause").contains(Cause.TRANSPORT_DECLINED);
        UUID next = applied(asEdi(supplier, () -> transports.apply(instruction(Function.ORIGINAL, TODAY, null), supplier, other, context(supplier))));
        assertThat(next).as("the next carrier is asked under the same number").isNotEqualTo(id);
        assertThat(asPerson(buyer, () -> transports.list(null, null))).as("between shipper and carrier").isEmpty();
        assertThat(asPerson(carrier, () -> transports.list(number, null))).hasSize(1);
    }

    @Test
    void aReportUnderItsNumberMovesTheGoodsThatItNames() {
        OrderView order = confirmed();
        String advice = unique("DA");
        String sscc = sscc();
        UUID id = applied(instruct(instruction(Function.ORIGINAL, TODAY, null, Reference.to(Reference.Kind.DESPATCH_ADVICE, advice))));
        OffsetDateTime morning = OffsetDateTime.parse("2026-11-20T08:15:00+08:00");
        assertThat(tell(report(number, Status.COLLECTED, morning))).as("before the shipment is here").isEqualTo(new ApplyResult.Applied(id));
        assertThat(view(id).transport()).isEqualTo(Transport.DEPARTED);

        UUID shipment = applied(despatch(advice(advice, order.number(), List.of(pack(sscc, shipped("1", order.number(), "1", 100))))));
        assertThat(view(id).shipments()).extracting(TransportOrderView.Shipment::id).containsExactly(shipment);
        assertThat(asPerson(supplier, () -> transports.ofShipments(List.of(shipment)))).hasEntrySatisfying(shipment, found -> assertThat(found).hasSize(1));
        answer(Decision.ACCEPTED, "PRO-9", null);
        TransportStatusDocument delivered = report("PRO-9", Status.DELIVERED, morning.plusDays(1));
        assertThat(tell(delivered)).isInstanceOf(ApplyResult.Applied.class);
        assertThat(tell(delivered)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(view(id).transport()).isEqualTo(Transport.DELIVERED);
        assertThat(hub(() -> advices.find(shipment)).orElseThrow().transport()).isEqualTo(Transport.DELIVERED);
        held(instruct(instruction(Function.CHANGE, TODAY.plusDays(2), "late")), HoldReason.ILLEGAL_TRANSITION);
    }

    @Test
    void anInstructionThatNamesAnOrderMovesWhatIsShippedOfIt() {
        OrderView order = confirmed();
        UUID shipment = applied(despatch(advice(unique("DA"), order.number(), List.of(pack(sscc(), shipped("1", order.number(), "1", 100))))));
        UUID id = applied(instruct(instruction(Function.ORIGINAL, TODAY, null, Reference.to(Reference.Kind.ORDER, order.number()))));
        assertThat(view(id).shipments()).extracting(TransportOrderView.Shipment::id).containsExactly(shipment);
        tell(report(number, Status.DEPARTED, OffsetDateTime.parse("2026-11-20T08:15:00+08:00")));
        assertThat(hub(() -> advices.find(shipment)).orElseThrow().transport()).isEqualTo(Transport.DEPARTED);
    }

    @Test
    void aSupplierAsksACarrierInTheBrowserAndTheCarrierAnswersByTheApi() {
        agree(supplier, carrier, DocumentType.TRANSPORT_INSTRUCTION);
        OrderView order = confirmed();
        UUID shipment = applied(despatch(advice(unique("DA"), order.number(), List.of(pack(sscc(), shipped("1", order.number(), "1", 100))))));
        TransportOrders.Tender tender = new TransportOrders.Tender(Ids.next(), shipment, carrier, null, null, "Tail lift");
        assertThat(asPerson(buyer, () -> transports.tender(tender))).isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(supplier, () -> transports.tender(new TransportOrders.Tender(Ids.next(), shipment, buyer, null, null, null)))).isInstanceOf(CommandResult.Invalid.class);
        UUID id = ((CommandResult.Done) asPerson(supplier, () -> transports.tender(tender))).id();
        assertThat(asPerson(supplier, () -> transports.tender(tender))).isInstanceOf(CommandResult.AlreadyDone.class);
        assertThat(asPerson(supplier, () -> transports.tender(new TransportOrders.Tender(Ids.next(), shipment, carrier, null, null, null))))
                .isInstanceOf(CommandResult.IllegalTransition.class);
        assertThat(outbox(supplier, carrier)).containsExactly("TRANSPORT_INSTRUCTION");
        assertThat(view(id).instruction().goods()).singleElement().satisfies(goods -> assertThat(goods.ssccs()).hasSize(1));

        TransportOrders.Answer refusal = new TransportOrders.Answer(Decision.DECLINED, null, " ");
        assertThat(asPerson(carrier, () -> transports.answer(id, refusal, 1))).isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(asPerson(supplier, () -> transports.answer(id, refusal, 1))).isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(carrier, () -> transports.answer(id, new TransportOrders.Answer(Decision.ACCEPTED, "PRO-2", null), 1))).isEqualTo(new CommandResult.Done(id, 2));
        assertThat(asPerson(supplier, () -> transports.cancel(id, 1))).isEqualTo(new CommandResult.StaleVersion(2));
        assertThat(asPerson(supplier, () -> transports.cancel(id, 2))).isEqualTo(new CommandResult.Done(id, 3));
        assertThat(view(id).status()).isEqualTo(TransportOrderStatus.CANCELLED);
        assertThat(outbox(supplier, carrier)).hasSize(2);
    }

    private ApplyResult instruct(TransportInstructionDocument document) {
        return asEdi(supplier, () -> transports.apply(document, supplier, carrier, context(supplier)));
    }

    private ApplyResult answer(Decision decision, @Nullable String reference, @Nullable String reason) {
        return asEdi(carrier, () -> transports.apply(response(decision, reference, reason), carrier, supplier, context(carrier)));
    }

    private ApplyResult tell(TransportStatusDocument document) {
        return asEdi(carrier, () -> advices.apply(document, true, context(carrier)));
    }

    private static MessageContext context(UUID sender) {
        return new MessageContext(null, null, sender);
    }

    private TransportOrderView view(UUID id) {
        return hub(() -> transports.find(id)).orElseThrow();
    }

    private static void held(ApplyResult result, HoldReason reason) {
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(reason));
    }

    private TransportInstructionDocument instruction(Function function, LocalDate issued, @Nullable String note, Reference... references) {
        return new TransportInstructionDocument(number, Kind.TRANSPORT, function, issued, "3", null, null, null, List.of(), List.of(references), note, List.of(),
                List.of(new Goods("1", null, "Bolts", null, Quantity.of(2, "PX"), null, null, List.of(), null)));
    }

    private TransportResponseDocument response(Decision decision, @Nullable String reference, @Nullable String reason) {
        return new TransportResponseDocument("0001", TODAY, number, decision, reference, reason, List.of());
    }
}
