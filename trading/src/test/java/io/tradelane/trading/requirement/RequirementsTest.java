package io.tradelane.trading.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.requirement.Requirements.Sourced;
import io.tradelane.trading.requirement.Requirements.Sourcing;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.Award;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteForm;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequirementsTest extends DealFixture {
    @Autowired Requirements requirements;
    @Autowired RequestsForQuotation requests;
    @Autowired Quotations quotations;
    private Actor staff;
    private Actor approver;

    @BeforeEach
    void people() {
        staff = person(buyer);
        approver = person(buyer);
    }

    @Test
    void aDraftIsMadeOnceForEachNumber() {
        String number = unique("PR");
        UUID id = done(as(staff, () -> requirements.create(form(number, 100))));
        assertThat(as(staff, () -> requirements.create(form(number, 100)))).isEqualTo(new CommandResult.AlreadyDone(id, 1));
        assertThat(as(staff, () -> requirements.create(form(number, 101)))).isEqualTo(CommandResult.invalid("number", "taken"));
        assertThat(seen(id).budget().amount()).isEqualByComparingTo("250");
        assertThat(as(person(supplier), () -> requirements.create(form(null, 1)))).isEqualTo(CommandResult.invalid("number", "not-a-buyer"));
    }

    @Test
    void whoeverWroteOrSubmittedItDoesNotApproveIt() {
        UUID id = done(as(staff, () -> requirements.create(form(null, 100))));
        Actor colleague = person(buyer);
        done(as(colleague, () -> requirements.write(id, form(null, 90), 1)));
        Actor clerk = person(buyer);
        done(as(clerk, () -> requirements.submit(id, 2)));
        for (Actor one : List.of(staff, colleague, clerk, Actor.apiClient(buyer, "ERP"))) {
            assertThat(as(one, () -> requirements.approve(id, 3))).isEqualTo(new CommandResult.SeparationOfDuties("create-approve"));
        }
        done(as(approver, () -> requirements.approve(id, 3)));
        assertThat(seen(id).state()).isEqualTo(RequirementState.APPROVED);
        assertThat(as(staff, () -> requirements.write(id, form(null, 80), 4))).isInstanceOf(CommandResult.IllegalTransition.class);
    }

    @Test
    void whatIsSentBackIsADraftAgainOnceItIsEdited() {
        UUID id = submitted();
        assertThat(as(approver, () -> requirements.reject(id, " ", 2))).isEqualTo(CommandResult.invalid("reason", "required"));
        done(as(approver, () -> requirements.reject(id, "too much", 2)));
        assertThat(seen(id).reason()).isEqualTo("too much");
        done(as(staff, () -> requirements.write(id, form(null, 50), 3)));
        assertThat(seen(id).state()).isEqualTo(RequirementState.DRAFT);
        assertThat(seen(id).reason()).isNull();
    }

    @Test
    void aStaleVersionIsToldWhatHasChanged() {
        UUID id = done(as(staff, () -> requirements.create(form(null, 100))));
        done(as(staff, () -> requirements.write(id, form(null, 120), 1)));
        assertThat(as(staff, () -> requirements.write(id, form(null, 90), 1))).isEqualTo(new CommandResult.StaleVersion(2));
        List<TimelineEntry> changes = as(staff, () -> requirements.changesSince(id, 1));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.event()).isEqualTo("EDIT");
            assertThat(change.details()).containsEntry("line 1", "100 PCE \u2192 120 PCE");
        });
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
        UUID id = submitted();
        Callable<CommandResult> approval = () -> as(person(buyer), () -> requirements.approve(id, 2));
        try (var both = Executors.newFixedThreadPool(2)) {
            List<CommandResult> results = both.invokeAll(List.of(approval, approval)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }).toList();
            assertThat(results).filteredOn(result -> result instanceof CommandResult.Done).hasSize(1);
            assertThat(results).filteredOn(result -> result.equals(new CommandResult.StaleVersion(3))).hasSize(1);
        }
    }

    @Test
    void itsLinesGoIntoARequestAndWhatIsAwardedIsOrdered() {
        UUID id = approved();
        Sourced sourced = as(staff, () -> requirements.source(id, sourcing(Set.of("1", "2"), supplier), 3));
        UUID rfq = sourced.rfq();
        RfqView request = as(staff, () -> requests.find(rfq)).orElseThrow();
        assertThat(request.lines()).extracting(RfqView.Line::lineNumber).containsExactly("1", "2");
        assertThat(request.lines()).as("the budget stays with the buyer").extracting(RfqView.Line::targetPrice).containsOnlyNulls();
        assertThat(seen(id).state()).isEqualTo(RequirementState.SOURCING);
        assertThat(seen(id).openLines()).isEmpty();
        assertThat(as(staff, () -> requirements.ofRequest(rfq))).extracting(RequirementView::id).containsExactly(id);
        assertThat(as(person(supplier), () -> requirements.ofRequest(rfq))).isEmpty();
        assertThat(as(staff, () -> requirements.source(id, sourcing(Set.of("1"), supplier), 4)).result()).isEqualTo(CommandResult.invalid("lines[1]", "asked-already"));
        assertThat(as(staff, () -> requirements.cancel(id, "no", 4))).isInstanceOf(CommandResult.IllegalTransition.class);

        done(as(staff, () -> requests.publish(rfq, 1)));
        done(as(person(supplier), () -> quotations.submit(rfq, new QuoteForm(null, LocalDate.now().plusDays(30), "EUR", null, null,
                List.of(new QuoteForm.Line("1", null, price("1.10"), null, 7, null, null), new QuoteForm.Line("2", null, price("0.30"), null, 7, null, null))), 0)));
        done(as(staff, () -> requests.close(rfq, version(rfq))));
        done(as(approver, () -> requests.award(rfq, List.of(new Award("1", supplier, new BigDecimal("60"))), version(rfq))));
        RequirementView ordered = seen(id);
        assertThat(ordered.state()).isEqualTo(RequirementState.ORDERED);
        assertThat(ordered.lines()).extracting(RequirementView.Line::percent).containsExactly(60, 0);
        assertThat(ordered.orders()).hasSize(1);
        assertThat(ordered.openLines()).as("the rest can be asked for again").hasSize(2);
        done(as(staff, () -> requirements.close(id, ordered.version())));
        assertThat(seen(id).state()).isEqualTo(RequirementState.CLOSED);
        assertThat(hub(() -> requirements.changesSince(id, 0))).extracting(TimelineEntry::event).containsExactly("CREATED", "SUBMIT", "APPROVE", "SOURCE", "ORDER", "CLOSE");
    }

    @Test
    void aRequestThatIsCancelledGivesItsLinesBack() {
        UUID id = approved();
        UUID rfq = as(staff, () -> requirements.source(id, sourcing(Set.of("1"), supplier), 3)).rfq();
        done(as(staff, () -> requests.cancel(rfq, "not now", 1)));
        assertThat(seen(id).state()).isEqualTo(RequirementState.APPROVED);
        assertThat(seen(id).openLines()).hasSize(2);
        done(as(staff, () -> requirements.cancel(id, "not at all", seen(id).version())));
    }

    @Test
    void aChosenArticleIsToldToItsSupplierAloneByItsNumber() {
        UUID id = approved();
        done(as(staff, () -> requirements.choose(id, "2", nut, 3)));
        assertThat(seen(id).lines().get(1).chosen().number()).isEqualTo("N-8");
        UUID rival = organisation("Rival", Kind.SUPPLIER);
        UUID both = as(staff, () -> requirements.source(id, new Sourcing(Set.of("2"), List.of(supplier, rival), OffsetDateTime.now().plusDays(3), "UTC"), 4)).rfq();
        assertThat(as(staff, () -> requests.find(both)).orElseThrow().lines().getFirst().item().supplierArticle()).isNull();
        done(as(staff, () -> requests.cancel(both, "again", 1)));
        UUID alone = as(staff, () -> requirements.source(id, sourcing(Set.of("2"), supplier), seen(id).version())).rfq();
        assertThat(as(staff, () -> requests.find(alone)).orElseThrow().lines().getFirst().item().supplierArticle()).isEqualTo("N-8");
    }

    @Test
    void anArticleThatIsNotShownCannotBeMeant() {
        UUID stranger = organisation("Other seller", Kind.SUPPLIER);
        UUID hidden = hub(() -> articles.upsert(new io.tradelane.trading.catalogue.NewArticle(stranger, "H-1", null, null, "Hidden", "PCE", null)));
        RequirementForm.Line line = new RequirementForm.Line(null, null, hidden, null, Quantity.of(1, "PCE"), null, null, null);
        assertThat(as(staff, () -> requirements.create(new RequirementForm(null, null, "EUR", null, null, null, List.of(line)))))
                .isEqualTo(CommandResult.invalid("lines[0].articleId", "unknown"));
    }

    @Test
    void onlyItsBuyerTheHubAndTheAuditorSeeIt() {
        UUID id = approved();
        as(staff, () -> requirements.source(id, sourcing(Set.of("1"), supplier), 3));
        for (String table : List.of("requirement", "requirement_line", "requirement_sourcing")) {
            String count = "select count(*) from " + table + " where " + (table.equals("requirement") ? "id" : "requirement_id") + " = '" + id + "'";
            assertThat(in(person(supplier), () -> count(count))).as(table).isZero();
            assertThat(in(person(organisation("Stranger", Kind.BOTH)), () -> count(count))).as(table).isZero();
            assertThat(in(operator(), () -> count(count))).as(table).isZero();
            assertThat(in(auditor(), () -> count(count))).as(table).isPositive();
            assertThat(in(staff, () -> count(count))).as(table).isPositive();
        }
        assertThat(as(person(supplier), () -> requirements.approve(id, 4))).isInstanceOf(CommandResult.NotFound.class);
    }

    @Test
    void theListCountsItsTabsAndFindsByTextAuthorAndDay() {
        UUID id = submitted();
        UUID draft = done(as(approver, () -> requirements.create(form(null, 7))));
        RequirementPage all = list(new RequirementFilter(RequirementFilter.Tab.ALL, "nuts", null, null, null, null, 10));
        assertThat(all.requirements()).extracting(RequirementSummary::id).containsExactly(draft, id);
        assertThat(all.counts()).containsEntry(RequirementFilter.Tab.TO_APPROVE, 1).containsEntry(RequirementFilter.Tab.DRAFT, 1);
        assertThat(list(new RequirementFilter(RequirementFilter.Tab.ALL, null, null, staff.user(), null, null, 10)).requirements()).extracting(RequirementSummary::id).containsExactly(id);
        assertThat(list(new RequirementFilter(RequirementFilter.Tab.ALL, null, null, null, LocalDate.now(), null, 10)).requirements()).isEmpty();
        assertThat(list(new RequirementFilter(RequirementFilter.Tab.ALL, null, null, null, inTenDays(), null, 1)).next()).isEqualTo(draft);
    }

    private RequirementPage list(RequirementFilter filter) {
        return as(staff, () -> requirements.list(filter));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private RequirementForm form(@Nullable String number, long bolts) {
        return new RequirementForm(number, "Bolts for line 4", "EUR", inTenDays(), "Gate 4", null, List.of(
                new RequirementForm.Line(null, "100-8", null, "Bolt M8", Quantity.of(bolts, "PCE"), null, null, new BigDecimal("250")),
                new RequirementForm.Line(null, null, null, "nuts for M8, zinc plated", Quantity.of(50, "PCE"), inTenDays(), null, null)));
    }

    private UUID submitted() {
        UUID id = done(as(staff, () -> requirements.create(form(null, 100))));
        done(as(staff, () -> requirements.submit(id, 1)));
        return id;
    }

    private UUID approved() {
        UUID id = submitted();
        done(as(approver, () -> requirements.approve(id, 2)));
        return id;
    }

    private static Sourcing sourcing(Set<String> lines, UUID supplier) {
        return new Sourcing(lines, List.of(supplier), OffsetDateTime.now().plusDays(3), "Asia/Shanghai");
    }

    private RequirementView seen(UUID id) {
        return as(staff, () -> requirements.find(id)).orElseThrow();
    }

    private int version(UUID rfq) {
        return as(staff, () -> requests.find(rfq)).orElseThrow().version();
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Tenancy.call(actor, work);
    }

    private static UUID done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).id();
    }
}
