package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.exchange.Acknowledgements.Matched;
import io.tradelane.trading.exchange.PartnerAnswer.Part;
import io.tradelane.trading.exchange.PartnerAnswer.Texts;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What partners answer to what was sent to them, by what was agreed with them. */
class AcknowledgementsTest extends TestDatabase {
    private static final Texts WRONG = new Texts("850 0001: 7 invalid code (PO1, segment 3)", "850 0001：7 代码无效");
    @Autowired Outbox outbox;
    @Autowired Agreements agreements;
    @Autowired AcknowledgementPolicies policies;
    @Autowired Interchanges interchanges;
    @Autowired Acknowledgements acknowledgements;
    @Autowired io.tradelane.trading.incident.Obligations obligations;
    @Autowired Incidents incidents;
    @Autowired Inbox inbox;
    private UUID buyer;
    private UUID supplier;
    private UUID agreement;

    @BeforeEach
    void partners() {
        buyer = organisation("Acknowledged buyer", Kind.BUYER);
        supplier = organisation("Acknowledging supplier", Kind.SUPPLIER);
        agreement = agree(buyer, DocumentType.ORDER);
    }

    @Test
    void anAnswerSettlesWhatWasSentOnceAndARefusalIsNotUndone() {
        Interchange sent = sent(buyer, 1);
        PartnerAnswer accepted = syntax("CONTRL", sent, Action.ACKNOWLEDGED);
        assertThat(match(accepted)).isEqualTo(new Matched(sent.id(), Meaning.ACCEPTED));
        match(accepted);
        assertThat(status(sent)).isEqualTo(InterchangeStatus.ACKNOWLEDGED);
        assertThat(hub(() -> interchanges.acknowledgements(sent.id()))).singleElement()
                .satisfies(ack -> assertThat(ack.answerMessage()).isEqualTo(accepted.message()));

        match(application("APERAK", "MPO1-0", "PO1", Action.REJECTED));
        assertThat(status(sent)).isEqualTo(InterchangeStatus.REJECTED_BY_PARTNER);
        match(syntax("CONTRL", sent, Action.ACKNOWLEDGED));
        assertThat(status(sent)).isEqualTo(InterchangeStatus.REJECTED_BY_PARTNER);
    }

    @Test
    void aRefusalIsAnIncidentOfWhoseDocumentItIsWithCodePlaceAndText() {
        Interchange sent = sent(buyer, 1);
        match(answer("CONTRL", sent, Action.REJECTED, List.of(), WRONG));
        Incident incident = in(person(buyer), () -> incidents.ofInterchange(sent.id())).getFirst();
        assertThat(incident.cause()).isEqualTo(Cause.REFUSED_BY_PARTNER);
        assertThat(incident.summary(Locale.ENGLISH)).contains("CONTRL", "7 invalid code (PO1, segment 3)");
        assertThat(incident.summary(Locale.SIMPLIFIED_CHINESE)).contains("代码无效");
    }

    @Test
    void whatIsOnlyReceivedCountsAsDeliveredUnlessThePartnerMeansMore() {
        Interchange sent = sent(buyer, 1);
        assertThat(match(syntax("CONTRL", sent, Action.RECEIVED)).meaning()).isEqualTo(Meaning.RECEIVED);
        assertThat(status(sent)).isEqualTo(InterchangeStatus.DELIVERED);

        policy(Expected.NOTHING, null, Meaning.REJECTED, Meaning.RECEIVED, Meaning.ACCEPTED, Meaning.ACCEPTED);
        match(syntax("CONTRL", sent, Action.ACKNOWLEDGED));
        assertThat(status(sent)).as("7 means received here").isEqualTo(InterchangeStatus.DELIVERED);
        match(syntax("CONTRL", sent, Action.RECEIVED));
        assertThat(status(sent)).as("8 means accepted here").isEqualTo(InterchangeStatus.ACKNOWLEDGED);
    }

