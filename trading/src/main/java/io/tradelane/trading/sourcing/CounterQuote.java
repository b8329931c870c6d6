package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Either side answers a version that is with it by a version of its own: lines not named stay as they were offered. */
@Component
class CounterQuote {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final WriteQuote write;
    private final SourcingMessages messages;
    private final Clock clock;

    CounterQuote(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, WriteQuote write, SourcingMessages messages, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.write = write;
        this.messages = messages;
        this.clock = clock;
    }

    CommandResult counter(UUID quoteId, QuoteForm form, int expectedVersion) {
        Optional<QuoteRow> seen = quotes.find(quoteId);
        Optional<Side> side = seen.flatMap(Acting::side);
        if (side.isEmpty()) {
            return new CommandResult.NotFound();
        }
        UUID rfqId = seen.get().rfqId();
        Optional<InviteeRow> invitee = rfqId == null ? Optional.empty() : invitees.lock(rfqId, seen.get().supplierOrgId());
        QuoteRow quote = quotes.lock(quoteId).orElseThrow();
        Optional<QuoteVersionRow> current = quotes.current(quote);
        Optional<RfqRow> rfq = rfqId == null ? Optional.empty() : rfqs.find(rfqId);
        if (current.isEmpty()) {
            return new CommandResult.NotFound();
        }
        if (quote.version() != expectedVersion) {
            return new CommandResult.StaleVersion(quote.version());
        }
        if (side.get() == Side.SUPPLIER && invitee.filter(one -> !one.shortlisted()).isPresent()) {
            return CommandResult.invalid("deadline", "not-shortlisted");
        }
        CommandResult refused = refused(current.get(), side.get(), rfq);
        return refused != null ? refused : carryOut(quote, current.get(), form, side.get(), rfq.orElse(null));
    }

    private @Nullable CommandResult refused(QuoteVersionRow current, Side side, Optional<RfqRow> rfq) {
        QuoteTransition.Event event = QuoteTransition.event(current.state(), current.author(), side);
        if (current.state() != QuoteState.SUBMITTED || QuoteTransition.next(current.state(), event).isEmpty()) {
            return new CommandResult.IllegalTransition(current.state().name(), event.name());
        }
        if (rfq.isEmpty()) {
            return null;
        }
        if (!rfq.get().takesQuotes(OffsetDateTime.now(clock))) {
            return CommandResult.invalid("deadline", rfq.get().state() == RfqState.EVALUATION ? "round-first" : "bidding-ended");
        }
        Event asked = side == Side.BUYER ? Event.COUNTER : Event.QUOTE;
        return RfqTransition.next(rfq.get().state(), asked, RunRfq.guards(rfq.get(), List.of())).isPresent() ? null
                : new CommandResult.IllegalTransition(rfq.get().state().name(), asked.name());
    }

    private CommandResult carryOut(QuoteRow quote, QuoteVersionRow current, QuoteForm form, Side side, @Nullable RfqRow rfq) {
        Map<String, List<QuoteLineRow>> before = Tiers.byLine(quotes.lines(List.of(current.id())).getOrDefault(current.id(), List.of()));
        LocalDate validTo = form.validTo() != null ? form.validTo() : current.validTo();
        List<Problem> problems = problems(form, before, current, validTo);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        List<QuoteLineRow> lines = new ArrayList<>();
        before.forEach((number, tiers) -> {
            List<QuoteForm.Line> wanted = form.lines().stream().filter(line -> line.lineNumber().equals(number)).toList();
            if (wanted.isEmpty()) {
                tiers.forEach(tier -> lines.add(copy(tier, id, lines.size() + 1, null)));
            } else {
                wanted.forEach(line -> lines.add(copy(tiers.getFirst(), id, lines.size() + 1, line)));
            }
        });
        QuotationDocument document = new QuotationDocument(current.number(), LocalDate.now(clock), rfq == null ? null : rfq.number(), null, null, validTo,
                current.currency(), List.of(), List.of(), form.paymentTerms() != null ? form.paymentTerms() : current.paymentTerms(), form.note(), null, List.of());
        WriteQuote.Written written = write.write(new QuoteDraft(rfq, document, quote.parties(), side, null, null), Optional.of(quote), id, lines,
                MessageContext.NONE, OffsetDateTime.now(clock));
        if (side == Side.SUPPLIER && written.version().revealed()) {
            messages.quotation(rfq, written.version(), lines, MessageContext.NONE);
        } else if (side == Side.BUYER && rfq != null) {
            messages.counter(rfq, quote, written.version(), lines);
        }
        return new CommandResult.Done(quote.id(), written.quote().version());
    }

