package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms.Receiving;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.DuplicatePolicy;
import io.tradelane.trading.partner.DuplicatePolicy.Treatment;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.SequencePolicy;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is agreed about what comes twice, and about numbers that do not come. */
class ReceptionPoliciesTest extends TestDatabase {
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
    @Autowired ControlSequences sequences;
    @Autowired AgreementVersions versions;
    private UUID partner;
    private String sender;
    private String recipient;

    @BeforeEach
    void partners() {
        partner = organisation("Sender", Kind.BUYER);
        sender = gln(partner);
        recipient = gln(organisation("Recipient", Kind.SUPPLIER));
    }

    @Test
    void aRepeatedInterchangeIsRefusedOrHeldWhereThatIsAgreed() {
        agree(duplicates(Treatment.REFUSE, Treatment.HOLD, null), SequencePolicy.OFF);
        String reference = unique("R");
        UUID first = came("SAME", reference);
        UUID second = came("SAME", reference);
        assertThat(status(second)).isEqualTo(InterchangeStatus.REJECTED);
        assertThat(hub(() -> interchanges.find(second)).orElseThrow().duplicateOf()).isEqualTo(first);
        assertThat(cause(second)).isEqualTo("DUPLICATE_REFUSED");
        assertThat(hub(() -> versions.usedBy(second))).get().extracting(AgreementVersion::number).isEqualTo(1);

        agree(duplicates(Treatment.HOLD, Treatment.HOLD, null), SequencePolicy.OFF);
        UUID third = came("SAME", reference);
        assertThat(status(third)).isEqualTo(InterchangeStatus.HELD);
        assertThat(cause(third)).isEqualTo("INTERCHANGE_REPEATED");
        assertThat(in(operator(), () -> inbox.retry(third))).isTrue();
        assertThat(split(third, reference)).isInstanceOf(SplitResult.Split.class);
    }

    @Test
    void otherContentUnderAUsedReferenceIsRefusedOrIgnoredWhereThatIsAgreed() {
        agree(duplicates(Treatment.IGNORE, Treatment.REFUSE, null), SequencePolicy.OFF);
        String reference = unique("R");
        came("FIRST", reference);
        assertThat(status(came("OTHER", reference))).isEqualTo(InterchangeStatus.REJECTED);
        agree(duplicates(Treatment.IGNORE, Treatment.IGNORE, null), SequencePolicy.OFF);
        assertThat(status(came("THIRD", reference))).isEqualTo(InterchangeStatus.DUPLICATE);
    }

    @Test
    void aReferenceMayBeUsedAgainAfterTheDaysThatAreAgreed() {
        agree(duplicates(Treatment.REFUSE, Treatment.REFUSE, 365), SequencePolicy.OFF);
        String reference = unique("R");
        UUID first = came("YEAR 1", reference);
        superuser().sql("update interchange set received_at = received_at - interval '366 days' where id = :id").param("id", first).update();
        assertThat(status(came("YEAR 2", reference))).isEqualTo(InterchangeStatus.PROCESSING);
        assertThat(status(came("YEAR 2 AGAIN", reference))).isEqualTo(InterchangeStatus.REJECTED);
    }

