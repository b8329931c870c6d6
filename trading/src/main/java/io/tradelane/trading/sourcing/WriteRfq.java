package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buyer writes a request: creates a draft, edits it, amends what is published, or takes an old one for a new draft. */
@Component
class WriteRfq {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final Organisations organisations;
    private final SourcingMessages messages;
    private final SourcingJournal journal;
    private final Clock clock;

    WriteRfq(RfqRepository rfqs, InviteeRepository invitees, Organisations organisations, SourcingMessages messages, SourcingJournal journal, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.organisations = organisations;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult create(RfqForm form) {
        UUID buyer = Tenancy.current().organisation();
        List<Problem> problems = problems(form, buyer);
        if (buyer == null || !problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        String number = form.number() == null ? rfqs.nextNumber("RFQ", LocalDate.now(clock).getYear()) : form.number();
        RfqRow rfq = row(Ids.next(), buyer, number, form, 1, 1, OffsetDateTime.now(clock));
        if (!rfqs.insert(rfq)) {
            RfqRow standing = rfqs.byNumber(buyer, number).orElseThrow();
            return ContentHash.same(standing.contentHash(), rfq.contentHash()) ? new CommandResult.AlreadyDone(standing.id(), standing.version())
                    : CommandResult.invalid("number", "taken");
        }
        rfqs.insertLines(lines(rfq, form));
        rfqs.invite(rfq, form.suppliers());
        journal.request(rfq, Set.of(), "CREATED", RfqState.DRAFT, MessageContext.NONE, Map.of("number", number, "lines", String.valueOf(form.lines().size())));
        return new CommandResult.Done(rfq.id(), 1);
    }

    /** A draft is written anew; what is published gets its next version, and what was quoted on the one before is out of date. */
    CommandResult write(UUID id, RfqForm form, int expectedVersion) {
        Optional<RfqRow> found = rfqs.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RfqRow rfq = found.get();
        if (rfq.version() != expectedVersion) {
            return new CommandResult.StaleVersion(rfq.version());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Event event = rfq.state() == RfqState.DRAFT ? Event.EDIT : Event.AMEND;
        if (RfqTransition.next(rfq.state(), event, Set.of()).isEmpty() || event == Event.AMEND && !rfq.takesQuotes(now)) {
            return new CommandResult.IllegalTransition(rfq.state().name(), event.name());
        }
        List<Problem> problems = problems(form, rfq.buyerOrgId());
        if (event == Event.AMEND && form.deadline().isBefore(rfq.deadline())) {
            problems.add(new Problem("deadline", "earlier"));
        }
        if (event == Event.AMEND && (form.sealed() != rfq.sealed() || !form.currency().equals(rfq.currency()))) {
            problems.add(new Problem(form.sealed() != rfq.sealed() ? "sealed" : "currency", "fixed"));
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        carryOut(rfq, form, event, now);
        return new CommandResult.Done(id, rfq.version() + 1);
    }

    private void carryOut(RfqRow rfq, RfqForm form, Event event, OffsetDateTime now) {
        boolean amends = event == Event.AMEND;
        RfqRow after = row(rfq.id(), rfq.buyerOrgId(), rfq.number(), form, amends ? rfq.rfqVersion() + 1 : rfq.rfqVersion(), rfq.version(), now);
        rfqs.update(after);
        rfqs.removeLines(rfq.id());
        rfqs.insertLines(lines(rfq, form));
        if (!amends) {
            rfqs.uninvite(rfq.id(), form.suppliers());
        }
        rfqs.invite(rfq, form.suppliers());
        if (amends) {
            List<UUID> suppliers = invitees.of(rfq.id()).stream().map(InviteeRow::supplierOrgId).toList();
            journal.request(rfq, suppliers, "AMENDED", rfq.state(), MessageContext.NONE, Map.of("rfqVersion", String.valueOf(after.rfqVersion())));
            RfqRow stands = rfqs.find(rfq.id()).orElseThrow();
            List<RfqLineRow> lines = rfqs.lines(rfq.id());
            suppliers.forEach(supplier -> messages.request(stands, lines, supplier, MessageContext.NONE, "v" + after.rfqVersion()));
        }
    }

    /** Of one that has ended; with the same suppliers, and a week for them to answer. */
    CommandResult duplicate(UUID id) {
        Optional<RfqRow> found = rfqs.find(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RfqRow rfq = found.get();
        if (RfqTransition.next(rfq.state(), Event.DUPLICATE, Set.of()).isEmpty()) {
            return new CommandResult.IllegalTransition(rfq.state().name(), Event.DUPLICATE.name());
        }
        List<RfqForm.Line> lines = rfqs.lines(id).stream()
                .map(line -> new RfqForm.Line(line.lineNumber(), line.item(), line.asked(), line.target(rfq.currency()), line.requestedDelivery(), line.note()))
                .toList();
        return create(new RfqForm(null, rfq.title(), rfq.currency(), OffsetDateTime.now(clock).plusDays(7), rfq.deadlineZone(), rfq.requestedDelivery(),
                rfq.paymentTerms(), rfq.note(), rfq.sealed(), rfq.roundsMax(), invitees.of(id).stream().map(InviteeRow::supplierOrgId).toList(), lines));
    }

    private List<Problem> problems(RfqForm form, @Nullable UUID buyer) {
        List<Problem> problems = new ArrayList<>(RfqChecks.of(form));
        for (int i = 0; i < form.suppliers().size(); i++) {
            UUID supplier = form.suppliers().get(i);
            boolean sells = organisations.find(supplier).map(Organisation::kind).filter(kind -> kind == Kind.SUPPLIER || kind == Kind.BOTH).isPresent();
            if (!sells || supplier.equals(buyer)) {
                problems.add(new Problem("suppliers[" + i + "]", "not-a-supplier"));
            }
        }
        if (buyer == null) {
            problems.add(new Problem("number", "not-a-buyer"));
        }
        return problems;
    }

    private RfqRow row(UUID id, UUID buyer, String number, RfqForm form, int rfqVersion, int version, OffsetDateTime now) {
        return new RfqRow(id, buyer, number, form.title(), RfqState.DRAFT, form.currency(), form.deadline().withOffsetSameInstant(ZoneOffset.UTC),
                form.zone(), form.requestedDelivery(), form.paymentTerms(), form.note(), form.sealed(), form.roundsMax(), 1, rfqVersion, null, null,
                ContentHash.of(form.toString()), Tenancy.current().source().name(), null, null, null, now, now, version);
    }

    private static List<RfqLineRow> lines(RfqRow rfq, RfqForm form) {
        List<RfqLineRow> rows = new ArrayList<>();
        for (RequestForQuotationDocument.Line line : form.document(rfq.number(), LocalDate.EPOCH).lines()) {
            rows.add(RfqLineRow.of(rfq.id(), rows.size() + 1, line, form.currency()));
        }
        return rows;
    }
}