    private List<Problem> problems(QuoteForm form, Map<String, List<QuoteLineRow>> before, QuoteVersionRow current, @Nullable LocalDate validTo) {
        List<Problem> problems = new ArrayList<>();
        if (form.lines().isEmpty()) {
            problems.add(new Problem("lines", "nothing-changed"));
        }
        if (validTo != null && validTo.isBefore(LocalDate.now(clock))) {
            problems.add(new Problem("validTo", "in-the-past"));
        }
        for (int i = 0; i < form.lines().size(); i++) {
            QuoteForm.Line line = form.lines().get(i);
            BigDecimal quantity = line.quantity();
            if (!before.containsKey(line.lineNumber())) {
                problems.add(new Problem("lines[" + i + "].lineNumber", "unknown"));
            }
            if (line.price() != null && !line.price().amount().currency().equals(current.currency())) {
                problems.add(new Problem("lines[" + i + "].price", "currency"));
            }
            if (quantity != null && (quantity.signum() <= 0 || QuoteLines.tooLarge(quantity))) {
                problems.add(new Problem("lines[" + i + "].quantity", quantity.signum() <= 0 ? "not-positive" : "too-large"));
            }
            if (line.price() != null && before.containsKey(line.lineNumber())
                    && !line.price().basis().unit().equals(before.get(line.lineNumber()).getFirst().unit())) {
                problems.add(new Problem("lines[" + i + "].price", "unit"));
            }
            if (line.price() != null && (line.price().amount().amount().signum() < 0 || QuoteLines.tooLarge(line.price().amount().amount()))) {
                problems.add(new Problem("lines[" + i + "].price", line.price().amount().amount().signum() < 0 ? "negative" : "too-large"));
            }
            if (line.minimumOrder() != null && (line.minimumOrder().signum() < 0 || QuoteLines.tooLarge(line.minimumOrder()))) {
                problems.add(new Problem("lines[" + i + "].minimumOrder", line.minimumOrder().signum() < 0 ? "negative" : "too-large"));
            }
        }
        return problems;
    }

    private static QuoteLineRow copy(QuoteLineRow tier, UUID version, int position, QuoteForm.@Nullable Line wanted) {
        Price price = wanted == null ? null : wanted.price();
        boolean kept = price == null;
        return new QuoteLineRow(Ids.next(), version, tier.rfqLineId(), position, tier.lineNumber(), tier.gtin(), tier.buyerArticle(), tier.supplierArticle(),
                tier.description(), tier.unit(), wanted != null && wanted.quantity() != null ? wanted.quantity() : tier.quantity(),
                kept ? tier.price() : price.amount().amount(), kept ? tier.priceBasis() : price.basis().value(), kept ? tier.priceUnit() : price.basis().unit(),
                wanted == null ? tier.minimumOrder() : wanted.minimumOrder(),
                wanted != null && wanted.leadTimeDays() != null ? wanted.leadTimeDays() : tier.leadTimeDays(),
                wanted != null && wanted.promisedDelivery() != null ? wanted.promisedDelivery() : tier.promisedDelivery(),
                wanted == null ? tier.note() : wanted.note());
    }
}
