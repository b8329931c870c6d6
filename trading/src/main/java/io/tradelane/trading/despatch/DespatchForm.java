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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a despatch advice of everything that is open on an order, for a supplier who has no system that does. */
@Component
class DespatchForm {
    private final ControlNumbers numbers;
    private final Organisations organisations;
    private final Clock clock;

    DespatchForm(ControlNumbers numbers, Organisations organisations, Clock clock) {
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
                packages.add(new DespatchAdviceDocument.Package(sscc(supplier), form.packageType(), lines));
            }
        }
        return new DespatchAdviceDocument(
                "DA-" + "%06d".formatted(Long.parseLong(numbers.next(supplier, supplier, Kind.DOCUMENT))),
                LocalDate.now(clock), OffsetDateTime.now(clock), form.estimatedArrival(), order.number(),
                form.carrierReference(),
                parties(order), packages);
    }

    /** The share of package {@code index} of {@code count}: whole units as evenly as they go. */
    static List<DespatchAdviceDocument.Line> share(BookableOrder order, int index, int count) {
        List<DespatchAdviceDocument.Line> lines = new ArrayList<>();
        for (OrderLines.Line line : order.lines()) {
            BigDecimal part = upTo(line.open(), index + 1, count).subtract(upTo(line.open(), index, count));
            if (part.signum() > 0) {
                lines.add(new DespatchAdviceDocument.Line(String.valueOf(lines.size() + 1), order.number(),
                        line.lineNumber(),
                        new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description()),
                        new Quantity(part, line.unit()), null, null));
            }
        }
        return lines;
    }

    private static BigDecimal upTo(BigDecimal open, int packages, int count) {
        return packages == count ? open : open.multiply(BigDecimal.valueOf(packages)).divide(BigDecimal.valueOf(count),
                0, RoundingMode.FLOOR);
    }

    /**
     * GS1 SSCC: extension digit, seven digits of the supplier's company prefix, nine of our serial reference, check
     * digit.
     */
    private String sscc(UUID supplier) {
        String gln = organisations.find(supplier).map(Organisation::gln).orElse(null);
        String digits = "0" + prefix(gln)
                + "%09d".formatted(Long.parseLong(numbers.next(supplier, supplier, Kind.SSCC)));
        return digits + CheckDigit.of(digits);
    }

    private static String prefix(@Nullable String gln) {
        return gln == null ? "0000000" : gln.substring(0, 7);
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
