package io.tradelane.trading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.sourcing.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ContractTest extends DealFixture {
    private static final List<String> TABLES = List.of("contract", "contract_version", "contract_line", "contract_clause", "contract_file", "contract_signature",
            "contract_call_off");
    @Autowired private Contracts contracts;
    @Autowired private ContractTemplates templates;
    @Autowired private ContractClock contractClock;

    private ContractForm form(String price, @Nullable String quantity) {
        ContractTemplate framework = asPerson(buyer, () -> templates.list()).stream().filter(one -> one.type() == ContractType.FRAMEWORK).findFirst().orElseThrow();
        ContractForm blank = asPerson(buyer, () -> contracts.blank(framework.id(), "EUR")).orElseThrow();
        return new ContractForm("Bolts 2027", "EUR", blank.startsOn(), blank.endsOn(), null, blank.paymentTerms(), blank.deliveryTerms(), blank.params(), null,
                List.of(new ContractForm.Line("1", boltItem(), "PCE", quantity == null ? null : new BigDecimal(quantity), price(price), null),
                        new ContractForm.Line("2", nutItem(), "PCE", new BigDecimal("50"), price("0.30"), null)), blank.clauses());
    }

    private UUID drafted(String price, @Nullable String quantity) {
        return id(asPerson(buyer, () -> contracts.create(new NewContract(ContractType.FRAMEWORK, Side.BUYER, supplier), form(price, quantity))));
    }

    private ContractView seen(UUID by, UUID id) {
        return asPerson(by, () -> contracts.find(id)).orElseThrow();
    }

    private static UUID id(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).id();
    }

    private UUID agreed(String price, @Nullable String quantity) {
        UUID id = drafted(price, quantity);
        id(asPerson(buyer, () -> contracts.propose(id, 1)));
        id(asPerson(supplier, () -> contracts.accept(id, 2)));
        return id;
    }

    /** As a signature would be added: behind all that is there. */
    private CommandResult signs(UUID by, UUID id) {
        ContractView contract = seen(by, id);
        byte[] over = asPerson(by, () -> contracts.paper(contract.current().id())).map(ContractFile::content)
                .orElseGet(() -> asPerson(by, () -> contracts.keepPaper(contract.current().id(), "paper".getBytes())).content());
        SignedPaper paper = new SignedPaper((new String(over) + "+" + by).getBytes(), "CN=x", "f", "B-B", null);
        return asPerson(by, () -> contracts.sign(id, over, paper, contract.version()));
    }

    private UUID inForce(String price, @Nullable String quantity) {
        UUID id = agreed(price, quantity);
        id(signs(supplier, id));
        id(signs(buyer, id));
        return id;
    }

    @Test
    void aDraftIsItsAuthorsAloneUntilItIsProposedAndThenTheTextGoesToAndFro() {
        UUID id = drafted("1.20", "100");
        assertThat(asPerson(supplier, () -> contracts.find(id))).isEmpty();
        assertThat(asPerson(supplier, () -> contracts.propose(id, 1))).isInstanceOf(CommandResult.NotFound.class);
        id(asPerson(buyer, () -> contracts.write(id, form("1.15", "100"), 1)));
        id(asPerson(buyer, () -> contracts.propose(id, 2)));
        assertThat(seen(supplier, id).versions()).as("the first draft stays the author's").extracting(ContractView.Version::n).containsExactly(2);
        assertThat(asPerson(buyer, () -> contracts.accept(id, 3))).as("nobody accepts his own").isInstanceOf(CommandResult.IllegalTransition.class);
        id(asPerson(supplier, () -> contracts.write(id, form("1.18", "100"), 3)));
        assertThat(asPerson(supplier, () -> contracts.accept(id, 4))).isInstanceOf(CommandResult.IllegalTransition.class);
        assertThat(asPerson(buyer, () -> contracts.accept(id, 3))).isInstanceOf(CommandResult.StaleVersion.class);
        id(asPerson(buyer, () -> contracts.accept(id, 4)));
        ContractView contract = seen(buyer, id);
        assertThat(contract.versions()).extracting(version -> version.n() + " " + version.state()).containsExactly("1 SUPERSEDED", "2 SUPERSEDED", "3 READY");
        assertThat(contract.versions().stream().map(ContractView.Version::sha256)).doesNotHaveDuplicates();
        assertThat(contract.current().total().toString()).isEqualTo("133.00 EUR");
        assertThat(contract.current().texts()).noneMatch(clause -> clause.textEn().contains("{{") || clause.textZh().contains("{{"));
    }

    @Test
    void withoutItsKeyContentNothingIsProposed() {
        ContractForm whole = form("1.20", "100");
        ContractForm part = new ContractForm(whole.title(), "EUR", whole.startsOn(), null, null, null, whole.deliveryTerms(), Map.of(), null, whole.lines(),
                whole.clauses().stream().filter(clause -> clause.kind() != ClauseKind.BREACH).toList());
        UUID id = id(asPerson(buyer, () -> contracts.create(new NewContract(ContractType.FRAMEWORK, Side.BUYER, supplier), part)));
        CommandResult result = asPerson(buyer, () -> contracts.propose(id, 1));
        assertThat(result).isInstanceOf(CommandResult.Invalid.class);
        assertThat(((CommandResult.Invalid) result).problems()).extracting(problem -> problem.field() + " " + problem.code())
                .contains("paymentTerms required", "clauses.BREACH clause-missing", "clauses[7].textEn unknown-variable");
    }

    @Test
    void itIsInForceWhenBothHaveSignedTheSameFileOneOverTheOther() {
        UUID id = agreed("1.20", "100");
        ContractView ready = seen(supplier, id);
        byte[] paper = asPerson(supplier, () -> contracts.keepPaper(ready.current().id(), "paper".getBytes())).content();
        assertThat(asPerson(supplier, () -> contracts.sign(id, "other".getBytes(), new SignedPaper("other+".getBytes(), "CN=x", "f", "B-B", null), ready.version())))
                .isEqualTo(CommandResult.invalid("pdf", "other-file"));
        assertThat(asPerson(supplier, () -> contracts.sign(id, paper, new SignedPaper("qaper+signature".getBytes(), "CN=x", "f", "B-B", null), ready.version())))
                .isEqualTo(CommandResult.invalid("pdf", "other-file"));
        id(signs(supplier, id));
        assertThat(seen(buyer, id).state()).isEqualTo(ContractState.PARTIALLY_SIGNED);
        assertThat(signs(supplier, id)).as("nobody signs twice").isInstanceOf(CommandResult.IllegalTransition.class);
        id(signs(buyer, id));
        assertThat(seen(buyer, id)).satisfies(contract -> {
            assertThat(contract.state()).isEqualTo(ContractState.EFFECTIVE);
            assertThat(contract.current().signatures()).extracting(ContractView.Signed::organisation).containsExactly(supplier, buyer);
            assertThat(contract.current().paper().step()).isEqualTo(2);
        });
    }

    @Test
    void whatIsCalledOffHasTheContractsPricesAndTermsAndNoMoreThanIsLeft() {
        UUID id = inForce("1.05", "100");
        assertThat(asPerson(supplier, () -> contracts.callOff(id, List.of(new CallOff("1", BigDecimal.TEN, null)), seen(supplier, id).version())))
                .as("the buyer orders").isInstanceOf(CommandResult.NotFound.class);
        UUID order = id(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", new BigDecimal("60"), inTenDays())), seen(buyer, id).version())));
        OrderView placed = asPerson(supplier, () -> orders.find(order)).orElseThrow();
        assertThat(placed.lines().getFirst().price()).isEqualTo(price("1.05"));
        assertThat(placed.lines().getFirst().issues()).isEmpty();
        assertThat(placed.paymentTerms()).contains("30 days net");
        assertThat(placed.references()).extracting(Reference::kind).contains(Reference.Kind.CONTRACT);
        assertThat(seen(buyer, id).inForce().lines().getFirst().remaining()).isEqualByComparingTo("40");
        assertThat(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", new BigDecimal("41"), null)), seen(buyer, id).version())))
                .isEqualTo(CommandResult.invalid("lines[0].quantity", "more-than-left"));
        id(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", new BigDecimal("40"), null), new CallOff("2", new BigDecimal("50"), null)),
                seen(buyer, id).version())));
        assertThat(seen(buyer, id).state()).isEqualTo(ContractState.FULFILLED);
    }

    @Test
    void anAmendmentTakesThePlaceOfWhatIsInForceOnlyWhenBothHaveSignedIt() {
        UUID id = inForce("1.20", null);
        id(asPerson(supplier, () -> contracts.write(id, form("1.30", null), seen(supplier, id).version())));
        assertThat(seen(buyer, id)).satisfies(contract -> {
            assertThat(contract.state()).isEqualTo(ContractState.EFFECTIVE);
            assertThat(contract.versions()).hasSize(1);
        });
        id(asPerson(supplier, () -> contracts.propose(id, seen(supplier, id).version())));
        id(asPerson(buyer, () -> contracts.accept(id, seen(buyer, id).version())));
        id(signs(buyer, id));
        UUID before = id(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", BigDecimal.TEN, null)), seen(buyer, id).version())));
        id(signs(supplier, id));
        UUID after = id(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", BigDecimal.TEN, null)), seen(buyer, id).version())));
        assertThat(List.of(before, after)).extracting(order -> asPerson(buyer, () -> orders.find(order)).orElseThrow().lines().getFirst().price())
                .containsExactly(price("1.20"), price("1.30"));
        assertThat(seen(buyer, id).versions()).extracting(version -> version.amendment() + " " + version.state()).containsExactly("0 SUPERSEDED", "1 EFFECTIVE");
    }

    @Test
    void itEndsWhenBothAskForItOrAtOnceForBreachAndByTheCalendar() {
        UUID id = inForce("1.20", "100");
        id(asPerson(buyer, () -> contracts.end(id, false, "We stop making it", seen(buyer, id).version())));
        assertThat(seen(supplier, id).state()).isEqualTo(ContractState.EFFECTIVE);
        assertThat(seen(supplier, id).ending()).isEqualTo(buyer);
        id(asPerson(supplier, () -> contracts.end(id, false, null, seen(supplier, id).version())));
        assertThat(seen(buyer, id).state()).isEqualTo(ContractState.TERMINATED);
        assertThat(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", BigDecimal.TEN, null)), seen(buyer, id).version())))
                .isInstanceOf(CommandResult.IllegalTransition.class);

        UUID late = agreed("1.20", "100");
        UUID over = inForce("1.20", "100");
        superuser().sql("update contract_version set sign_by = current_date - 2 where contract_id = :id").param("id", late).update();
        superuser().sql("update contract_version set ends_on = current_date - 2, starts_on = current_date - 3 where contract_id = :id").param("id", over).update();
        asHub(() -> contractClock.tick());
        assertThat(seen(buyer, late).state()).isEqualTo(ContractState.EXPIRED);
        assertThat(seen(buyer, over).state()).isEqualTo(ContractState.LAPSED);
    }

    @Test
    void everyPairOfStateAndEventThatIsNotInTheTableIsRefused() {
        for (ContractState state : ContractState.values()) {
            for (ContractTransition.Event event : ContractTransition.Event.values()) {
                long rows = ContractTransition.TABLE.stream().filter(row -> row.from() == state && row.event() == event).count();
                assertThat(rows).as(state + " " + event).isLessThanOrEqualTo(1);
                assertThat(ContractTransition.of(state, event).isPresent()).isEqualTo(rows == 1);
                assertThat(state.ended() && rows > 0).as("nothing follows %s", state).isFalse();
            }
        }
    }

    @Test
    void aThirdCompanyAndTheOperatorSeeNothingOfIt() {
        UUID id = inForce("1.20", "100");
        id(asPerson(buyer, () -> contracts.callOff(id, List.of(new CallOff("1", BigDecimal.TEN, null)), seen(buyer, id).version())));
        UUID stranger = organisation("Stranger", Kind.BOTH);
        for (String table : TABLES) {
            for (Actor actor : List.of(person(stranger), operator())) {
                assertThat(in(actor, () -> rows(table, id))).as(table + " " + actor.scope()).isZero();
            }
            for (Actor actor : List.of(person(buyer), person(supplier), auditor(), Actor.hub())) {
                assertThat(in(actor, () -> rows(table, id))).as(table + " " + actor.scope()).isPositive();
            }
        }
        assertThat(in(person(stranger), () -> contracts.end(id, true, "x", 1))).isInstanceOf(CommandResult.NotFound.class);
    }

    private int rows(String table, UUID id) {
        String mine = switch (table) {
            case "contract" -> "id = :id";
            case "contract_version", "contract_call_off" -> "contract_id = :id";
            default -> "version_id in (select id from contract_version where contract_id = :id)";
        };
        return jdbc.sql("select count(*) from " + table + " where " + mine).param("id", id).query(Integer.class).single();
    }

    @Test
    void aCompanyChangesItsOwnTemplatesOnlyAndBeginsWithTheOperators() {
        ContractTemplate offered = asPerson(buyer, () -> templates.list()).getFirst();
        ContractTemplates.Form form = new ContractTemplates.Form(ContractType.ORDER, "Ours", "我们的", offered.clauses(), Map.of());
        assertThat(asPerson(buyer, () -> templates.write(offered.id(), form, 1))).isInstanceOf(CommandResult.NotFound.class);
        UUID own = id(asPerson(buyer, () -> templates.create(form)));
        assertThat(asPerson(supplier, () -> templates.find(own))).isEmpty();
        id(asPerson(buyer, () -> templates.write(own, form, 1)));
        assertThat(asPerson(buyer, () -> templates.write(own, form, 1))).isInstanceOf(CommandResult.StaleVersion.class);
    }
}
