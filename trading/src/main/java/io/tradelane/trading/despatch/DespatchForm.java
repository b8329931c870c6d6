package io.tradelane.trading.despatch;

import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.ControlNumbers.Kind;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a despatch advice, of everything that is open on an order or of what was packed, for a supplier who has no system that does. */
@Component
class DespatchForm {
    private final ControlNumbers numbers;
    private final SsccNumbers ssccs;
    private final Organisations organisations;
    private final Clock clock;

    DespatchForm(ControlNumbers numbers, SsccNumbers ssccs, Organisations organisations, Clock clock) {
        this.ssccs = ssccs;
        this.numbers = numbers;
        this.organisations = organisations;
        this.clock = clock;
    }

    DespatchAdviceDocument document(DespatchAdvices.Despatch form, BookableOrder order) {
        UUID supplier = order.parties().supplier();
        List<DespatchAdviceDocument.Package> packages = new ArrayList<>();
        for (int i = 0; i < form.packages(); i++) {
            List<DespatchAdviceDocument.Line> lines = share(order, i, form.packages());
            if (!lines.isEmpty()) {
                packages.add(new DespatchAdviceDocument.Package(ssccs.next(supplier), form.packageType(), lines));
            }
        }
        return document(order, form.carrierReference(), form.estimatedArrival(), parties(order), packages);
    }

    /** What was packed, as it was packed. */
    DespatchAdviceDocument document(Packing packing, BookableOrder order) {
        Map<UUID, OrderLines.Line> lines = order.lines().stream().collect(Collectors.toMap(OrderLines.Line::id, line -> line));
        List<DespatchAdviceDocument.Package> packages = new ArrayList<>();
        for (Packing.Unit unit : packing.units()) {
            List<DespatchAdviceDocument.Line> contents = new ArrayList<>();
            unit.contents().forEach(content -> contents.add(line(contents.size() + 1, order, lines.get(content.orderLine()), content.quantity(), content.batch(), content.bestBefore())));
            packages.add(new DespatchAdviceDocument.Package(ssccs.next(order.parties().supplier()), unit.packageType(), contents));
        }
        List<Party> parties = parties(order);
        if (packing.warehouse() != null) {
            Party.Scheme scheme = CheckDigit.isGln(packing.warehouse()) ? Party.Scheme.GLN : Party.Scheme.SUPPLIER_ASSIGNED;
            parties.add(new Party(PartyRole.SHIP_FROM, List.of(new Party.Identifier(scheme, packing.warehouse())), null, null, null));
        }
        return document(order, packing.carrierReference(), packing.estimatedArrival(), parties, packages);
    }

    private DespatchAdviceDocument document(
            BookableOrder order, @Nullable String carrierReference, @Nullable LocalDate estimatedArrival, List<Party> parties, List<DespatchAdviceDocument.Package> packages) {
        UUID supplier = order.parties().supplier();
        return new DespatchAdviceDocument(
                "DA-" + "%06d".formatted(Long.parseLong(numbers.next(supplier, supplier, Kind.DOCUMENT))),
                LocalDate.now(clock), OffsetDateTime.now(clock), estimatedArrival, order.number(), carrierReference, parties, packages);
    }

    /** The share of package {@code index} of {@code count}: whole units as evenly as they go. */
    static List<DespatchAdviceDocument.Line> share(BookableOrder order, int index, int count) {
        List<DespatchAdviceDocument.Line> lines = new ArrayList<>();
        for (OrderLines.Line line : order.lines()) {
            BigDecimal part = upTo(line.open(), index + 1, count).subtract(upTo(line.open(), index, count));
            if (part.signum() > 0) {
                lines.add(line(lines.size() + 1, order, line, part, null, null));
            }
        }
        return lines;
    }

    private static DespatchAdviceDocument.Line line(
            int number, BookableOrder order, OrderLines.Line line, BigDecimal quantity, @Nullable String batch, @Nullable LocalDate bestBefore) {
        return new DespatchAdviceDocument.Line(String.valueOf(number), order.number(), line.lineNumber(),
                new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description()), new Quantity(quantity, line.unit()), batch, bestBefore);
    }

    private static BigDecimal upTo(BigDecimal open, int packages, int count) {
        return packages == count ? open : open.multiply(BigDecimal.valueOf(packages)).divide(BigDecimal.valueOf(count),
                0, RoundingMode.FLOOR);
    }

    List<Party> parties(BookableOrder order) {
        List<Party> parties = new ArrayList<>();
        organisations.find(order.parties().buyer()).ifPresent(buyer -> parties.add(party(PartyRole.BUYER, buyer)));
        organisations.find(order.parties().supplier()).ifPresent(supplier -> parties
                .add(party(PartyRole.SUPPLIER, supplier)));
        return parties;
    }

    private static Party party(PartyRole role, Organisation organisation) {
        String gln = organisation.gln();
        return new Party(role, gln == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, gln)),
                organisation.name(), null, null);
    }
}
