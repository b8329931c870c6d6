package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import io.tradelane.trading.partner.PartyChanges.TakenAs;
import io.tradelane.trading.payment.BankAccounts;
import io.tradelane.trading.shared.CheckDigit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What partners say about companies waits until somebody accepts it. */
class PartyChangesTest extends TestDatabase {
    private static final TakenAs AS_KNOWN = new TakenAs(null, null, null);
    @Autowired PartyChanges changes;
    @Autowired BankAccounts accounts;
    @Autowired Journal journal;
    private UUID buyer;
    private UUID supplier;
    private String number;

    @BeforeEach
    void companies() {
        buyer = organisation("Rhein Maschinenbau", Kind.BUYER);
        supplier = organisation("Suzhou Fasteners", Kind.SUPPLIER);
        number = unique("PARTIN");
    }

    @Test
    void aNewNameAndASecondGlnTakeEffectWhenTheOperatorAcceptsThem() {
        String first = gln(supplier);
        String second = newGln();
        PartyChange change = waiting(entry(Action.CHANGE, "Suzhou Fasteners Co. Ltd.", null, first, second));
        assertThat(change.organisation()).isEqualTo(supplier);
        assertThat(change.differences()).containsExactly(
                new PartyDifference(PartyDifference.Field.NAME, "Suzhou Fasteners", "Suzhou Fasteners Co. Ltd."),
                new PartyDifference(PartyDifference.Field.STREET, null, "Xinghu Street 1"),
                new PartyDifference(PartyDifference.Field.CITY, null, "Suzhou"),
                new PartyDifference(PartyDifference.Field.COUNTRY, null, "CN"),
                new PartyDifference(PartyDifference.Field.PHONE, null, "+86 512 1"),
                new PartyDifference(PartyDifference.Field.IDENTIFIER, null, "GLN " + second));
        assertThat(byGln(second)).as("before it is accepted").isNull();

        assertThat(in(person(supplier), () -> changes.accept(change.id(), AS_KNOWN))).isEqualTo(new PartyDecision.NotFound());
        assertThat(in(operator(), () -> changes.accept(change.id(), AS_KNOWN))).isEqualTo(new PartyDecision.Done(supplier));
        assertThat(in(operator(), () -> changes.accept(change.id(), AS_KNOWN))).as("once more").isEqualTo(new PartyDecision.Done(supplier));
        assertThat(in(operator(), () -> changes.reject(change.id(), Part.PARTY, "no"))).isEqualTo(new PartyDecision.DecidedBefore(Status.ACCEPTED));

        assertThat(byGln(second)).isEqualTo(supplier);
        assertThat(hub(() -> organisations.find(supplier)).orElseThrow()).satisfies(known -> {
            assertThat(known.name()).isEqualTo("Suzhou Fasteners Co. Ltd.");
            assertThat(known.address().city()).isEqualTo("Suzhou");
            assertThat(known.contact().phone()).isEqualTo("+86 512 1");
            assertThat(known.gln()).isEqualTo(first);
        });
        assertThat(hub(() -> journal.timeline(PartyChangeRecord.ENTITY, change.id()))).singleElement().satisfies(told -> {
            assertThat(told.event()).isEqualTo("PARTY_ACCEPTED");
            assertThat(told.actor()).isEqualTo("Operator");
            assertThat(told.details()).containsEntry("NAME", "Suzhou Fasteners → Suzhou Fasteners Co. Ltd.");
        });
        assertThat(in(operator(), () -> changes.find(change.id())).orElseThrow().differences()).as("what was decided stays to be seen").hasSize(6);
    }

