package io.tradelane.trading.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Obligations;
import io.tradelane.trading.incident.Radar;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExpectedDocumentsTest extends DealFixture {
    @Autowired Obligations obligations;
    @Autowired Radar radar;
    @Autowired Incidents incidents;
    @Autowired DespatchAdvices advices;

    @Test
    void anOrderAsksForItsAnswerTheAnswerForTheGoodsAndTheGoodsForReceiptAndInvoice() {
        OrderView order = placed(document(unique("PO")));
        Obligation answer = open(order).getFirst();
        assertThat(open(order)).extracting(Obligation::kind).containsExactly(Kind.ORDER_RESPONSE);
        assertThat(answer.debtor()).isEqualTo(supplier);
        assertThat(answer.creditor()).isEqualTo(buyer);
        assertThat(Duration.between(answer.openedAt(), answer.dueAt())).isBetween(Duration.ofMinutes(1439), Duration.ofMinutes(1441));

        asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll("SO-1"), order.version()));
        assertThat(open(order)).extracting(Obligation::kind).containsExactly(Kind.DESPATCH_ADVICE);
        assertThat(open(order).getFirst().dueAt()).as("the end of the promised day").isEqualTo(inTenDays().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());

        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 2, null, null, null)));
        assertThat(open(order)).extracting(Obligation::kind).containsExactlyInAnyOrder(Kind.RECEIPT_ADVICE, Kind.INVOICE);
        assertThat(closed(order)).extracting(Obligation::outcome).containsOnly(Obligation.Outcome.ARRIVED);
    }

    @Test
    void whatIsLateIsOneIncidentOfWhoWaitsAndClosesWithWhatComes() {
        OrderView order = placed(document(unique("PO")));
        letTimePass(order);
        hub(() -> obligations.markOverdue(1000));
        letTimePass(order);
        hub(() -> obligations.markOverdue(1000));
        UUID id = open(order).getFirst().incident();
        Incident incident = hub(() -> incidents.find(id)).orElseThrow();
        assertThat(incident.cause()).isEqualTo(Cause.DOCUMENT_OVERDUE);
        assertThat(incident.occurrences()).isEqualTo(1);
        assertThat(incident.organisation()).isEqualTo(buyer);
        assertThat(incident.summary(Locale.ENGLISH)).contains("Suzhou Fasteners", order.number(), "an answer to the order");
        assertThat(incident.summary(Locale.SIMPLIFIED_CHINESE)).contains("对订单的答复");

        asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll("SO-1"), order.version()));
        assertThat(hub(() -> incidents.find(id)).orElseThrow().status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void whoWaitsMayAgreeOnOtherTermsOrOnNone() {
        inTransaction(person(buyer), () -> radar.agree(new Radar.Term(Kind.ORDER_RESPONSE, buyer, supplier, 60)));
        OrderView order = placed(document(unique("PO")));
        Obligation answer = open(order).getFirst();
        assertThat(Duration.between(answer.openedAt(), answer.dueAt()).toMinutes()).isBetween(59L, 61L);

        inTransaction(person(buyer), () -> radar.agree(new Radar.Term(Kind.ORDER_RESPONSE, buyer, null, null)));
        inTransaction(person(buyer), () -> radar.withdraw(new Radar.Term(Kind.ORDER_RESPONSE, buyer, supplier, 60)));
        assertThat(open(placed(document(unique("PO"))))).isEmpty();
        assertThat(asPerson(supplier, () -> radar.terms())).as("the supplier's are the hub's").allMatch(term -> term.creditor() == null);
    }

    @Test
    void whatNobodyWantsToHearOfWaitsAndIsToldOfThen() {
        OrderView order = placed(document(unique("PO")));
        letTimePass(order);
        UUID id = open(order).getFirst().id();
        assertThat(asPerson(buyer, () -> radar.snooze(id, Instant.now().plus(Duration.ofHours(2))))).isTrue();
        hub(() -> obligations.markOverdue(1000));
        assertThat(open(order).getFirst().incident()).isNull();
        assertThat(list(Obligation.State.SNOOZED)).extracting(Obligation::id).containsExactly(id);
        assertThat(list(Obligation.State.LATE)).isEmpty();
        superuser().sql("update obligation set snoozed_until = now() - interval '1 minute' where id = :id").param("id", id).update();
        hub(() -> obligations.markOverdue(1000));
        assertThat(open(order).getFirst().incident()).isNotNull();
        assertThat(list(Obligation.State.LATE)).extracting(Obligation::id).containsExactly(id);
        UUID stranger = organisation("Curious", io.tradelane.trading.partner.Organisation.Kind.BUYER);
        assertThat(asPerson(stranger, () -> radar.snooze(id, Instant.now().plusSeconds(60)))).isFalse();
    }

    @Test
    void aReminderGoesToWhoOwesOnceInAWhile() {
        OrderView order = placed(document(unique("PO")));
        letTimePass(order);
        UUID id = open(order).getFirst().id();
        assertThat(asPerson(buyer, () -> radar.remind(id))).as("nobody knows the supplier's address").isEqualTo(Radar.Reminded.NO_ADDRESS);
        superuser().sql("update organisation set email = 'sales@example.com' where id = :id").param("id", supplier).update();
        assertThat(asPerson(buyer, () -> radar.remind(id))).isEqualTo(Radar.Reminded.QUEUED);
        assertThat(asPerson(buyer, () -> radar.remind(id))).isEqualTo(Radar.Reminded.TOO_SOON);
        assertThat(open(order).getFirst().reminders()).isEqualTo(1);
        assertThat(superuser().sql("select target || ' ' || subject from notice where obligation_id = :id").param("id", id).query(String.class).single())
                .startsWith("sales@example.com").contains(order.number());
    }

    private List<Obligation> list(Obligation.State state) {
        return asPerson(buyer, () -> radar.list(new Radar.Filter(state, null, null, null), null, 50)).items();
    }

    private List<Obligation> open(OrderView order) {
        return hub(() -> radar.ofDeal(order.number())).stream().filter(one -> one.closedAt() == null && one.order() != null && one.order().equals(order.id())).toList();
    }

    private List<Obligation> closed(OrderView order) {
        return hub(() -> radar.ofDeal(order.number())).stream().filter(one -> one.closedAt() != null).toList();
    }

    private void letTimePass(OrderView order) {
        superuser().sql("update obligation set due_at = due_at - interval '2 days' where order_id = :id").param("id", order.id()).update();
    }
}
