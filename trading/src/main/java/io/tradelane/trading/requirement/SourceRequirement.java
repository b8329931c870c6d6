package io.tradelane.trading.requirement;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.sourcing.Acting;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqForm;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a draft of a request for quotation of lines of a requirement, and keeps which line asks for which. Budgets stay with the buyer. */
@Component
class SourceRequirement {
    private static final int LONGEST_DESCRIPTION = 200;
    private final RequirementRepository requirements;
    private final RequirementReader reader;
    private final RequestsForQuotation requests;
    private final SupplierRelations relations;
    private final RequirementJournal journal;
    private final Clock clock;

    SourceRequirement(RequirementRepository requirements, RequirementReader reader, RequestsForQuotation requests, SupplierRelations relations,
            RequirementJournal journal, Clock clock) {
        this.requirements = requirements;
        this.reader = reader;
        this.requests = requests;
        this.relations = relations;
        this.journal = journal;
        this.clock = clock;
    }

    Requirements.Sourced source(UUID id, Requirements.Sourcing asked, int expectedVersion) {
        Optional<RequirementRow> found = requirements.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return refused(new CommandResult.NotFound());
        }
        RequirementRow row = found.get();
        if (row.version() != expectedVersion) {
            return refused(new CommandResult.StaleVersion(row.version()));
        }
        Optional<RequirementState> next = RequirementTransition.next(row.state(), Event.SOURCE, Set.of());
        if (next.isEmpty()) {
            return refused(new CommandResult.IllegalTransition(row.state().name(), Event.SOURCE.name()));
        }
        RequirementView view = reader.view(row);
        List<RequirementView.Line> lines = view.lines().stream().filter(line -> asked.lines().contains(line.lineNumber())).toList();
        List<Problem> problems = problems(asked, lines);
        if (!problems.isEmpty()) {
            return refused(new CommandResult.Invalid(problems));
        }
        CommandResult made = requests.create(new RfqForm(null, row.title(), row.currency(), asked.deadline(), asked.zone(), row.needBy(), null, null, false, 1,
                asked.suppliers(), lines.stream().map(line -> line(line, asked.suppliers())).toList()));
        if (!(made instanceof CommandResult.Done rfq)) {
            return refused(made);
        }
        link(row, lines, rfq.id(), next.get());
        return new Requirements.Sourced(new CommandResult.Done(id, row.version() + 1), rfq.id());
    }

    /** @param article null: none any more */
    CommandResult choose(UUID id, String lineNumber, @Nullable UUID article, int expectedVersion) {
        Optional<RequirementRow> found = requirements.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RequirementRow row = found.get();
        if (row.version() != expectedVersion) {
            return new CommandResult.StaleVersion(row.version());
        }
        Optional<RequirementState> next = RequirementTransition.next(row.state(), Event.CHOOSE, Set.of());
        Optional<RequirementView.Line> line = reader.view(row).lines().stream().filter(one -> one.lineNumber().equals(lineNumber)).findFirst();
        if (next.isEmpty() || line.isPresent() && row.state() != RequirementState.DRAFT && !line.get().open()) {
            return new CommandResult.IllegalTransition(row.state().name(), Event.CHOOSE.name());
        }
        if (line.isEmpty() || article != null && requirements.seen(List.of(article)).isEmpty()) {
            return CommandResult.invalid(line.isEmpty() ? "lineNumber" : "article", "unknown");
        }
        if (article == null && line.get().article() == null && line.get().description() == null) {
            return CommandResult.invalid("article", "required");
        }
        if (!requirements.choose(id, lineNumber, article)) {
            return new CommandResult.AlreadyDone(id, row.version());
        }
        requirements.move(id, next.get(), null, OffsetDateTime.now(clock));
        String number = reader.view(row).lines().stream().filter(one -> one.lineNumber().equals(lineNumber)).findFirst().map(RequirementView.Line::chosen)
                .map(RequirementView.Chosen::number).orElse("\u2013");
        journal.record(row, Event.CHOOSE.name(), row.state(), next.get(), row.version() + 1, Map.of("line " + lineNumber, number));
        return new CommandResult.Done(id, row.version() + 1);
    }

    private void link(RequirementRow row, List<RequirementView.Line> lines, UUID rfq, RequirementState next) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Set<UUID> ids = lines.stream().map(RequirementView.Line::id).collect(Collectors.toSet());
        requirements.lines(row.id()).stream().filter(line -> ids.contains(line.id())).forEach(line -> requirements.source(line, rfq, now));
        requirements.move(row.id(), next, null, now);
        String number = requests.find(rfq).orElseThrow().number();
        journal.record(row, Event.SOURCE.name(), row.state(), next, row.version() + 1, Map.of("rfq", number, "lines", String.valueOf(lines.size())));
    }

    private List<Problem> problems(Requirements.Sourcing asked, List<RequirementView.Line> lines) {
        List<Problem> problems = new ArrayList<>();
        if (asked.lines().isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        Map<UUID, SupplierRelation> decided = relations.all();
        for (int i = 0; i < asked.suppliers().size(); i++) {
            if (decided.containsKey(asked.suppliers().get(i)) && decided.get(asked.suppliers().get(i)).standing() == Standing.BLOCKED) {
                problems.add(new Problem("suppliers[" + i + "]", "blocked"));
            }
        }
        for (String number : asked.lines()) {
            Optional<RequirementView.Line> line = lines.stream().filter(one -> one.lineNumber().equals(number)).findFirst();
            if (line.isEmpty() || !line.get().open()) {
                problems.add(new Problem("lines[" + number + "]", line.isEmpty() ? "unknown" : "asked-already"));
            }
        }
        return problems;
    }

    /** The number of the article chosen is its supplier's business: it is told to nobody else. */
    private static RfqForm.Line line(RequirementView.Line line, List<UUID> suppliers) {
        RequirementView.Chosen chosen = line.chosen();
        boolean gtin = line.article() != null && CheckDigit.isGtin(line.article());
        Item item = chosen == null ? new Item(gtin ? line.article() : null, gtin ? null : line.article(), null, shortened(line.description()))
                : new Item(chosen.gtin(), gtin ? null : line.article(), suppliers.equals(List.of(chosen.supplier())) ? chosen.number() : null, shortened(Stream.of(line.description(), chosen.nameEn(), chosen.nameZh(), line.article(), chosen.number())
                        .filter(name -> name != null && !name.isBlank()).findFirst().orElse(null)));
        return new RfqForm.Line(line.lineNumber(), item, line.quantity(), null, line.needBy(), shortened(line.shipTo()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }

    private static Requirements.Sourced refused(CommandResult result) {
        return new Requirements.Sourced(result, null);
    }
}