    @Test
    void whatIsKnownHasNoEffectAndARepeatHasNone() {
        assertThat(propose(new Entry(Action.CHANGE, party("Suzhou Fasteners", null, gln(supplier)), null, null, null, null, null)))
                .isInstanceOf(PartyProposal.NothingNew.class);
        Entry renamed = entry(Action.CHANGE, "Other", null, gln(supplier));
        assertThat(propose(renamed)).isInstanceOf(PartyProposal.Waiting.class);
        assertThat(propose(renamed)).isInstanceOf(PartyProposal.Repeated.class);
        assertThat(propose(entry(Action.CHANGE, "Third", null, gln(supplier)))).isInstanceOf(PartyProposal.OtherContent.class);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void anUnknownPartyBecomesACompanyOrIsOneThatIsHere() {
        String gln = newGln();
        PartyChange fresh = waiting(entry(Action.ADD, "Wuxi Springs", null, gln));
        assertThat(fresh.organisation()).isNull();
        assertThat(in(operator(), () -> changes.accept(fresh.id(), AS_KNOWN))).isEqualTo(new PartyDecision.Invalid("kind", "required"));
        assertThat(in(operator(), () -> changes.accept(fresh.id(), new TakenAs(null, Kind.SUPPLIER, "CNY")))).isInstanceOf(PartyDecision.Done.class);
        Organisation made = hub(() -> organisations.find(byGln(gln))).orElseThrow();
        assertThat(List.of(made.name(), made.gln(), made.currency(), made.address().country())).containsExactly("Wuxi Springs", gln, "CNY", "CN");

        number = unique("PARTIN");
        String other = newGln();
        PartyChange attached = waiting(entry(Action.ADD, "Suzhou Fasteners, works 2", null, other));
        assertThat(in(operator(), () -> changes.accept(attached.id(), new TakenAs(supplier, null, null)))).isEqualTo(new PartyDecision.Done(supplier));
        assertThat(byGln(other)).isEqualTo(supplier);
        assertThat(hub(() -> organisations.find(supplier)).orElseThrow().name()).isEqualTo("Suzhou Fasteners");
    }

    @Test
    void aPlaceOnlyAddsItsNumberToItsCompany() {
        String place = newGln();
        PartyChange change = waiting(entry(Action.ADD, "Gate 4", gln(buyer), place));
        assertThat(change.place()).isTrue();
        assertThat(change.differences()).containsExactly(new PartyDifference(PartyDifference.Field.IDENTIFIER, null, "GLN " + place));
        in(operator(), () -> changes.accept(change.id(), AS_KNOWN));
        assertThat(byGln(place)).isEqualTo(buyer);
        assertThat(hub(() -> organisations.find(buyer)).orElseThrow().name()).isEqualTo("Rhein Maschinenbau");

        number = unique("PARTIN");
        PartyChange gone = waiting(entry(Action.DELETE, "Gate 4", gln(buyer), place));
        in(operator(), () -> changes.accept(gone.id(), AS_KNOWN));
        assertThat(byGln(place)).isNull();
    }

    @Test
    void whatBelongsToAnotherCompanyIsNotTaken() {
        PartyChange change = waiting(entry(Action.CHANGE, "Suzhou Fasteners", null, gln(supplier), gln(buyer)));
        assertThat(in(operator(), () -> changes.accept(change.id(), AS_KNOWN))).isEqualTo(new PartyDecision.Invalid("organisation", "identifier-taken"));
        assertThat(byGln(gln(buyer))).isEqualTo(buyer);
    }

    @Test
    void aBankAccountIsAcceptedByThoseWhoPayIntoItOrOwnItAndByNobodyElse() {
        String account = unique("CN00");
        Entry said = new Entry(Action.CHANGE, party("Suzhou Fasteners", null, gln(supplier)), null, null, null, account, "BKCHCNBJ");
        PartyChange change = waiting(said);
        assertThat(change.part()).isEqualTo(Part.BANK_ACCOUNT);
        assertThat(in(operator(), () -> changes.acceptAccount(change.id()))).isEqualTo(new PartyDecision.NotFound());
        UUID stranger = organisation("Stranger", Kind.BOTH);
        assertThat(in(person(stranger), () -> changes.acceptAccount(change.id()))).isEqualTo(new PartyDecision.NotFound());
        assertThat(in(person(stranger), () -> changes.list(null))).isEmpty();
        assertThat(in(person(buyer), () -> changes.waiting(Part.BANK_ACCOUNT))).isEqualTo(1);
        assertThat(hub(() -> accounts.list(supplier))).isEmpty();

        assertThat(in(person(buyer), () -> changes.acceptAccount(change.id()))).isEqualTo(new PartyDecision.Done(supplier));
        assertThat(hub(() -> accounts.list(supplier))).singleElement().satisfies(kept -> assertThat(kept.number()).isEqualTo(account));
        assertThat(hub(() -> journal.timeline(PartyChangeRecord.ENTITY, change.id()))).extracting(TimelineEntry::event).containsExactly("BANK_ACCOUNT_ACCEPTED");
        assertThat(in(person(buyer), () -> changes.waiting(Part.BANK_ACCOUNT))).isZero();

        number = unique("PARTIN");
        assertThat(propose(said)).isInstanceOf(PartyProposal.NothingNew.class);
    }

    @Test
    void whatOneCompanySaysOfTheAccountOfAnotherIsForThatOneAlone() {
        UUID third = organisation("Third", Kind.BOTH);
        PartyChange change = waiting(new Entry(Action.CHANGE, party("Third", null, gln(third)), null, null, null, unique("CN00"), null));
        assertThat(in(person(buyer), () -> changes.acceptAccount(change.id()))).as("only told of it").isEqualTo(new PartyDecision.NotFound());
        assertThat(in(person(buyer), () -> changes.waiting(Part.BANK_ACCOUNT))).isZero();
        assertThat(in(person(third), () -> changes.acceptAccount(change.id()))).isEqualTo(new PartyDecision.Done(third));
    }

    @Test
    void anAccountOfSomebodyElseIsNotTakenAndARejectedOneNotAdded() {
        String account = unique("DE00");
        asHub(() -> accounts.register(buyer, account, "Rhein", "EUR"));
        PartyChange change = waiting(new Entry(Action.CHANGE, party(null, null, gln(supplier)), null, null, null, account, null));
        assertThat(in(person(buyer), () -> changes.acceptAccount(change.id()))).isEqualTo(new PartyDecision.Invalid("account", "account-taken"));
        assertThat(in(person(buyer), () -> changes.reject(change.id(), Part.BANK_ACCOUNT, "not theirs"))).isEqualTo(new PartyDecision.Done(supplier));
        assertThat(hub(() -> accounts.list(supplier))).isEmpty();
        assertThat(in(operator(), () -> changes.find(change.id())).orElseThrow()).satisfies(decided -> {
            assertThat(decided.status()).isEqualTo(Status.REJECTED);
            assertThat(decided.reason()).isEqualTo("not theirs");
        });
    }

    private PartyProposal propose(Entry... entries) {
        PartyInformationDocument document = new PartyInformationDocument(number, LocalDate.of(2026, 11, 20), null, List.of(), List.of(entries));
        return in(Tenancy.Actor.hub(supplier, "EDI", Tenancy.Source.EDI),
                () -> changes.propose(document, new PartyChanges.Proposer(supplier, buyer, null, null, ContentHash.of(document))));
    }

    private PartyChange waiting(Entry entry) {
        assertThat(propose(entry)).isInstanceOf(PartyProposal.Waiting.class);
        return mine().getFirst();
    }

    private List<PartyChange> mine() {
        return in(operator(), () -> changes.list(Status.WAITING)).stream().filter(change -> change.number().equals(number)).toList();
    }

    private @Nullable UUID byGln(String gln) {
        return hub(() -> organisations.byIdentifier(PartyIdentifier.GLN, gln)).map(Organisation::id).orElse(null);
    }

    private static String newGln() {
        String digits = "41" + unique("").substring(3, 13);
        return digits + CheckDigit.of(digits);
    }

    private static Entry entry(Action action, String name, @Nullable String partOf, String... glns) {
        return new Entry(action, party(name, new Party.Address(List.of("Xinghu Street 1"), "Suzhou", null, null, "CN"), glns), partOf, "+86 512 1", null, null, null);
    }

    private static Party party(@Nullable String name, Party.@Nullable Address address, String... glns) {
        return new Party(PartyRole.SUPPLIER, java.util.Arrays.stream(glns).map(gln -> new Identifier(Scheme.GLN, gln)).toList(), name, address, null);
    }
}