    @Test
    void aGapIsToldOfAndClosesByItselfWhenTheNumbersComeLate() {
        agree(DuplicatePolicy.USUAL, SequencePolicy.WARN);
        came("A", "0041");
        came("B", "0042");
        assertThat(gaps()).isEmpty();
        assertThat(status(came("C", "0046"))).isEqualTo(InterchangeStatus.PROCESSING);
        assertThat(gaps()).containsExactly("43–45");
        Incident incident = gapIncident();
        assertThat(incident.status()).isEqualTo(Incident.Status.OPEN);
        assertThat(incident.summary(Locale.ENGLISH)).contains("43–45");
        came("D", "0044");
        assertThat(gaps()).containsExactly("43", "45");
        assertThat(gapIncident().summary(Locale.ENGLISH)).contains("43, 45");
        came("E", "0043");
        came("F", "0045");
        assertThat(gaps()).isEmpty();
        assertThat(hub(() -> incidents.find(incident.id())).orElseThrow().status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void whatComesAfterAGapWaitsForItWhereThatIsAgreed() {
        agree(DuplicatePolicy.USUAL, SequencePolicy.HOLD);
        came("A", "7");
        UUID ninth = came("C", "9");
        UUID tenth = came("D", "10");
        assertThat(List.of(status(ninth), status(tenth))).containsExactly(InterchangeStatus.HELD, InterchangeStatus.HELD);
        assertThat(status(came("B", "8"))).isEqualTo(InterchangeStatus.PROCESSING);
        assertThat(List.of(status(ninth), status(tenth))).containsExactly(InterchangeStatus.RECEIVED, InterchangeStatus.RECEIVED);
        assertThat(split(ninth, "9")).isInstanceOf(SplitResult.Split.class);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aPersonSaysThatWhatIsMissingWillNotCome() {
        agree(DuplicatePolicy.USUAL, SequencePolicy.HOLD);
        came("A", "1");
        UUID waits = came("C", "5");
        ControlSequences.Watch watch = hub(() -> sequences.list(partner)).getFirst();
        assertThat(in(operator(), () -> sequences.settle(partner, watch.id(), null, "lost at their side"))).isTrue();
        assertThat(status(waits)).isEqualTo(InterchangeStatus.RECEIVED);
        assertThat(gaps()).isEmpty();
        in(operator(), () -> sequences.settle(partner, watch.id(), 100L, "they begin anew"));
        assertThat(status(came("D", "100"))).isEqualTo(InterchangeStatus.PROCESSING);
        assertThat(in(operator(), () -> sequences.settle(UUID.randomUUID(), watch.id(), null, ""))).isFalse();
    }

    @Test
    void eachAddressAndPrefixHasNumbersOfItsOwn() {
        agree(DuplicatePolicy.USUAL, SequencePolicy.WARN);
        came("A", "ORD0001");
        came("B", "INV0500");
        came("C", "ORD0002");
        came("D", "unnumbered");
        assertThat(gaps()).isEmpty();
        assertThat(hub(() -> sequences.list(partner))).extracting(ControlSequences.Watch::prefix).containsExactly("INV", "ORD");
    }

    private void agree(DuplicatePolicy duplicates, SequencePolicy sequence) {
        in(operator(), () -> {
            AgreementKey key = versions.propose(
                    AgreementKey.inbound(Ids.next(), partner, "EDIFACT", null), new Receiving(duplicates, sequence), "");
            int draft = versions.list(key.id()).getFirst().number();
            return versions.activate(key.id(), draft, null, null, "");
        });
    }

    private static DuplicatePolicy duplicates(Treatment repeated, Treatment reused, @Nullable Integer days) {
        return new DuplicatePolicy(repeated, reused, days, Treatment.IGNORE, Treatment.HOLD);
    }

    private UUID came(String content, String reference) {
        UUID interchange = hub(() -> receive(inbox, reception(partner, null), content)).interchange();
        split(interchange, reference);
        return interchange;
    }

    private SplitResult split(UUID interchange, String reference) {
        return hub(() -> inbox.split(interchange, facts(sender, recipient, reference), List.of(row(0, unique("PO"), null))));
    }

    private InterchangeStatus status(UUID interchange) {
        return hub(() -> interchanges.find(interchange)).orElseThrow().status();
    }

    private String cause(UUID interchange) {
        return hub(() -> incidents.ofInterchange(interchange)).getLast().cause();
    }

    private List<String> gaps() {
        return hub(() -> sequences.list(partner)).stream().flatMap(watch -> watch.gaps().stream()).map(ControlSequences.Gap::text).toList();
    }

    private Incident gapIncident() {
        return hub(() -> incidents.list(new Incidents.Filter(null, "CONTROL_NUMBER_GAP", partner, null), null, 10)).items().getFirst();
    }
}
