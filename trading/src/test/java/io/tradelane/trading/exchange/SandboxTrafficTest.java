package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What is only tried stays with the twins. */
class SandboxTrafficTest extends TestDatabase {
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Sandboxes sandboxes;
    @Autowired Agreements agreements;
    private UUID buyer;
    private UUID supplier;

    @BeforeEach
    void partners() {
        buyer = organisation("Buyer", Kind.BUYER);
        supplier = organisation("Supplier", Kind.SUPPLIER);
    }

    @Test
    void testOfACompanyWithATwinIsItsTwins() {
        UUID twin = hub(() -> sandboxes.open(buyer));
        UUID other = hub(() -> sandboxes.open(supplier));
        MessageRow row = tested(row(0, unique("PO"), supplier));

        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "ORDER")).interchange();
        SplitResult split = hub(() -> inbox.split(interchange, facts(true), List.of(row)));

        assertThat(split).isEqualTo(new SplitResult.Split(interchange, twin, 1));
        Message message = hub(() -> interchanges.message(row.id())).orElseThrow();
        assertThat(message.status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(message.organisation()).isEqualTo(twin);
        assertThat(message.counterparty()).isEqualTo(other);
        assertThat(in(person(buyer), () -> interchanges.message(row.id()))).isEmpty();
        assertThat(in(person(twin), () -> interchanges.message(row.id()))).isPresent();
    }

    @Test
    void testOfACompanyWithoutATwinHasNoEffect() {
        MessageRow row = tested(row(0, unique("PO"), supplier));

        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "ORDER")).interchange();
        SplitResult split = hub(() -> inbox.split(interchange, facts(true), List.of(row)));

        assertThat(split).isEqualTo(new SplitResult.Split(interchange, buyer, 0));
    }

    @Test
    void whatComesThroughADoorOfTheTwinIsTriedWhateverItsEnvelopeSays() {
        UUID twin = hub(() -> sandboxes.open(buyer));
        MessageRow row = row(0, unique("PO"), supplier);

        UUID interchange = hub(() -> receive(inbox, reception(twin, null), "ORDER")).interchange();
        SplitResult split = hub(() -> inbox.split(interchange, facts(false), List.of(row)));

        assertThat(split).isEqualTo(new SplitResult.Split(interchange, twin, 1));
        assertThat(hub(() -> interchanges.message(row.id())).orElseThrow().counterparty()).isNull();
    }

    @Test
    void twinMeetsTwins() {
        UUID twin = hub(() -> sandboxes.open(buyer));
        assertThat(found(twin)).isEmpty();
        UUID other = hub(() -> sandboxes.open(supplier));
        assertThat(found(twin)).contains(other);
        assertThat(found(buyer)).contains(supplier);
        assertThat(hub(() -> organisations.list())).extracting(Organisation::id).contains(buyer, supplier).doesNotContain(twin, other);
    }

    @Test
    void databaseRefusesWhatIsBetweenATwinAndACompany() {
        UUID twin = hub(() -> sandboxes.open(buyer));
        assertThatThrownBy(() -> hub(() -> agreements.agree(new Agreement(Ids.next(), twin, supplier, DocumentType.ORDER, "EDIFACT", "D96A", null,
                null, true, "1", null, "2", null, "UNOC", true)))).isInstanceOf(DataIntegrityViolationException.class);
    }

    private Optional<UUID> found(UUID by) {
        return Tenancy.call(Actor.hub(by, "x", Tenancy.Source.EDI), () -> organisations.byIdentifier(PartyIdentifier.GLN, gln(supplier)))
                .map(Organisation::id);
    }

    private InterchangeFacts facts(boolean test) {
        return new InterchangeFacts("EDIFACT", "UNOC:3", gln(buyer), "14", gln(supplier), "14", unique("R"), test, true, false, "[]");
    }

    /** As the reader marks a test. */
    private static MessageRow tested(MessageRow row) {
        return new MessageRow(row.id(), row.index(), row.reference(), row.type(), row.version(), row.association(), row.document(),
                row.businessKeys(), row.counterparty(), MessageStatus.NO_EFFECT, row.findings(), row.byteStart(), row.byteEnd());
    }
}
