package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.exchange.Concealment;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The command behind {@link RequestsForQuotation#apply}. */
@Component
class ApplyRequest {
    /** For how long a request that names no end takes quotations. */
    static final int DAYS_TO_ANSWER = 14;
    /** How many rounds a request that came as a message may have. */
    static final int ROUNDS = 5;
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final Organisations organisations;
    private final SourcingMessages messages;
    private final SourcingJournal journal;
    private final Concealment concealment;
    private final Clock clock;

    ApplyRequest(RfqRepository rfqs, InviteeRepository invitees, Organisations organisations, SourcingMessages messages, SourcingJournal journal,
            Concealment concealment, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.organisations = organisations;
        this.messages = messages;
        this.journal = journal;
        this.concealment = concealment;
        this.clock = clock;
    }

    ApplyResult apply(RequestForQuotationDocument document, UUID buyer, Set<UUID> suppliers, MessageContext context) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime deadline = document.answerUntil() != null ? document.answerUntil()
                : document.issueDate().plusDays(DAYS_TO_ANSWER).atTime(23, 59, 59).atOffset(ZoneOffset.UTC);
        String currency = document.currency() != null ? document.currency()
                : organisations.find(buyer).map(Organisation::currency).orElseThrow();
        byte[] hash = ContentHash.of(withoutSuppliers(document));
        List<ApplicationError> errors = refusals(document, buyer, suppliers, currency, context);
        Optional<RfqRow> standing = rfqs.byNumber(buyer, document.number());
        if (standing.isEmpty() && !deadline.isAfter(now)) {
            errors.add(Refusal.DEADLINE_PAST.error(deadline));
        }
        if (!errors.isEmpty()) {
            return new ApplyResult.Rejected(errors);
        }
        if (standing.isPresent()) {
            return repeated(standing.get(), hash, suppliers, context, now);
        }
        RfqRow rfq = new RfqRow(Ids.next(), buyer, document.number(), null, RfqState.OPEN, currency, deadline.withOffsetSameInstant(ZoneOffset.UTC),
                deadline.getOffset().getId(), document.requestedDelivery(), document.paymentTerms(), document.note(), false, ROUNDS, 1, 1, null,
                DocumentJson.write(document), hash, Tenancy.current().source().name(), context.interchange(), context.message(), now, now, now, 1);
        if (!rfqs.insert(rfq)) {
            return repeated(rfqs.byNumber(buyer, document.number()).orElseThrow(), hash, suppliers, context, now);
        }
        List<RfqLineRow> lines = new ArrayList<>();
        document.lines().forEach(line -> lines.add(RfqLineRow.of(rfq.id(), lines.size() + 1, line, currency)));
        rfqs.insertLines(lines);
        invite(rfq, lines, rfqs.invite(rfq, suppliers), "PUBLISH", context);
        return new ApplyResult.Applied(rfq.id());
    }

    private static List<ApplicationError> refusals(
            RequestForQuotationDocument document, UUID buyer, Set<UUID> suppliers, String currency, MessageContext context) {
        List<ApplicationError> errors = new ArrayList<>();
        if (document.lines().isEmpty()) {
            errors.add(Refusal.NO_LINES.error());
        }
        if (!context.speaksFor(buyer)) {
            errors.add(Refusal.WRONG_SENDER.error("buyer"));
        }
        if (suppliers.isEmpty()) {
            errors.add(Refusal.UNKNOWN_SUPPLIER.error());
        }
        if (suppliers.contains(buyer)) {
            errors.add(Refusal.SAME_PARTY.error());
        }
        if (!CurrencyCode.isKnown(currency)) {
            errors.add(Refusal.UNKNOWN_CURRENCY.error(currency));
        }
        if (document.lines().stream().map(RequestForQuotationDocument.Line::lineNumber).distinct().count() < document.lines().size()) {
            errors.add(Refusal.DUPLICATE_LINE.error());
        }
        if (document.number().length() > 70) {
            errors.add(Refusal.NUMBER_TOO_LONG.error());
        }
        return errors;
    }

    /** An ERP asks each supplier in a message of its own, under the number of the one request: they are all invited to it. */
    private ApplyResult repeated(RfqRow rfq, byte[] hash, Set<UUID> suppliers, MessageContext context, OffsetDateTime now) {
        if (!ContentHash.same(rfq.contentHash(), hash)) {
            return new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "request " + rfq.number() + " stands already with other content");
        }
        Set<UUID> invited = Set.copyOf(invitees.of(rfq.id()).stream().map(InviteeRow::supplierOrgId).toList());
        List<UUID> more = suppliers.stream().filter(supplier -> !invited.contains(supplier)).toList();
        if (more.isEmpty()) {
            return new ApplyResult.NoEffect("the request stands already", rfq.id());
        }
        if (!rfq.takesQuotes(now)) {
            return new ApplyResult.Rejected(List.of(Refusal.BIDDING_ENDED.error(rfq.deadline())));
        }
        invite(rfq, rfqs.lines(rfq.id()), rfqs.invite(rfq, more), "INVITE", context);
        return new ApplyResult.Applied(rfq.id());
    }

    private void invite(RfqRow rfq, List<RfqLineRow> lines, List<UUID> suppliers, String event, MessageContext context) {
        journal.request(rfq, suppliers, event, RfqState.OPEN, context, Map.of("number", rfq.number(), "deadline", rfq.deadline().toString()));
        suppliers.forEach(supplier -> messages.request(rfq, lines, supplier, context, "v1"));
        UUID message = context.message();
        if (suppliers.size() > 1 && message != null) {
            // It names them all, and none of them is to know of the others.
            concealment.conceal(message);
        }
    }

    private static RequestForQuotationDocument withoutSuppliers(RequestForQuotationDocument document) {
        return new RequestForQuotationDocument(document.number(), document.issueDate(), document.answerUntil(), document.requestedDelivery(),
                document.currency(), document.parties().stream().filter(party -> party.role() != PartyRole.SUPPLIER
                        && party.role() != PartyRole.MESSAGE_RECIPIENT).toList(), document.references(),
                document.paymentTerms(), document.note(), document.lines());
    }
}
