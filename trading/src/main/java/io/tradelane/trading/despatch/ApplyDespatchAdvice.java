package io.tradelane.trading.despatch;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.Advance;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command in which a despatch advice ends, from EDI or from the browser. */
@Component
class ApplyDespatchAdvice {
    private final OrderLines orders;
    private final ShipmentRepository shipments;
    private final StockKeeping stock;
    private final Journal journal;
    private final Outbox outbox;

    ApplyDespatchAdvice(OrderLines orders, ShipmentRepository shipments, StockKeeping stock, Journal journal,
            Outbox outbox) {
        this.stock = stock;
        this.orders = orders;
        this.shipments = shipments;
        this.journal = journal;
        this.outbox = outbox;
    }

    ApplyResult apply(DespatchAdviceDocument document, Parties parties, MessageContext context,
            @Nullable UUID requestId) {
        List<ApplicationError> refusals = refusals(document, parties, context);
        if (!refusals.isEmpty()) {
            return new ApplyResult.Rejected(refusals);
        }
        Set<String> numbers = AdviceLines.orderNumbers(document);
        List<BookableOrder> booked = orders.lock(parties, numbers);
        byte[] hash = ContentHash.of(document);
        Optional<ShipmentRepository.Standing> standing = shipments.standing(parties, document.number());
        if (standing.isPresent()) {
            return ContentHash.same(standing.get().contentHash(), hash)
                    ? new ApplyResult.NoEffect("the shipment stands already", standing.get().id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT,
                            "despatch advice " + document.number() + " came before with other content");
        }
        Optional<ApplyResult> hold = hold(document, parties, numbers, booked);
        if (hold.isPresent()) {
            return hold.get();
        }
        UUID id = Ids.next();
        if (!shipments.insert(id, document, parties, hash, requestId, context)) {
            throw new TransientFailure("despatch advice " + document.number() + " is being applied");
        }
        AdviceLines matching = new AdviceLines(booked, document.orderNumber());
        List<List<AdviceLines.Matched>> matched = document.packages().stream()
                .map(unit -> unit.lines().stream().map(matching::match).toList())
                .toList();
        shipments.insertPackages(id, document, parties, booked, matched);
        stock.lock(parties);
        advance(document, booked, matched, context);
        stock.despatched(id, document, parties, matched, context);
        journal.record(new Entry(DespatchAdvices.ENTITY, id, null, "DESPATCH", ShipmentView.State.DESPATCHED.name(),
                context.interchange(), context.message(), Set.of(parties.buyer(), parties.supplier()),
                Map.of("number", document.number(), "packages", String.valueOf(document.packages().size()))));
        forward(id, document, parties, matched, context);
        return new ApplyResult.Applied(id);
    }

    private static List<ApplicationError> refusals(DespatchAdviceDocument document, Parties parties,
            MessageContext context) {
        List<ApplicationError> errors = new ArrayList<>();
        if (!context.speaksFor(parties.supplier())) {
            errors.add(Refusal.WRONG_SENDER.error("supplier"));
        }
        if (document.packages().stream().allMatch(unit -> unit.lines().isEmpty())) {
            errors.add(Refusal.NO_LINES.error());
        }
        Set<String> units = new HashSet<>();
        document.packages().stream().map(DespatchAdviceDocument.Package::sscc)
                .filter(sscc -> sscc != null && !units.add(sscc))
                .distinct()
                .forEach(sscc -> errors.add(Refusal.DUPLICATE_SSCC.error(sscc)));
        document.packages().forEach(unit -> unit.lines().stream()
                .filter(line -> line.shipped().value().signum() <= 0)
                .forEach(line -> errors.add(Refusal.QUANTITY_NOT_POSITIVE.onLine(line.lineNumber()))));
        return errors;
    }

    private Optional<ApplyResult> hold(
            DespatchAdviceDocument document, Parties parties, Set<String> numbers, List<BookableOrder> booked) {
        if (numbers.isEmpty() || booked.size() < numbers.size()) {
            Set<String> missing = new HashSet<>(numbers);
            booked.forEach(order -> missing.remove(order.number()));
            return Optional.of(new ApplyResult.Held(HoldReason.UNKNOWN_ORDER, String.join(", ", missing)));
        }
        Optional<BookableOrder> ended = booked.stream().filter(order -> !order.agreement().deliverable()).findFirst();
        if (ended.isPresent()) {
            return Optional.of(new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION,
                    "DESPATCH in state " + ended.get().agreement() + " of order " + ended.get().number()));
        }
        List<String> used = shipments.used(parties.supplier(),
                document.packages().stream().map(DespatchAdviceDocument.Package::sscc).filter(Objects::nonNull)
                .toList());
        return used.isEmpty() ? Optional.empty()
                : Optional.of(new ApplyResult.Held(HoldReason.SSCC_REUSED, String.join(", ", used)));
    }

    private void advance(
            DespatchAdviceDocument document, List<BookableOrder> booked, List<List<AdviceLines.Matched>> matched,
            MessageContext context) {
        List<Advance> advances = matched.stream()
                .flatMap(List::stream)
                .filter(line -> line.line() != null && !line.issues().contains(ShipmentView.Issue.UNIT_DIFFERS))
                .map(line -> Advance.shipped(Objects.requireNonNull(line.orderLine()), line.said().shipped().value()))
                .toList();
        orders.advance(booked.stream().map(BookableOrder::id).toList(), advances, OrderLines.Happening.DESPATCHED,
                Map.of("despatchAdvice", document.number()), context);
    }

    /** To the buyer in its own numbering: every line that is known names the buyer's article and order line. */
    private void forward(
            UUID id, DespatchAdviceDocument document, Parties parties, List<List<AdviceLines.Matched>> matched,
            MessageContext context) {
        List<DespatchAdviceDocument.Package> packages = new ArrayList<>();
        for (int i = 0; i < matched.size(); i++) {
            DespatchAdviceDocument.Package unit = document.packages().get(i);
            packages.add(new DespatchAdviceDocument.Package(unit.sscc(), unit.packageType(),
                    matched.get(i).stream().map(ApplyDespatchAdvice::inBuyersNumbering).toList()));
        }
        DespatchAdviceDocument forwarded =
                new DespatchAdviceDocument(document.number(), document.issueDate(), document.despatchedAt(),
                document.estimatedArrival(), document.orderNumber(), document.carrierReference(), document.parties(),
                packages);
        outbox.enqueue(new OutboundDocument(parties.supplier(), parties.buyer(), forwarded, document.number(),
                context.interchange(),
                context.message(), "desadv:" + id));
    }

    private static DespatchAdviceDocument.Line inBuyersNumbering(AdviceLines.Matched matched) {
        DespatchAdviceDocument.Line said = matched.said();
        OrderLines.Line line = matched.line();
        if (line == null || matched.order() == null) {
            return said;
        }
        Item item = new Item(said.item().gtin() != null ? said.item().gtin() : line.gtin(), line.buyerArticle(),
                said.item().supplierArticle(), said.item().description() != null ? said.item().description()
                : line.description());
        return new DespatchAdviceDocument.Line(said.lineNumber(), matched.order().number(), line.lineNumber(), item,
                said.shipped(),
                said.batch(), said.bestBefore());
    }
}