    @Test
    void whatIsAcceptedWithErrorsIsForAPersonWhereThatIsAgreed() {
        policy(Expected.NOTHING, null, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ATTENTION);
        Interchange sent = sent(buyer, 1);
        assertThat(match(answer("CONTRL", sent, Action.ACCEPTED_WITH_ERRORS, List.of(), WRONG)).meaning()).isEqualTo(Meaning.ATTENTION);
        assertThat(status(sent)).isEqualTo(InterchangeStatus.ACKNOWLEDGED);
        assertThat(causes(sent)).containsExactly(Cause.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void ofAGroupAcceptedInPartEachSetHasItsResult() {
        Interchange sent = sent(buyer, 2);
        PartnerAnswer partly = answer("CONTRL", sent, Action.ACKNOWLEDGED, List.of(
                new Part("MPO1-0", Action.ACKNOWLEDGED, Texts.NONE), new Part("MPO1-1", Action.REJECTED, WRONG)), Texts.NONE);
        assertThat(match(partly).meaning()).isEqualTo(Meaning.ACCEPTED);
        assertThat(status(sent)).isEqualTo(InterchangeStatus.ACKNOWLEDGED);
        List<UUID> messages = hub(() -> interchanges.messages(sent.id(), -1, 10)).stream().map(Message::id).toList();
        assertThat(hub(() -> interchanges.acknowledgements(sent.id())).stream().filter(ack -> ack.answeredMessage() != null))
                .anySatisfy(ack -> assertThat(ack).matches(one -> one.answeredMessage().equals(messages.getFirst()) && one.accepted()))
                .anySatisfy(ack -> assertThat(ack).matches(one -> one.answeredMessage().equals(messages.getLast()) && !one.accepted()));
        assertThat(hub(() -> incidents.ofInterchange(sent.id()))).singleElement()
                .satisfies(incident -> assertThat(incident.message()).isEqualTo(messages.getLast()));

        Interchange other = sent(buyer, 2);
        match(answer("CONTRL", other, Action.ACKNOWLEDGED, List.of(
                new Part("MPO1-0", Action.REJECTED, WRONG), new Part("MPO1-1", Action.REJECTED, WRONG)), WRONG));
        assertThat(status(other)).as("nothing of it is accepted").isEqualTo(InterchangeStatus.REJECTED_BY_PARTNER);
    }

    @Test
    void aPartnerWhoHadItBeforeHasNotRefusedIt() {
        Interchange sent = sent(buyer, 1);
        match(syntax("CONTRL", sent, Action.ACKNOWLEDGED));
        match(new PartnerAnswer("CONTRL", false, supplier, sent.controlReference(), null, null, null, Action.REJECTED, true, List.of(), WRONG,
                inboundMessage()));
        assertThat(status(sent)).isEqualTo(InterchangeStatus.ACKNOWLEDGED);
    }

    @Test
    void theSameNumberFromTwoCompaniesIsToldApartByWhoseAddressIsRepeated() {
        UUID other = organisation("Second buyer", Kind.BUYER);
        agree(other, DocumentType.ORDER);
        Interchange first = sent(buyer, 1);
        Interchange second = sent(other, 1);
        assertThat(second.controlReference()).isEqualTo(first.controlReference());
        PartnerAnswer answer = new PartnerAnswer("CONTRL", false, supplier, first.controlReference(), gln(buyer), null, null, Action.ACKNOWLEDGED,
                false, List.of(), Texts.NONE, inboundMessage());
        assertThat(match(answer).interchange()).isEqualTo(first.id());
        assertThat(status(second)).isEqualTo(InterchangeStatus.SENT);
    }

    @Test
    void anApplicationsAnswerIsFoundByMessageDocumentOrTransportNumber() {
        Interchange sent = sent(buyer, 1);
        assertThat(match(application("824", "", "PO1", Action.ACKNOWLEDGED)).interchange()).isEqualTo(sent.id());
        assertThat(match(application("MLS", sent.transportMessageId(), null, Action.ACKNOWLEDGED)).interchange()).isEqualTo(sent.id());
        assertThat(match(application("APERAK", "MPO1-0", null, Action.ACKNOWLEDGED)).interchange()).isEqualTo(sent.id());
    }

    @Test
    void anOrphanIsForTheOperator() {
        PartnerAnswer orphan = new PartnerAnswer("997", false, supplier, "999999", null, null, null, Action.ACKNOWLEDGED, false, List.of(),
                Texts.NONE, inboundMessage());
        assertThat(hub(() -> acknowledgements.match(orphan))).isEmpty();
        assertThat(hub(() -> incidents.list(new Incidents.Filter(null, Cause.ORPHAN_ACKNOWLEDGEMENT, supplier, null), null, 10)).items()).hasSize(1);
    }

    @Test
    void whatIsNotAnsweredInTimeIsAnIncidentUntilItIs() {
        policy(Expected.SYNTAX, 30, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ACCEPTED);
        Interchange sent = sent(buyer, 1);
        hub(() -> obligations.markOverdue(1000));
        assertThat(causes(sent)).as("its time is not over").isEmpty();
        letTimePass(sent);
        hub(() -> obligations.markOverdue(1000));
        hub(() -> obligations.markOverdue(1000));
        Incident overdue = hub(() -> incidents.ofInterchange(sent.id())).getFirst();
        assertThat(overdue.cause()).isEqualTo(Cause.ACKNOWLEDGEMENT_OVERDUE);
        assertThat(overdue.occurrences()).isEqualTo(1);
        assertThat(overdue.organisation()).isEqualTo(buyer);
        assertThat(overdue.summary(Locale.ENGLISH)).contains("PO1", "CONTRL, 997 or 999");

        match(syntax("CONTRL", sent, Action.RECEIVED));
        assertThat(hub(() -> incidents.find(overdue.id())).orElseThrow().status()).as("an answer is still owed").isEqualTo(Incident.Status.OPEN);
        match(syntax("CONTRL", sent, Action.ACKNOWLEDGED));
        assertThat(hub(() -> incidents.find(overdue.id())).orElseThrow().status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void whereTheApplicationHasToAnswerTheSyntaxIsNotEnough() {
        policy(Expected.APPLICATION, 30, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ACCEPTED);
        Interchange sent = sent(buyer, 1);
        match(syntax("CONTRL", sent, Action.ACKNOWLEDGED));
        letTimePass(sent);
        hub(() -> obligations.markOverdue(1000));
        assertThat(causes(sent)).containsExactly(Cause.ACKNOWLEDGEMENT_OVERDUE);

        Interchange answered = sent(buyer, 1);
        match(application("APERAK", "", answered.transportMessageId(), Action.ACKNOWLEDGED));
        letTimePass(answered);
        hub(() -> obligations.markOverdue(1000));
        assertThat(causes(answered)).isEmpty();
    }

    @Test
    void whatIsAgreedOnIsFoundAndGoesWithTheAgreement() {
        UUID acks = agree(buyer, DocumentType.SYNTAX_ACKNOWLEDGEMENT);
        assertThat(hub(() -> policies.between(buyer, supplier, DocumentType.SYNTAX_ACKNOWLEDGEMENT)).orElseThrow().policy())
                .isEqualTo(AcknowledgementPolicy.STANDARD);
        AcknowledgementPolicy errors = new AcknowledgementPolicy(
                When.ERRORS, When.NEVER, Expected.NOTHING, null, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ACCEPTED);
        in(operator(), () -> policies.change(acks, before -> errors, true));
        assertThat(hub(() -> policies.between(buyer, supplier, DocumentType.SYNTAX_ACKNOWLEDGEMENT)).orElseThrow().policy()).isEqualTo(errors);
        assertThat(in(person(organisation("Third", Kind.BUYER)), () -> policies.of(acks))).as("not theirs to see").isEqualTo(AcknowledgementPolicy.STANDARD);
        asHub(() -> agreements.end(acks));
        assertThat(hub(() -> policies.between(buyer, supplier, DocumentType.SYNTAX_ACKNOWLEDGEMENT))).isEmpty();
    }

    private void policy(Expected expected, @Nullable Integer deadline, Meaning rejected, Meaning acknowledged, Meaning received, Meaning withErrors) {
        asHub(() -> policies.change(agreement, before -> new AcknowledgementPolicy(
                When.USUAL, When.USUAL, expected, deadline, rejected, acknowledged, received, withErrors), true));
    }

    private Matched match(PartnerAnswer answer) {
        return hub(() -> acknowledgements.match(answer)).orElseThrow();
    }

    private PartnerAnswer syntax(String kind, Interchange sent, Action action) {
        return answer(kind, sent, action, List.of(), Texts.NONE);
    }

    private PartnerAnswer answer(String kind, Interchange sent, Action action, List<Part> parts, Texts errors) {
        return new PartnerAnswer(
                kind, false, supplier, sent.controlReference(), null, null, null, action, false, parts, errors, inboundMessage());
    }

    private PartnerAnswer application(String kind, @Nullable String reference, @Nullable String number, Action action) {
        return new PartnerAnswer(kind, true, supplier, null, null, reference, number, action, false, List.of(), Texts.NONE, inboundMessage());
    }

    private InterchangeStatus status(Interchange sent) {
        return hub(() -> interchanges.find(sent.id())).orElseThrow().status();
    }

    private List<String> causes(Interchange sent) {
        return hub(() -> incidents.ofInterchange(sent.id())).stream().map(Incident::cause).toList();
    }

    private void letTimePass(Interchange sent) {
        superuser().sql("update obligation set due_at = due_at - interval '1 hour' where kind <> 'RECEIPT' and interchange_id = :id").param("id", sent.id()).update();
    }

    private Interchange sent(UUID from, int messages) {
        UUID item = in(person(from), () -> outbox.enqueue(new OutboundDocument(
                from, supplier, Documents.order("PO1"), "PO1", null, null, unique("key"))));
        Interchange interchange = hub(() -> outbox.render(item, (entry, agreed, reference) -> rendered(agreed, reference, messages)));
        asHub(() -> outbox.markSent(item, null));
        return interchange;
    }

    private static Rendered rendered(Agreement agreed, String reference, int messages) {
        InterchangeFacts facts = new InterchangeFacts(
                "EDIFACT", "UNOC:3", agreed.senderId(), "14", agreed.receiverId(), "14", reference, false, true, false, "[]");
        List<MessageRow> rows = IntStream.range(0, messages).mapToObj(i -> {
            MessageRow like = Documents.row(i, "PO1-" + i, null);
            return new MessageRow(like.id(), i, like.reference(), "ORDERS", "D96A", null, Documents.order("PO1"), List.of("PO1"), null,
                    MessageStatus.RENDERED, "[]", 0, 5);
        }).toList();
        return new Rendered("UNB+UNOC".getBytes(), "application/EDIFACT", null, facts, null, "folder", unique("<out") + "@hub>", rows);
    }

    private UUID inboundMessage() {
        MessageRow row = Documents.row(0, unique("ACK"), null);
        UUID interchange = hub(() -> Documents.receive(inbox, Documents.reception(supplier, null), unique("ACK"))).interchange();
        hub(() -> inbox.split(interchange, Documents.facts(gln(supplier), "HUB", unique("A")), List.of(row)));
        return row.id();
    }

    private UUID agree(UUID from, DocumentType type) {
        return hub(() -> agreements.agree(new Agreement(
                Ids.next(), from, supplier, type, "EDIFACT", "D96A", null, null, true, gln(from), "14", gln(supplier), "14", "UNOC", false)));
    }
}
